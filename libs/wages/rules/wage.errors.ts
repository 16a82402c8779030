import { defineErrors } from '#yui/platform';

export const wageErrors = defineErrors('WAGE', {
  YEAR_OUT_OF_RANGE: {
    ja: '年度は、2005年度から今の年度までにしてください。',
    en: 'A return is of a fiscal year from 2005 to the present one.',
  },
  SUBMITTED: {
    ja: 'この年度の報告は提出済みです。直すときは、先に取り戻してください。',
    en: 'The return of this year was submitted. Recall it before you change it.',
  },
  YEAR_NOT_OVER: {
    ja: '{last}までの年度なので、まだ提出できません。下書きは残せます。',
    en: 'The year lasts until {last}, so it cannot be submitted yet. A draft is kept.',
  },
  FIGURE_MISSING: {
    ja: '平均工賃を計算するのに必要な数です。入れてください。',
    en: 'The average wage cannot be calculated without this figure.',
  },
  MONTHS_UNUSABLE: {
    ja: '月ごとの人数は、4月から3月までの12か月分にしてください。',
    en: 'Persons paid are given for the twelve months from April to March.',
  },
  QUESTIONS_OPEN: {
    ja: '確かめていただきたいことが{count}件あります。数を直すか、このままでよいことを確かめてください。',
    en: '{count} points need a second look. Correct the figures, or confirm that they are right.',
  },
  REMARK_MISSING: {
    ja: '差し戻すときは、直してほしいことを書いてください。',
    en: 'Say what is to be corrected when you return it.',
  },
  TARGET_FALLS: {
    ja: '目標は、前の年度の目標（{yen}円）以上にしてください。',
    en: 'A target is not below that of the year before ({yen} yen).',
  },
  VALUE_UNUSABLE: {
    ja: 'この種類の決まりには、{needed}を入れてください。',
    en: 'A rule of this kind needs {needed}.',
  },
});
