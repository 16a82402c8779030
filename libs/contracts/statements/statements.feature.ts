import { feature } from '#yui/platform';
import { BankStatement } from './bank-statement.entity.js';
import { ImportStatement } from './import-statement.js';
import { PayerAlias } from './payer-alias.entity.js';
import { SetStatementLineAside } from './set-statement-line-aside.js';
import { SettleStatementLine } from './settle-statement-line.js';
import { StatementLine } from './statement-line.entity.js';
import { StatementMatch } from './statement-match.entity.js';
import { StatementQueries } from './statement.queries.js';

export const statements = feature({
  entities: [BankStatement, PayerAlias, StatementLine, StatementMatch],
  commands: [ImportStatement, SetStatementLineAside, SettleStatementLine],
  queries: [StatementQueries],
  auditSentences: {
    'statement.import': { ja: '銀行の入金明細を取り込みました。', en: 'Imported a bank statement.' },
    'statementLine.settle': { ja: '入金を請求書に消し込みました。', en: 'Matched a deposit to invoices.' },
    'statementLine.setAside': {
      ja: '入金を請求書と関係ないものとしました。',
      en: 'Set a deposit aside, or took it up again.',
    },
  },
});
