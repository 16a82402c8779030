import { feature } from '#yui/platform';
import { SaveWagePlan } from './save-wage-plan.js';
import { WagePlan } from './wage-plan.entity.js';
import { WagePlanMeasure } from './wage-plan-measure.entity.js';
import { WagePlanQueries } from './wage-plan.queries.js';

export const wagePlans = feature({
  entities: [WagePlan, WagePlanMeasure],
  commands: [SaveWagePlan],
  queries: [WagePlanQueries],
  auditSentences: {
    saveWagePlan: { ja: '工賃向上計画を記録しました。', en: 'Recorded a plan to raise wages.' },
  },
});
