import { feature } from '#yui/platform';
import { NoteQueries } from './note.queries.js';
import { OrderNote } from './order-note.entity.js';
import { RemoveOrderNote } from './remove-order-note.js';
import { WriteOrderNote } from './write-order-note.js';

export const notes = feature({
  entities: [OrderNote],
  commands: [WriteOrderNote, RemoveOrderNote],
  queries: [NoteQueries],
  auditSentences: {
    'workOrder.writeNote': { ja: '窓口のメモを書きました。', en: 'Wrote a note of the desk.' },
    'workOrder.removeNote': { ja: '窓口のメモを消しました。', en: 'Removed a note of the desk.' },
  },
});
