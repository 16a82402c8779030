import { feature } from '#yui/platform';
import { RecordWageRule } from './record-wage-rule.js';
import { WageRule } from './wage-rule.entity.js';
import { WageRuleQueries } from './wage-rule.queries.js';

export const wageRules = feature({
  entities: [WageRule],
  commands: [RecordWageRule],
  queries: [WageRuleQueries],
  auditSentences: {
    recordWageRule: { ja: '工賃の計算の決まりを記録しました。', en: 'Recorded a rule wages are calculated by.' },
  },
});
