import { feature } from '#yui/platform';
import { DeskRecognition } from './desk-recognition.entity.js';
import { Government } from './government.entity.js';
import { GovernmentQueries } from './government.queries.js';
import { NegotiationLimit } from './negotiation-limit.entity.js';
import { RecogniseDesk } from './recognise-desk.js';
import { SetGovernmentRules } from './set-government-rules.js';

export const rules = feature({
  entities: [DeskRecognition, Government, NegotiationLimit],
  commands: [RecogniseDesk, SetGovernmentRules],
  queries: [GovernmentQueries],
  auditSentences: {
    recogniseDesk: { ja: '窓口を「準ずる者」として認定しました。', en: 'Recognised a desk for a government.' },
    setGovernmentRules: { ja: '官公庁の契約の決まりを変更しました。', en: "Changed a government's rules." },
  },
});
