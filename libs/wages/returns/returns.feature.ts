import { feature } from '#yui/platform';
import { DecideWageReturn } from './decide-wage-return.js';
import { RecallWageReturn } from './recall-wage-return.js';
import { RemindWageReturns } from './remind-wage-returns.js';
import { SaveWageReturn } from './save-wage-return.js';
import { SetWageTargets } from './set-wage-targets.js';
import { WageReminder } from './wage-reminder.entity.js';
import { WageReturn } from './wage-return.entity.js';
import { WageReturnQueries } from './wage-return.queries.js';
import { WageTarget } from './wage-target.entity.js';

export const wageReturns = feature({
  entities: [WageReminder, WageReturn, WageTarget],
  commands: [DecideWageReturn, RecallWageReturn, SaveWageReturn, SetWageTargets],
  queries: [WageReturnQueries],
  deadlines: [RemindWageReturns],
  auditSentences: {
    'wageReturn.save': { ja: '工賃の報告を書きました。', en: 'Wrote a wage return.' },
    'wageReturn.submit': { ja: '工賃の報告を提出しました。', en: 'Submitted a wage return.' },
    'wageReturn.recall': { ja: '工賃の報告を取り戻しました。', en: 'Recalled a wage return.' },
    'wageReturn.check': { ja: '工賃の報告を確認しました。', en: 'Checked a wage return.' },
    'wageReturn.return': { ja: '工賃の報告を差し戻しました。', en: 'Returned a wage return.' },
    'wageReturn.replace': {
      ja: '工賃の報告を新しい版に置き換えました。',
      en: 'Replaced a wage return by its next version.',
    },
    setWageTargets: { ja: '目標工賃を決めました。', en: 'Set target wages.' },
  },
});
