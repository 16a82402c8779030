import { feature } from '#yui/platform';
import { JournalQueries } from './journal.queries.js';
import { JournalSettings } from './journal-settings.entity.js';
import { SetJournalAccounts } from './set-journal-accounts.js';

export const journal = feature({
  entities: [JournalSettings],
  commands: [SetJournalAccounts],
  queries: [JournalQueries],
  auditSentences: {
    'journal.setAccounts': { ja: '仕訳の勘定科目を変更しました。', en: 'Changed the accounts of the journal.' },
  },
});
