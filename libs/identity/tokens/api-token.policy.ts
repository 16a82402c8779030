import type { Actor } from '#yui/platform';
import type { ApiToken } from './api-token.entity.js';

export type ApiTokenAction = 'revoke';

const OWNERS: readonly string[] = ['BUYER_ADMIN', 'DESK_ADMIN', 'FACILITY_ADMIN'];

/** Administrators of an organisation revoke its tokens; one that has expired, too. */
export function apiTokenActions(
  { role, organisationId }: Actor,
  token: Pick<ApiToken, 'organisationId' | 'revokedAt'>,
): ApiTokenAction[] {
  const isOwn = OWNERS.includes(role) && organisationId === token.organisationId;
  return isOwn && token.revokedAt === null ? ['revoke'] : [];
}
