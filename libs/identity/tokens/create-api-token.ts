import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { checkFields, requireLine, UnitOfWork } from '#yui/platform';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { accountErrors, apiTokenErrors } from '../accounts/identity.errors.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { lockPeopleOf } from '../accounts/organisations.js';
import { hashSecret, newSecretToken } from '../secrets/secret-token.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import type { TokenScope } from '../sessions/caller.js';
import { ApiToken } from './api-token.entity.js';

/** So that a token that lies where it should not can be recognised by the one who (or whatever) finds it. */
const PREFIX = 'yui_';
const DAY_MS = 86_400_000;
const MAX_DAYS = 366;
const MAX_TOKENS = 50;

export interface CreateApiTokenInput {
  readonly name: string;
  readonly expiresAt: Date;
  readonly scopes: readonly TokenScope[];
}

/**
 * Makes a token for a machine of the acting organisation, such as a purchasing system. It is shown once, so a retry makes
 * no second one: the name is taken by then.
 */
@Injectable()
export class CreateApiToken {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws API_TOKEN.NAME_TAKEN, API_TOKEN.EXPIRY_OUT_OF_RANGE, API_TOKEN.NO_SCOPE, ACCOUNT.TOO_MANY, SIGN_IN.AGAIN
   */
  async execute(
    { actor, session }: PersonCaller,
    input: CreateApiTokenInput,
  ): Promise<{ apiTokenId: string; token: string }> {
    requireFresh(session);
    const { name, scopes } = checkFields({
      name: () => requireLine('name', input.name, 60),
      scopes: () => {
        if (input.scopes.length === 0) throw apiTokenErrors.NO_SCOPE().at('scopes');
        return [...new Set(input.scopes)];
      },
    });
    const { accountId, role, organisationId } = actor;
    return this.unitOfWork.run(actor, async (tx) => {
      await lockPeopleOf(tx, organisationId);
      const [world] = await tx.manager.query<[{ now: Date }]>('SELECT now() AS now');
      const days = (input.expiresAt.getTime() - world.now.getTime()) / DAY_MS;
      if (!(days >= 1 && days <= MAX_DAYS)) throw apiTokenErrors.EXPIRY_OUT_OF_RANGE().at('expiresAt');
      const live = await tx.manager.findBy(ApiToken, { organisationId, revokedAt: IsNull() });
      if (live.some((token) => token.name === name)) throw apiTokenErrors.NAME_TAKEN().at('name');
      if (live.length >= MAX_TOKENS) throw accountErrors.TOO_MANY({ most: MAX_TOKENS });
      const grant = await tx.get(RoleGrant, { accountId, role, organisationId, revokedAt: IsNull() });
      const id = tx.newId();
      const token = PREFIX + newSecretToken();
      const { expiresAt } = input;
      const row = { id, accountId, roleGrantId: grant.id, organisationId, name, scopes, expiresAt };
      await tx.manager.insert(ApiToken, { ...row, tokenHash: hashSecret(token) });
      await tx.audit(
        'createApiToken',
        { deskId: null, subjectType: 'ApiToken', subjectId: id },
        { scopes, expiresAt: expiresAt.toISOString() },
      );
      await emitAccountSecured(tx, accountId, 'API_TOKEN_CREATED');
      return { apiTokenId: id, token };
    });
  }
}
