import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { checkFields, CONFIG, type Config, requireLine, SYSTEM, type Transaction, UnitOfWork } from '#yui/platform';
import { insertAccount } from './create-account.js';
import { keepChallenge, takeChallenge } from '../challenges/challenges.js';
import { accountErrors, invitationErrors } from '../accounts/identity.errors.js';
import { hashPassword } from '../passwords/password-hash.js';
import { requireGoodPassword } from '../passwords/password-policy.js';
import { Passkey } from '../passkeys/passkey.entity.js';
import { readResponse, RelyingParty } from '../passkeys/relying-party.js';
import { actorOf, firstGrantOf } from '../sessions/first-grant.js';
import { openSession } from '../sessions/open-session.js';
import type { SignedIn } from '../passwords/sign-in.js';
import { type Place, rememberPlace } from '../throttle/known-place.js';
import { findOpenInvitation, acceptAs } from '../invitations/open-invitation.js';

export interface AcceptInvitationInput {
  readonly token: string;
  readonly name: string;
  /** One of the two. */
  readonly password?: string | null;
  readonly passkeyResponseJson?: string | null;
}

interface Credentials {
  readonly accountId: string;
  readonly passwordHash: string | null;
  readonly passkey: Awaited<ReturnType<RelyingParty['verifyRegistration']>> | null;
}

/** An invited person who has no account yet gets one, with the role, and is signed in. */
@Injectable()
export class AcceptInvitation {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly relyingParty: RelyingParty,
  ) {}

  /** @returns options for `navigator.credentials.create`, JSON. @throws INVITATION.INVALID, INVITATION.SIGN_IN_FIRST */
  async beginPasskey(input: { token: string; name: string }): Promise<string> {
    const name = requireLine('name', input.name, 100);
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const { id: invitationId, email } = await this.requireNewcomer(tx, input.token);
      // The device remembers the account under its id, so the id is chosen now.
      const accountId = randomUUID();
      const { optionsJson, challenge } = await this.relyingParty.registration({ id: accountId, email, name }, []);
      const content = { accountId, invitationId };
      await keepChallenge(tx, { kind: 'PASSKEY_INVITATION', secret: challenge, accountId: null, content });
      return optionsJson;
    });
  }

  /**
   * @throws INVITATION.INVALID, INVITATION.SIGN_IN_FIRST when the address has an account, INVITATION.NO_CREDENTIAL,
   * ACCOUNT.PASSWORD_TOO_SHORT, ACCOUNT.PASSWORD_COMMON, ACCOUNT.PASSKEY_INVALID, ACCOUNT.CHALLENGE_EXPIRED
   */
  async execute(input: AcceptInvitationInput, place: Place): Promise<SignedIn> {
    const invitation = await this.unitOfWork.run(SYSTEM, async (tx) => this.requireNewcomer(tx, input.token));
    const { accountId, passwordHash, passkey } = await this.prepare(input, invitation);
    return this.unitOfWork.run(SYSTEM, async (system) => {
      const { email, name } = { email: invitation.email, name: input.name };
      await insertAccount(system, { id: accountId, email, name, passwordHash });
      await acceptAs(system, input.token, accountId);
      if (passkey) {
        await system.manager.insert(Passkey, { id: system.newId(), accountId, name: 'パスキー', ...passkey });
      }
      const grant = await firstGrantOf(system.manager, accountId, null);
      if (!grant) throw invitationErrors.INVALID();
      const tx = system.as(actorOf(grant, place));
      await tx.audit(
        'createAccount',
        { deskId: null, subjectType: 'Account', subjectId: accountId },
        { invitationId: invitation.id },
      );
      const session = await openSession(tx, this.config, {
        grant,
        method: passkey ? 'PASSKEY' : 'PASSWORD',
        userAgent: place.userAgent,
        onlyOrganisationId: null,
      });
      return { ...session, browserToken: await rememberPlace(tx, accountId, place) };
    });
  }

  private async requireNewcomer(tx: Transaction, token: string) {
    const invitation = await findOpenInvitation(tx.manager, token);
    const [holder] = await tx.manager.query<object[]>('SELECT 1 FROM account WHERE lower(email) = lower($1)', [
      invitation.email,
    ]);
    if (holder) throw invitationErrors.SIGN_IN_FIRST();
    return invitation;
  }

  /** Outside any transaction: hashing is slow on purpose. */
  private async prepare(input: AcceptInvitationInput, invitation: { id: string; email: string }): Promise<Credentials> {
    const { password, passkeyResponseJson } = input;
    if (Boolean(password) === Boolean(passkeyResponseJson)) throw invitationErrors.NO_CREDENTIAL();
    if (password) {
      checkFields({
        name: () => requireLine('name', input.name, 100),
        password: () => requireGoodPassword(password, [invitation.email, input.name]),
      });
      return { accountId: randomUUID(), passwordHash: await hashPassword(password), passkey: null };
    }
    const responseJson = passkeyResponseJson ?? '';
    const { challenge } = readResponse(responseJson);
    const kept = await this.unitOfWork.run(SYSTEM, async (tx) =>
      takeChallenge<{ accountId: string; invitationId: string }>(tx, {
        kind: 'PASSKEY_INVITATION',
        secret: challenge,
        accountId: null,
      }),
    );
    if (kept.invitationId !== invitation.id) throw accountErrors.PASSKEY_INVALID();
    const passkey = await this.relyingParty.verifyRegistration(responseJson, challenge);
    return { accountId: kept.accountId, passwordHash: null, passkey };
  }
}
