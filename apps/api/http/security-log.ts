import { Logger } from '@nestjs/common';
import { createHmac, randomBytes } from 'node:crypto';
import type { Caller } from '#yui/identity';
import type { Config, Counter, Metrics } from '#yui/platform';
import { subscriberOf } from './network.js';

/** What a refusal may be a sign of. NONE: somebody asked for what cannot be done, and nothing else. */
export type SecurityKind = 'AUTHENTICATION' | 'ACCESS' | 'LIMIT' | 'PROTOCOL' | 'FILE' | 'NONE';

/** By the code of the error, or by its subject for all codes of it that are not named themselves. */
const KINDS: Readonly<Record<string, SecurityKind>> = {
  SIGN_IN: 'AUTHENTICATION',
  'SIGN_IN.TOO_MANY_ATTEMPTS': 'LIMIT',
  'SIGN_IN.BUSY': 'LIMIT',
  SECOND_FACTOR: 'AUTHENTICATION',
  'SECOND_FACTOR.REQUIRED': 'NONE',
  'SECOND_FACTOR.NONE': 'NONE',
  OIDC: 'AUTHENTICATION',
  'OIDC.UNREACHABLE': 'NONE',
  'ACCOUNT.PASSWORD_WRONG': 'AUTHENTICATION',
  'ACCOUNT.PASSKEY_INVALID': 'AUTHENTICATION',
  'ACCOUNT.CHALLENGE_EXPIRED': 'AUTHENTICATION',
  'ACCOUNT.RESET_INVALID': 'AUTHENTICATION',
  'INVITATION.INVALID': 'AUTHENTICATION',
  'INVITATION.OTHER_ADDRESS': 'AUTHENTICATION',
  'INVITATION.OWN_PERSON': 'ACCESS',
  'INVITATION.TOO_MANY': 'LIMIT',
  'INVITATION.TOO_MANY_TO_ADDRESS': 'LIMIT',
  ACCESS: 'ACCESS',
  ANSWER_LINK: 'ACCESS',
  PLATFORM_ACT: 'ACCESS',
  'IDEMPOTENCY.KEY_REUSED': 'PROTOCOL',
  RATE: 'LIMIT',
  HTTP: 'PROTOCOL',
  GRAPHQL: 'PROTOCOL',
  DOCUMENT: 'PROTOCOL',
  'ATTACHMENT.TOO_LARGE': 'FILE',
  'ATTACHMENT.TYPE_UNSUPPORTED': 'FILE',
  'ATTACHMENT.INFECTED': 'FILE',
  'ATTACHMENT.IMAGE_UNREADABLE': 'FILE',
  'ATTACHMENT.IMAGE_TOO_LARGE': 'FILE',
};

export function securityKindOf(code: string): SecurityKind {
  return KINDS[code] ?? KINDS[code.split('.')[0] ?? ''] ?? 'NONE';
}

/** Who was refused, as far as it is known. */
export interface Asker {
  readonly requestId: string;
  readonly address: string;
  readonly caller: Caller | null;
  /** The operation or route that was asked for. */
  readonly asked: string;
}

/**
 * Records who was refused what, for anyone who watches the doors: a line in the log for each, and a count of each code.
 * Ids only. Where somebody sits is told by a mark that is the same for the same network, and that nobody can turn back
 * without SECRETS_KEY; without that key it holds for this process alone.
 */
export class SecurityLog {
  private readonly logger = new Logger('Security');
  private readonly refused: Counter<'kind' | 'code'>;
  private readonly key: Buffer;

  constructor(config: Pick<Config, 'SECRETS_KEY'>, metrics: Metrics) {
    const help = 'Requests that were refused, by what that may be a sign of.';
    this.refused = metrics.counter('yui_refusals_total', help, ['kind', 'code']);
    this.key = config.SECRETS_KEY === null ? randomBytes(32) : Buffer.from(config.SECRETS_KEY, 'base64');
  }

  note(code: string, { requestId, address, caller, asked }: Asker): void {
    const kind = securityKindOf(code);
    if (kind === 'NONE') return;
    this.refused.inc({ kind, code });
    const { accountId, role, organisationId, apiTokenId } = caller?.actor ?? {};
    const network = createHmac('sha256', this.key)
      .update(`network ${subscriberOf(address)}`)
      .digest('hex')
      .slice(0, 16);
    this.logger.warn({
      msg: 'refused',
      ...{ kind, code, asked, requestId, network },
      ...(caller ? { accountId, role, organisationId, apiTokenId } : {}),
    });
  }
}
