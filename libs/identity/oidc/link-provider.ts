import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { UnitOfWork } from '#yui/platform';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { deskOf } from '../accounts/audit-desk.js';
import { oidcErrors } from '../accounts/identity.errors.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import { OidcExchange, type OidcStart } from './oidc-exchange.js';
import { OidcIdentity } from './oidc-identity.entity.js';
import { OidcProviders } from './oidc-providers.js';

/** Links the acting person to who they are at the provider of an organisation they work for, so that it can vouch for them. */
@Injectable()
export class LinkProvider {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exchange: OidcExchange,
    private readonly providers: OidcProviders,
  ) {}

  /** @throws OIDC.UNKNOWN_PROVIDER also for one of an organisation the person does not work for; SIGN_IN.AGAIN */
  async begin({ actor, session }: PersonCaller, input: { providerKey: string }): Promise<OidcStart> {
    requireFresh(session);
    const { organisationId } = this.providers.one(input.providerKey);
    const { accountId } = actor;
    const isOwn = await this.unitOfWork.run(actor, async (tx) =>
      tx.manager.existsBy(RoleGrant, { accountId, organisationId, revokedAt: IsNull() }),
    );
    if (!isOwn) throw oidcErrors.UNKNOWN_PROVIDER();
    return this.exchange.start(input.providerKey, 'OIDC_LINK', accountId);
  }

  /** @throws OIDC.FAILED, OIDC.TAKEN, ACCOUNT.CHALLENGE_EXPIRED, SIGN_IN.AGAIN */
  async execute(
    { actor, session }: PersonCaller,
    input: { callbackUrl: string },
    browserSecret: string | null,
  ): Promise<void> {
    requireFresh(session);
    const { accountId } = actor;
    const person = await this.exchange.finish(input.callbackUrl, browserSecret, 'OIDC_LINK', accountId);
    await this.unitOfWork.run(actor, async (tx) => {
      const { issuer, subject, provider } = person;
      const id = tx.newId();
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(OidcIdentity)
        .values({ id, accountId, providerKey: provider.key, issuer, subject })
        .orIgnore()
        .execute();
      const identity = await tx.get(OidcIdentity, { issuer, subject });
      if (identity.accountId !== accountId || identity.providerKey !== provider.key) throw oidcErrors.TAKEN();
      // Linked before: nothing is new.
      if (identity.id !== id) return;
      const subjectOfAudit = { deskId: deskOf(actor), subjectType: 'OidcIdentity', subjectId: id };
      await tx.audit('linkProvider', subjectOfAudit, { providerKey: provider.key });
      await emitAccountSecured(tx, accountId, 'PROVIDER_LINKED');
    });
  }
}

/** Takes such a link away. */
@Injectable()
export class UnlinkProvider {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, SIGN_IN.AGAIN */
  async execute({ actor, session }: PersonCaller, input: { oidcIdentityId: string }): Promise<void> {
    requireFresh(session);
    await this.unitOfWork.run(actor, async (tx) => {
      const { id, providerKey } = await tx.get(OidcIdentity, {
        id: input.oidcIdentityId,
        accountId: actor.accountId,
      });
      await tx.manager.delete(OidcIdentity, { id });
      const subject = { deskId: deskOf(actor), subjectType: 'OidcIdentity', subjectId: id };
      await tx.audit('unlinkProvider', subject, { providerKey });
    });
  }
}
