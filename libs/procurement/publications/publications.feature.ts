import { feature } from '#yui/platform';
import { DraftPublication } from './draft-publication.js';
import { EditPublication } from './edit-publication.js';
import { PrintPublication } from './print-publication.js';
import { Publication } from './publication.entity.js';
import { PublicationQueries } from './publication.queries.js';

export const publications = feature({
  entities: [Publication],
  commands: [DraftPublication, EditPublication, PrintPublication],
  queries: [PublicationQueries],
  auditSentences: {
    'publication.draft': { ja: '公表する文書の案を作りました。', en: 'Drafted a publication.' },
    'publication.redraft': { ja: '公表する文書の案を作り直しました。', en: 'Drafted a publication again.' },
    'publication.edit': { ja: '公表する文書を直しました。', en: 'Edited a publication.' },
    'publication.publish': { ja: '文書の公表を記録しました。', en: 'Recorded that a text was published.' },
    'publication.read': { ja: '公表する文書を表示しました。', en: 'Looked at a publication.' },
  },
});
