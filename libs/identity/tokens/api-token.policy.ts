import type { Actor } from '#yui/platform';
import type { ApiToken } from './api-token.entity.js';

export type ApiTokenAction = 'revoke';

/** Administrators of a buyer revoke its tokens; one that has expired, too. */
export function apiTokenActions(
  { role, organisationId }: Actor,
  token: Pick<ApiToken, 'organisationId' | 'revokedAt'>,
): ApiTokenAction[] {
  const isOwn = role === 'BUYER_ADMIN' && organisationId === token.organisationId;
  return isOwn && token.revokedAt === null ? ['revoke'] : [];
}
