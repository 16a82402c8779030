import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, SYSTEM, UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { keepChallenge, takeChallenge } from '../challenges/challenges.js';
import { signInErrors } from '../accounts/identity.errors.js';
import { actorOf, firstGrantOf } from '../sessions/first-grant.js';
import { openSession } from '../sessions/open-session.js';
import type { SignedIn } from '../passwords/sign-in.js';
import { beginLimit, type Place, rememberPlace } from '../throttle/known-place.js';
import { countAttempt } from '../throttle/throttle.js';
import { Passkey } from './passkey.entity.js';
import { readResponse, RelyingParty } from './relying-party.js';

/** Opens a session for a passkey: nobody types anything, and both factors are presented at once. */
@Injectable()
export class SignInWithPasskey {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly relyingParty: RelyingParty,
  ) {}

  /** @returns options for `navigator.credentials.get`, JSON; the same for everybody. @throws SIGN_IN.TOO_MANY_ATTEMPTS */
  async begin(place: Pick<Place, 'address'>): Promise<string> {
    const { optionsJson, challenge } = await this.relyingParty.authentication();
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      await countAttempt(tx, [beginLimit(place)]);
      await keepChallenge(tx, { kind: 'PASSKEY_SIGN_IN', secret: challenge, accountId: null, content: {} });
    });
    return optionsJson;
  }

  /** @throws SIGN_IN.PASSKEY_REFUSED, ACCOUNT.CHALLENGE_EXPIRED, ACCOUNT.PASSKEY_INVALID */
  async execute(input: { responseJson: string }, place: Place): Promise<SignedIn> {
    const { challenge, credentialId } = readResponse(input.responseJson);
    // In a transaction of its own: the challenge is used up whatever comes of it.
    const passkey = await this.unitOfWork.run(SYSTEM, async (tx) => {
      await takeChallenge(tx, { kind: 'PASSKEY_SIGN_IN', secret: challenge, accountId: null });
      return tx.manager.findOneBy(Passkey, { credentialId });
    });
    if (!passkey) throw signInErrors.PASSKEY_REFUSED();
    const { counter, isBackedUp } = await this.relyingParty.verifyAuthentication(
      input.responseJson,
      challenge,
      passkey,
    );
    return this.unitOfWork.run(SYSTEM, async (system) => {
      const { accountId } = passkey;
      const isOpen = await system.manager.existsBy(Account, { id: accountId, isDisabled: false });
      const grant = isOpen ? await firstGrantOf(system.manager, accountId, null) : null;
      if (!grant) throw signInErrors.PASSKEY_REFUSED();
      const tx = system.as(actorOf(grant, place));
      const { affected } = await tx.manager.update(
        Passkey,
        { id: passkey.id },
        { counter, isBackedUp, lastUsedAt: () => 'now()' },
      );
      // Removed in this moment.
      if (!affected) throw signInErrors.PASSKEY_REFUSED();
      const { userAgent } = place;
      const session = await openSession(tx, this.config, {
        grant,
        method: 'PASSKEY',
        userAgent,
        onlyOrganisationId: null,
      });
      return { ...session, browserToken: await rememberPlace(tx, accountId, place) };
    });
  }
}
