import { feature } from '#yui/platform';
import { ApiToken } from './api-token.entity.js';
import { ApiTokenQueries } from './api-token.queries.js';
import { AuthenticateToken } from './authenticate-token.js';
import { CreateApiToken } from './create-api-token.js';
import { RevokeApiToken } from './revoke-api-token.js';

export const tokens = feature({
  entities: [ApiToken],
  commands: [AuthenticateToken, CreateApiToken, RevokeApiToken],
  queries: [ApiTokenQueries],
  auditSentences: {
    createApiToken: { ja: '連携用トークンを発行しました。', en: 'Made a token for a machine.' },
    revokeApiToken: { ja: '連携用トークンを無効にしました。', en: 'Revoked a token.' },
  },
});
