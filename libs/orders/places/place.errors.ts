import { defineErrors } from '#yui/platform';

export const placeErrors = defineErrors('DELIVERY_PLACE', {
  SUM_DIFFERS: {
    ja: '納入先の数の合計は{sum}ですが、明細の数は{quantity}です。合うように直してください。',
    en: 'The places take {sum}, and the line is of {quantity}. Make the two agree.',
  },
  AFTER_LINE: {
    ja: '納入先の日は、明細の納期（{dueOn}）までの日にしてください。',
    en: 'A place is due on {dueOn} at the latest, when its line is.',
  },
  TOO_MANY: {
    ja: '1つの明細の納入先は{most}か所までです。',
    en: 'A line goes to at most {most} places.',
  },
  NOT_NOW: {
    ja: '納入先を変えられるのは、受付から納品までのあいだです。',
    en: 'Places can be changed from when the order was received until it is delivered.',
  },
});
