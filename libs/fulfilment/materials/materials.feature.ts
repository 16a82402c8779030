import { feature } from '#yui/platform';
import { MaterialMovement } from './material-movement.entity.js';
import { Material } from './material.entity.js';
import { MaterialQueries } from './material.queries.js';
import { RecordMaterial } from './record-material.js';
import { SupplyMaterial } from './supply-material.js';

export const materials = feature({
  entities: [MaterialMovement, Material],
  commands: [RecordMaterial, SupplyMaterial],
  queries: [MaterialQueries],
  auditSentences: {
    'material.record': {
      ja: '支給材の送付・受領・使用・返却を記録しました。',
      en: 'Recorded what happened to supplied material.',
    },
    'material.postponePayment': {
      ja: '納期が延びたため、支給材の支払いの期日を延ばしました。',
      en: 'Put off the payment for supplied material, as the work is due later.',
    },
  },
});
