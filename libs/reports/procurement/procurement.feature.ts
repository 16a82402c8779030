import { feature } from '#yui/platform';
import { PolicyQueries } from './policy.queries.js';
import { ProcurementPolicy } from './procurement-policy.entity.js';
import { ProcurementRule } from './procurement-rule.entity.js';
import { ProcurementTarget } from './procurement-target.entity.js';
import { ProcurementQueries } from './procurement.queries.js';
import { RecordPolicy } from './record-policy.js';
import { SetProcurementRule } from './set-procurement-rule.js';
import { SetProcurementTarget } from './set-procurement-target.js';

export const procurement = feature({
  entities: [ProcurementPolicy, ProcurementRule, ProcurementTarget],
  commands: [RecordPolicy, SetProcurementRule, SetProcurementTarget],
  queries: [PolicyQueries, ProcurementQueries],
  auditSentences: {
    'procurementResults.read': { ja: '調達実績の表を見ました。', en: 'Read the table of procurement.' },
    recordPolicy: { ja: '調達方針の策定を記録しました。', en: 'Recorded the policy of a government.' },
    setProcurementRule: { ja: '調達実績の数え方を決めました。', en: 'Set how procurement is counted.' },
    setProcurementTarget: { ja: '調達目標を決めました。', en: 'Set a target of procurement.' },
  },
});
