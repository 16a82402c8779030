import { defineErrors } from '#yui/platform';

export const standingOrderErrors = defineErrors('STANDING_ORDER', {
  PERIOD_OUT_OF_RANGE: {
    ja: '期間は、今日より後に終わり、{days}日以内にしてください。',
    en: 'The period ends after today and lasts at most {days} days.',
  },
  RHYTHM_INVALID: {
    ja: '日程の決め方を確かめてください。曜日は1つ以上、毎月の日は1〜31、日付の指定は1日以上が必要です。',
    en: 'Check the rhythm: at least one weekday, a day of the month from 1 to 31, or at least one date.',
  },
  NO_DATES: {
    ja: 'この期間と日程では、1回も予定ができません。',
    en: 'This rhythm gives no date in this period.',
  },
  TOO_MANY_DATES: {
    ja: '予定が{count}回になります。{most}回までにしてください。期間か場所を分けてください。',
    en: 'This makes {count} occurrences; at most {most} are possible. Divide the period or the sites.',
  },
  SITES_MISSING: {
    ja: '場所を1つ以上、{most}か所まで入力してください。',
    en: 'Give 1 to {most} sites.',
  },
  PRICE_NOT_DIVISIBLE: {
    ja: '1回または1か月の金額が、数量（{quantity}）の単価に割り切れません。金額を{step}円の倍数にするか、数量を1にしてください。',
    en: 'The price does not divide into a unit price for {quantity} units. Use a multiple of {step} yen, or a quantity of 1.',
  },
  CEILING_NEEDED: {
    ja: '単価契約には、上限の数量と1つあたりの単価が必要です。ほかの契約に上限はありません。',
    en: 'A unit-price contract needs a ceiling and a price per unit; others have no ceiling.',
  },
  MEMBERS_TWICE: {
    ja: '同じ事業所が2回あります。',
    en: 'A facility is named twice.',
  },
  MEMBER_UNITS_TOO_MANY: {
    ja: '事業所の固定の数量の合計（{units}）が、1回の数量（{most}）を超えています。',
    en: 'The fixed units of the facilities ({units}) are more than one occurrence has ({most}).',
  },
  NOT_ACTIVE: {
    ja: 'この契約は、いま動いていません。',
    en: 'This standing order is not active.',
  },
});

export const occurrenceErrors = defineErrors('OCCURRENCE', {
  OUT_OF_PERIOD: {
    ja: '日付は、明日以降で契約の期間（{from}〜{to}）の中にしてください。',
    en: 'The date must be tomorrow or later, within the period ({from} to {to}).',
  },
  SKIPPED_BEFORE: {
    ja: 'この回は、すでに取りやめになっています。',
    en: 'This occurrence is omitted already.',
  },
  BEGUN: {
    ja: 'この回の作業は始まっています。できた分を納め、残りの日付は案件の変更で決めてください。',
    en: 'Work on this occurrence has begun. Hand over what is done, and change the date of the rest on its order.',
  },
  PRICE_NEEDED: {
    ja: '月額の契約に回を足すときは、その回の単価を入力してください。',
    en: 'Where the price is for a month, an added occurrence needs a price of its own.',
  },
  CEILING_EXCEEDED: {
    ja: '上限まで、あと{left}です。数量を減らしてください。',
    en: 'Only {left} units are left until the ceiling.',
  },
  ON_CALL: {
    ja: 'この契約は、都度の注文で動きます。日程は加えられません。数量を注文してください。',
    en: 'This contract has no dates of its own. Call a quantity off it instead.',
  },
  NOT_ON_CALL: {
    ja: 'この契約は、日程で動くため、都度の注文はできません。',
    en: 'This standing order has a rhythm; nothing is called off it.',
  },
  NOTHING_TO_PLAN: {
    ja: '割り当てる予定の回がありません。',
    en: 'There is no coming occurrence to plan.',
  },
  MEMBERS_MISSING: {
    ja: '作業をする事業所を、1つ以上決めてください。',
    en: 'Name at least one facility that does the work.',
  },
  NOTHING_TO_OFFER: {
    ja: 'お知らせする予定がありません。先に割り当ててください。',
    en: 'No planned date waits to be offered. Plan first.',
  },
  NOTHING_TO_ANSWER: {
    ja: 'お返事を待っている予定はありません。',
    en: 'No date waits for your answer.',
  },
  NOTHING_TO_ACCEPT: {
    ja: 'この月に、検収を待っている回はありません。',
    en: 'No occurrence of this month waits to be accepted.',
  },
  NOT_DONE_HERE: {
    ja: '作業日は、今日までの日にしてください。',
    en: 'The day of the work is today or earlier.',
  },
});
