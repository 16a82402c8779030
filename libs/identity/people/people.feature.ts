import { feature } from '#yui/platform';
import { AcceptInvitation } from './accept-invitation.js';
import { AccountQueries } from './account.queries.js';
import { EraseAccount } from './erase-account.js';
import { ExportMyAccount } from './export-my-account.js';
import { PeopleQueries } from './people.queries.js';
import { ResetSecondFactor } from './reset-second-factor.js';
import { RevokeRole } from './revoke-role.js';
import { SetAccountDisabled } from './set-account-disabled.js';

export const people = feature({
  commands: [EraseAccount, ExportMyAccount, AcceptInvitation, ResetSecondFactor, RevokeRole, SetAccountDisabled],
  queries: [AccountQueries, PeopleQueries],
  auditSentences: {
    'platformAct.request': {
      ja: '運営者が、窓口の人についての操作を申し込みました。',
      en: 'The platform asked for an act on people of the desk.',
    },
    resetSecondFactor: { ja: 'ほかの人の2段階認証を解除しました。', en: "Reset somebody's second factor." },
    createAccount: { ja: 'アカウントを作りました。', en: 'Made an account.' },
    eraseAccount: { ja: 'アカウントを削除しました。', en: 'Erased an account.' },
    exportMyAccount: { ja: '自分の情報をすべて書き出しました。', en: "Exported one's own data." },
    setAccountDisabled: { ja: 'アカウントの停止・再開を切り替えました。', en: 'Shut or opened an account.' },
    addPlatformAdmin: { ja: '運営者を登録しました。', en: 'Added a platform administrator.' },
    revokeRole: { ja: '役割を外しました。', en: "Took somebody's role away." },
  },
});
