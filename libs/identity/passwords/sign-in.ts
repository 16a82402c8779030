import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, SYSTEM, UnitOfWork } from '#yui/platform';
import { signInErrors } from '../accounts/identity.errors.js';
import { addInvitedRole } from '../invitations/add-invited-role.js';
import { type Place, rememberPlace } from '../throttle/known-place.js';
import { forgiveAttempt } from '../throttle/throttle.js';
import { checkPassword } from './check-password.js';
import { actorOf, firstGrantOf } from '../sessions/first-grant.js';
import { type OpenedSession, openSession } from '../sessions/open-session.js';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** The person was invited and has an account: the role is added while they sign in. */
  readonly invitationToken?: string | null;
}

/** A session, and what this browser is to keep so that it is recognised at the next sign-in. */
export interface SignedIn extends OpenedSession {
  readonly browserToken: string;
}

/** Opens a session for a mail address and a password, acting under the first role of the account. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @throws SIGN_IN.REFUSED alike for a wrong password, an unknown address, a disabled account and one without a role;
   * SIGN_IN.TOO_MANY_ATTEMPTS, SIGN_IN.BUSY; INVITATION.INVALID, INVITATION.OTHER_ADDRESS
   */
  async execute(input: SignInInput, place: Place): Promise<SignedIn> {
    const { accountId, attempt, ownName } = await checkPassword(this.unitOfWork, input, place);
    if (accountId === null) throw signInErrors.REFUSED();
    return this.unitOfWork.run(SYSTEM, async (system) => {
      if (input.invitationToken) await addInvitedRole(system, accountId, input.invitationToken);
      const grant = await firstGrantOf(system.manager, accountId, null);
      if (!grant) throw signInErrors.REFUSED();
      const tx = system.as(actorOf(grant, place));
      await forgiveAttempt(tx, attempt, [ownName]);
      const session = await openSession(tx, this.config, {
        grant,
        method: 'PASSWORD',
        userAgent: place.userAgent,
        onlyOrganisationId: null,
      });
      return { ...session, browserToken: await rememberPlace(tx, accountId, place) };
    });
  }
}
