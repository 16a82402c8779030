import { feature } from '#yui/platform';
import { RecordReduction } from './record-reduction.js';
import { Reduction } from '../contract/reduction.entity.js';
import { ReductionQueries } from './reduction.queries.js';
import { WithdrawReduction } from './withdraw-reduction.js';

export const reductions = feature({
  entities: [Reduction],
  commands: [RecordReduction, WithdrawReduction],
  queries: [ReductionQueries],
  auditSentences: {
    'reduction.record': {
      ja: '検収後の値引き・返品を記録しました。',
      en: 'Recorded a reduction or return after acceptance.',
    },
    'reduction.withdraw': { ja: '値引き・返品の記録を取り消しました。', en: 'Withdrew a reduction or return.' },
  },
});
