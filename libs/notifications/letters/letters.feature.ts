import { feature } from '#yui/platform';
import { LetterParty } from './letter-party.entity.js';
import { LetterQueries } from './letter.queries.js';
import { MarkLettersSent } from './mark-letters-sent.js';
import { PrintLetters } from './print-letters.js';
import { SetLetterParty } from './set-letter-party.js';

export const letters = feature({
  entities: [LetterParty],
  commands: [PrintLetters, MarkLettersSent, SetLetterParty],
  queries: [LetterQueries],
  auditSentences: {
    'letter.print': { ja: '手紙を印刷しました。', en: 'Printed a letter.' },
    'letter.send': { ja: '手紙を郵送またはFAXで送りました。', en: 'Sent a letter by post or fax.' },
    'letterParty.set': {
      ja: '相手への連絡の方法（メール・FAX・郵送）を変更しました。',
      en: 'Changed how a party is reached: by mail, fax or post.',
    },
  },
});
