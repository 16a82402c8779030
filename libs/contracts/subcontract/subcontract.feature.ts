import { feature } from '#yui/platform';
import { DecideItem } from './decide-item.js';
import { DeclareUndecided } from './declare-undecided.js';
import { SubcontractQueries } from './subcontract.queries.js';
import { UndecidedItem } from './undecided-item.entity.js';

export const subcontract = feature({
  entities: [UndecidedItem],
  commands: [DecideItem, DeclareUndecided],
  queries: [SubcontractQueries],
  auditSentences: {
    'undecidedItem.declare': { ja: '未定の事項を示しました。', en: 'Named what is still undecided.' },
    'undecidedItem.decide': { ja: '未定だった事項を決めました。', en: 'Decided what was undecided.' },
  },
});
