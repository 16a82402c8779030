import { defineErrors } from '#yui/platform';

export const reductionErrors = defineErrors('REDUCTION', {
  NOT_NOW: {
    ja: '値引き・返品は、発注者の検収が済んだあとに記録できます。検収の前は、検品や案件の変更で直してください。',
    en: 'A reduction or return is recorded once the buyer has accepted. Before that, inspect or amend instead.',
  },
  NOT_OF_THIS: {
    ja: 'この行からは差し引けません。代金の行のうち、訂正されていないものを選んでください。',
    en: 'Nothing can be taken off this line. Choose a line of the work that was not corrected.',
  },
  TOO_MUCH: {
    ja: 'この行から差し引けるのは、あと{leftYen}円です。',
    en: 'Only {leftYen} yen of this line are left.',
  },
  TOO_MANY_UNITS: {
    ja: 'この行で返せる数は、あと{leftUnits}です。',
    en: 'Only {leftUnits} units of this line can go back.',
  },
  FAULT_MISSING: {
    ja: '窓口から事業所への代金は、事業所に責任のある理由がなければ減らせず、返品もできません（取適法 第5条第1項第3号・第4号）。その理由を入力してください。',
    en: 'What the desk pays a facility may only be reduced, and work only be returned, for something the facility answers for. State it.',
  },
  WITHDRAWN_BEFORE: {
    ja: 'この値引き・返品は、すでに取り消されています。',
    en: 'This reduction was withdrawn before.',
  },
});
