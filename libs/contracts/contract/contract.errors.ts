import { defineErrors } from '#yui/platform';

export const referralErrors = defineErrors('REFERRAL', {
  AMOUNT_MISSING: {
    ja: '契約が成立したときは、契約金額（税抜き）を入力してください。',
    en: 'Give the amount of the contract, without tax.',
  },
  REASON_MISSING: {
    ja: '契約にならなかったときは、その理由を入力してください。',
    en: 'Say why no contract was made.',
  },
});

export const paymentErrors = defineErrors('PAYMENT', {
  NOTHING_OWED: {
    ja: 'この契約・請求書には、支払いの残りがありません。すでに記録されていないか、ご確認ください。',
    en: 'Nothing is left to be paid here. Check whether the payment was recorded before.',
  },
  TOO_MUCH: {
    ja: '支払いの残りは{openYen}円です。それより多くは記録できません。多く受け取った分は、相手に返すか、次の請求書の支払いとして記録してください。',
    en: 'Only {openYen} yen are left to be paid. Give back what is more, or record it as payment of the next invoice.',
  },
  NOTHING_TO_REPAY: {
    ja: '払いすぎた分はありません。返金として記録するものはありません。',
    en: 'Nothing was paid too much here, so nothing can come back.',
  },
  TOO_MUCH_BACK: {
    ja: '払いすぎた分は{openYen}円です。それより多くの返金は記録できません。',
    en: 'Only {openYen} yen were paid too much; no more can come back.',
  },
  BEFORE_ORDER: {
    ja: '支払日は、注文の日（{orderedOn}）より前にはできません。日付をご確認ください。',
    en: 'The day of a payment cannot be before the order was placed ({orderedOn}). Check the date.',
  },
  IN_THE_FUTURE: {
    ja: '支払日は、今日までの日にしてください。',
    en: 'The day of a payment is today or earlier.',
  },
  IN_FILE: {
    ja: '支払通知書 {number} は、{day}の振込データに入っています。振込データを「振込済み」にするか、取り消してから行ってください。',
    en: 'Payment notice {number} is in the file of transfers for {day}. Record that file as paid, or call it off, first.',
  },
  REVERSED_BEFORE: {
    ja: 'この支払いは、すでに取り消されています。',
    en: 'This payment was reversed before.',
  },
});

export const invoiceErrors = defineErrors('INVOICE', {
  NOTHING_TO_BILL: {
    ja: '請求するものがありません。検収が済んでいるか、すでに請求書や支払通知書が出ていないか、ご確認ください。',
    en: 'There is nothing to bill: the work is not accepted yet, or has been billed already.',
  },
  CORRECTED_BEFORE: {
    ja: 'この書類には、すでに訂正したもの（{number}）があります。新しいほうを訂正してください。',
    en: 'This paper was corrected by {number} already; correct that one.',
  },
  UNCHANGED: {
    ja: '金額も登録番号も変わっていないので、訂正はできません。',
    en: 'Neither amounts nor the registration number have changed; there is nothing to correct.',
  },
});
