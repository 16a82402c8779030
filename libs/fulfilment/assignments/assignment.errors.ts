import { defineErrors } from '#yui/platform';

export const assignmentErrors = defineErrors('ASSIGNMENT', {
  DEADLINE_PASSED: {
    ja: 'お返事の期限を過ぎています。お受けいただける場合は、窓口へご連絡ください。',
    en: 'The deadline for the answer has passed. If you can still do it, call the desk.',
  },
  WITHDRAWN: {
    ja: 'この依頼は窓口が取り下げました。お返事は必要ありません。',
    en: 'The desk withdrew this offer; no answer is needed.',
  },
  ANSWERED_DIFFERENTLY: {
    ja: 'この依頼には、すでに別の内容でお返事をいただいています。変更は窓口へご連絡ください。',
    en: 'This offer was answered differently before. Call the desk to change the answer.',
  },
  PART_OUT_OF_RANGE: {
    ja: '一部だけお受けいただく数量は、1から{most}までで入力してください。',
    en: 'A part is between 1 and {most} units.',
  },
  COUNTER_SAME: {
    ja: '依頼と同じ内容です。「受ける」を選ぶか、数・日・単価のどれかを変えてください。',
    en: 'These are the terms that were offered. Accept them, or change units, date or price.',
  },
  COUNTER_DATE_OUT_OF_RANGE: {
    ja: '納品の日の相談は、依頼の日（{dueOn}）より後で、1年以内の日にしてください。',
    en: 'Propose a day after the one that was offered ({dueOn}), within a year.',
  },
  COUNTER_DATE_TOO_LATE: {
    ja: '事業所の希望日（{dueOn}）が、発注者への期日（{latest}）より後です。先に発注者と期日を変更するか、別の条件で依頼し直してください。',
    en: 'The facility asks for {dueOn}, after the date of the order ({latest}). Change that first, or offer again.',
  },
  COUNTER_PRICE_TOO_HIGH: {
    ja: '事業所の希望単価が、発注者への単価を上回っています。別の条件で依頼し直すか、取り消してください。',
    en: 'The price the facility asks is above that of the buyer. Offer again, or withdraw.',
  },
  OFFER_DATE_OUT_OF_RANGE: {
    ja: '納品の日は、明日から{latest}までの日にしてください。',
    en: 'The day of delivery must be from tomorrow to {latest}.',
  },
  HAND_BACK_OUT_OF_RANGE: {
    ja: '返せる数は、まだできあがっていない分の1から{most}までです。',
    en: 'Between 1 and the {most} units that are not done yet can be handed back.',
  },
  EXTENSION_OUT_OF_RANGE: {
    ja: '返事の期限は、{earliest}から{latest}（納品の前の日）までの日にのばせます。',
    en: 'The time to answer can be extended to a day from {earliest} to {latest}, the day before the work is due.',
  },
  NO_EXTENSION: {
    ja: '納品の日が近いので、返事の期限はのばせません。窓口へご連絡ください。',
    en: 'The work is due too soon to extend the time to answer. Call the desk.',
  },
  NO_EXTENSION_REQUEST: {
    ja: '期限をのばしてほしいという申し出は、もうありません。',
    en: 'There is no request for more time any more.',
  },
  UNDO_OVER: {
    ja: 'お返事の取り消しができる時間（10分）が過ぎたか、窓口がもう準備を始めました。変更は窓口へご連絡ください。',
    en: 'The ten minutes in which an answer can be taken back are over, or the desk has acted on it. Call the desk.',
  },
  NOTHING_TO_SEND: {
    ja: '送る割当がありません。先に配分を承認してください。',
    en: 'There is no assignment to send. Approve an allocation first.',
  },
  DUE_DATE_PASSED: {
    ja: '納品の日が過ぎた割当があります（{names}）。その割当を取り消し、必要なら発注者と期日を変更してから、配分をやり直してください。',
    en: 'The day of delivery of planned shares has passed ({names}). Withdraw them, change the date with the buyer if need be, and allocate again.',
  },
  DONE_OUT_OF_RANGE: {
    ja: 'できあがった数は、前回の{least}以上、{most}以下で入力してください。',
    en: 'The number done must be from {least} (reported before) to {most}.',
  },
  CUT_OUT_OF_RANGE: {
    ja: '数は、すでに納品された{least}以上、引き受けた{most}以下で入力してください。',
    en: 'The number is from {least} (handed over already) to {most} (promised).',
  },
  DELIVERY_OUT_OF_RANGE: {
    ja: '納品する数は、1から残りの{most}までで入力してください。',
    en: 'A delivery is between 1 and the remaining {most} units.',
  },
});

export const inspectionErrors = defineErrors('INSPECTION', {
  DONE_BEFORE: {
    ja: 'この納品は、すでに検品されています。',
    en: 'This delivery was inspected before.',
  },
  DEFECTS_OUT_OF_RANGE: {
    ja: '不良の数は、0から納品数の{most}までで入力してください。',
    en: 'Defects are between 0 and the {most} units delivered.',
  },
  KIND_TWICE: {
    ja: '同じ種類の不良は、1行にまとめて入力してください。',
    en: 'Give each kind of defect once.',
  },
  KINDS_EXCEED_DEFECTS: {
    ja: '種類ごとの数の合計は、不良の数（{most}）以内にしてください。',
    en: 'The kinds together cannot be more than the {most} defective units.',
  },
  HANDLING_MISSING: {
    ja: '不良がある場合は、「直してもらう」か「数を減らす」かを選んでください。',
    en: 'Choose whether defects are made good (REWORK) or taken off (REDUCE).',
  },
  REWORK_DATE_MISSING: {
    ja: '直しの期日を、今日以降で1年以内の日で入力してください。',
    en: 'Give the date by which defects are made good, today or later, within a year.',
  },
});
