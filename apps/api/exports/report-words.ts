import type { ActivityGroup, ActivityKind, MainActivity } from '#yui/wages';
import type { Word, Words } from './exported-words.js';

const MAIN_ACTIVITIES: Readonly<Record<MainActivity, Word>> = {
  FOOD: { ja: '食品・飲食', en: 'Food and drink' },
  FARMING: { ja: '農林水産', en: 'Farming' },
  CRAFTS: { ja: '手工芸・製造', en: 'Crafts' },
  LIGHT_WORK: { ja: '軽作業', en: 'Light work' },
  CLEANING: { ja: '清掃・洗濯', en: 'Cleaning' },
  OTHER_SERVICES: { ja: 'その他のサービス', en: 'Other services' },
};

const ACTIVITY_GROUPS: Readonly<Record<ActivityGroup, Word>> = {
  OWN_PRODUCTS: { ja: '自社製品', en: 'Own products' },
  CONTRACT_WORK: { ja: '受託', en: 'Contract work' },
  OUTSIDE_WORK: { ja: '施設外', en: 'Outside work' },
};

const ACTIVITY_KINDS: Readonly<Record<ActivityKind, Word>> = {
  SEMINAR: { ja: 'セミナー', en: 'Seminars' },
  TRAINING: { ja: '研修', en: 'Trainings' },
  CONSULTATION: { ja: '相談', en: 'Consultations' },
  ADVISER_VISIT: { ja: 'アドバイザーの訪問', en: 'Visits of advisers' },
  SPECIALIST_DISPATCH: { ja: '専門家の派遣', en: 'Dispatches of specialists' },
  EXCHANGE_MEETING: { ja: '交流会', en: 'Exchange meetings' },
  BUSINESS_MEETING: { ja: '商談会', en: 'Business meetings' },
  COMPANY_VISIT: { ja: '企業訪問', en: 'Visits to companies' },
};

const TOTAL: Word = { ja: '合計', en: 'Total' };

/** Rows and columns of `wageReport`. */
export const WAGE_REPORT_WORDS: Words = {
  ...MAIN_ACTIVITIES,
  ...ACTIVITY_GROUPS,
  B0: { ja: '1万円未満', en: 'Below 10,000' },
  B1: { ja: '1万円以上2万円未満', en: '10,000 to 19,999' },
  B2: { ja: '2万円以上3万円未満', en: '20,000 to 29,999' },
  B3: { ja: '3万円以上4万円未満', en: '30,000 to 39,999' },
  B4: { ja: '4万円以上5万円未満', en: '40,000 to 49,999' },
  B5: { ja: '5万円以上', en: '50,000 and over' },
  NONE: { ja: '数なし', en: 'No figure' },
  TOTAL,
  10000: { ja: '1万円以上', en: '10,000 and over' },
  15000: { ja: '1万5千円以上', en: '15,000 and over' },
  20000: { ja: '2万円以上', en: '20,000 and over' },
  30000: { ja: '3万円以上', en: '30,000 and over' },
  40000: { ja: '4万円以上', en: '40,000 and over' },
  50000: { ja: '5万円以上', en: '50,000 and over' },
  LOW: { ja: '開所3年以上で、基準未満', en: 'Open for 3 years and below the limit' },
  UNKNOWN: { ja: '不明', en: 'Not known' },
  MEAN: { ja: '平均工賃月額（事業所の平均）', en: 'Average (mean of facilities)' },
  WEIGHTED: { ja: '平均工賃月額（支払総額÷利用者数）', en: 'Average (all paid ÷ all users)' },
  MEAN_TARGET: { ja: '事業所の目標の平均', en: 'Mean of targets' },
  PREFECTURE_TARGET: { ja: '都道府県の目標', en: 'Target of the prefecture' },
  COMPARED_TARGET: { ja: '目標の平均（実績と比べられる事業所）', en: 'Mean of targets (of those compared)' },
  COMPARED_MEAN: { ja: '実績の平均（同じ事業所）', en: 'Mean reached (of the same)' },
  WITH_TARGET: { ja: '目標のある事業所', en: 'With a target' },
  COMPARED: { ja: '目標と実績のある事業所', en: 'With target and figure' },
  REACHED: { ja: '達成した事業所', en: 'Reached' },
  NOT_REACHED: { ja: '達成しなかった事業所', en: 'Not reached' },
  REACHED_SHARE: { ja: '達成した割合', en: 'Share reached' },
  HOURLY: { ja: '平均工賃時間額', en: 'Hourly average' },
  CHANGE: { ja: '前年度比の増減', en: 'Change to the year before' },
  WITH_FIGURE: { ja: '数のある事業所', en: 'With a figure' },
  WITHOUT_FIGURE: { ja: '数のない事業所', en: 'Without a figure' },
};

/** Rows and columns of `activityReport`. */
export const ACTIVITY_REPORT_WORDS: Words = { ...ACTIVITY_KINDS, TOTAL };

/** The tables of `wageReport`. */
export const WAGE_TABLES: Words = {
  YEARS: { ja: '年度ごとの平均と目標', en: 'Averages and targets by year' },
  TARGETS: { ja: '目標と実績', en: 'Targets and what was reached' },
  BANDS: { ja: '1万円ごとの分布', en: 'Distribution by 10,000 yen' },
  THRESHOLDS: { ja: '金額以上の事業所の数', en: 'Facilities from an amount on' },
  LOW_FOR_YEARS: { ja: '開所3年以上で低い事業所', en: 'Open for 3 years and low' },
  MAIN_ACTIVITIES: { ja: '主な活動ごと', en: 'By main activity' },
  MAIN_ACTIVITY_COUNTS: { ja: '主な活動ごとの事業所の数', en: 'Facilities by main activity' },
  ACTIVITY_GROUPS: { ja: '仕事の区分ごと', en: 'By group of work' },
  ACTIVITY_GROUP_COUNTS: { ja: '仕事の区分ごとの事業所の数', en: 'Facilities by group of work' },
  COHORTS: { ja: '開所した年度ごと', en: 'By year of opening' },
  DESK_SHARE: { ja: '窓口からの仕事の割合', en: 'Part of the desk in earnings' },
};
