import { feature } from '#yui/platform';
import { ConfirmTotp } from './confirm-totp.js';
import { EnrolTotp } from './enrol-totp.js';
import { PresentSecondFactor } from './present-second-factor.js';
import { RemoveTotp } from './remove-totp.js';
import { RenewRecoveryCodes } from './renew-recovery-codes.js';
import { Totp } from './totp.entity.js';

export const secondFactor = feature({
  entities: [Totp],
  commands: [ConfirmTotp, EnrolTotp, PresentSecondFactor, RemoveTotp, RenewRecoveryCodes],
  auditSentences: {
    presentSecondFactor: { ja: '2段階認証を行いました。', en: 'Presented the second factor.' },
    confirmTotp: { ja: '認証アプリを登録しました。', en: 'Set up an authenticator app.' },
    removeTotp: { ja: '認証アプリの登録を外しました。', en: 'Removed the authenticator app.' },
    renewRecoveryCodes: { ja: '予備コードを作り直しました。', en: 'Renewed the recovery codes.' },
  },
});
