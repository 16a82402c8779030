import { Injectable } from '@nestjs/common';
import { requireLine, UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { deskOf } from '../accounts/audit-desk.js';
import { keepChallenge, takeChallenge } from '../challenges/challenges.js';
import { accountErrors } from '../accounts/identity.errors.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import { Passkey } from './passkey.entity.js';
import { readResponse, RelyingParty } from './relying-party.js';

const MAX_PASSKEYS = 20;

/** Adds a passkey to the account of the acting person, in two halves with the browser between. */
@Injectable()
export class RegisterPasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly relyingParty: RelyingParty,
  ) {}

  /** @returns options for `navigator.credentials.create`, JSON. @throws SIGN_IN.AGAIN, ACCOUNT.TOO_MANY */
  async begin({ actor, session }: PersonCaller): Promise<string> {
    requireFresh(session);
    return this.unitOfWork.run(actor, async (tx) => {
      const { accountId } = actor;
      const account = await tx.get(Account, { id: accountId });
      const passkeys = await tx.manager.findBy(Passkey, { accountId });
      if (passkeys.length >= MAX_PASSKEYS) throw accountErrors.TOO_MANY({ most: MAX_PASSKEYS });
      const { optionsJson, challenge } = await this.relyingParty.registration(account, passkeys);
      await keepChallenge(tx, { kind: 'PASSKEY_REGISTRATION', secret: challenge, accountId, content: {} });
      return optionsJson;
    });
  }

  /** @throws ACCOUNT.PASSKEY_INVALID, ACCOUNT.CHALLENGE_EXPIRED, SIGN_IN.AGAIN */
  async execute(
    { actor, session }: PersonCaller,
    input: { responseJson: string; name: string },
  ): Promise<{ passkeyId: string }> {
    requireFresh(session);
    const { accountId } = actor;
    const name = requireLine('name', input.name, 60);
    const { challenge } = readResponse(input.responseJson);
    // In a transaction of its own: the challenge is used up whatever comes of it.
    await this.unitOfWork.run(actor, async (tx) =>
      takeChallenge(tx, { kind: 'PASSKEY_REGISTRATION', secret: challenge, accountId }),
    );
    const passkey = await this.relyingParty.verifyRegistration(input.responseJson, challenge);
    return this.unitOfWork.run(actor, async (tx) => {
      if (await tx.manager.existsBy(Passkey, { credentialId: passkey.credentialId })) {
        throw accountErrors.PASSKEY_INVALID();
      }
      const id = tx.newId();
      await tx.manager.insert(Passkey, { id, accountId, name, ...passkey });
      await tx.audit('registerPasskey', { deskId: deskOf(actor), subjectType: 'Passkey', subjectId: id });
      await emitAccountSecured(tx, accountId, 'PASSKEY_ADDED');
      return { passkeyId: id };
    });
  }
}
