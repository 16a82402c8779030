import { feature } from '#yui/platform';
import { IssueRegistrationCode } from './issue-registration-code.js';

export const registration = feature({
  commands: [IssueRegistrationCode],
  auditSentences: {
    issueRegistrationCode: { ja: '登録コードを発行しました。', en: 'Issued a registration code.' },
  },
  retention: {
    registration_code: `expires_at < now() - interval '90 days'`,
  },
});
