import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, SYSTEM, UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { oidcErrors, signInErrors } from '../accounts/identity.errors.js';
import { actorOf, firstGrantOf } from '../sessions/first-grant.js';
import { openSession } from '../sessions/open-session.js';
import type { SignedIn } from '../passwords/sign-in.js';
import { beginLimit, type Place, rememberPlace } from '../throttle/known-place.js';
import { countAttempt } from '../throttle/throttle.js';
import { OidcExchange, type OidcStart } from './oidc-exchange.js';
import { OidcIdentity } from './oidc-identity.entity.js';

/**
 * Opens a session for somebody the provider of an organisation vouches for. It acts for that organisation alone: what a
 * person does elsewhere is none of its provider's business. The second factor stays ours: a provider does not replace it.
 */
@Injectable()
export class SignInWithProvider {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly exchange: OidcExchange,
  ) {}

  /** @throws OIDC.UNKNOWN_PROVIDER, OIDC.UNREACHABLE, SIGN_IN.TOO_MANY_ATTEMPTS */
  async begin(input: { providerKey: string }, place: Pick<Place, 'address'>): Promise<OidcStart> {
    await this.unitOfWork.run(SYSTEM, async (tx) => countAttempt(tx, [beginLimit(place)]));
    return this.exchange.start(input.providerKey, 'OIDC_SIGN_IN', null);
  }

  /** @throws OIDC.FAILED, OIDC.NOT_LINKED, SIGN_IN.REFUSED, ACCOUNT.CHALLENGE_EXPIRED */
  async execute(input: { callbackUrl: string }, browserSecret: string | null, place: Place): Promise<SignedIn> {
    const person = await this.exchange.finish(input.callbackUrl, browserSecret, 'OIDC_SIGN_IN', null);
    return this.unitOfWork.run(SYSTEM, async (system) => {
      const { issuer, subject, provider } = person;
      const identity = await system.manager.findOneBy(OidcIdentity, { issuer, subject, providerKey: provider.key });
      if (!identity) throw oidcErrors.NOT_LINKED();
      const { accountId } = identity;
      const isOpen = await system.manager.existsBy(Account, { id: accountId, isDisabled: false });
      const grant = isOpen ? await firstGrantOf(system.manager, accountId, provider.organisationId) : null;
      if (!grant) throw signInErrors.REFUSED();
      const tx = system.as(actorOf(grant, place));
      const session = await openSession(tx, this.config, {
        grant,
        method: 'OIDC',
        userAgent: place.userAgent,
        onlyOrganisationId: provider.organisationId,
      });
      return { ...session, browserToken: await rememberPlace(tx, accountId, place) };
    });
  }
}
