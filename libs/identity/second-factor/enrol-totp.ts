import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { keepChallenge } from '../challenges/challenges.js';
import { SecretBox } from '../secrets/secret-box.js';
import { newSecretToken } from '../secrets/secret-token.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import { newTotpSecret, otpauthUri } from './totp-code.js';

export interface TotpEnrolment {
  /** Names this attempt at `ConfirmTotp`. */
  readonly enrolmentToken: string;
  /** For the QR code. */
  readonly otpauthUri: string;
  /** For typing, base32. */
  readonly secret: string;
}

/** Shows a new secret for an authenticator app. Nothing changes until a code made with it comes back. */
@Injectable()
export class EnrolTotp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly box: SecretBox,
  ) {}

  /** @throws SIGN_IN.AGAIN */
  async execute({ actor, session }: PersonCaller): Promise<TotpEnrolment> {
    requireFresh(session);
    return this.unitOfWork.run(actor, async (tx) => {
      const { accountId } = actor;
      const { email } = await tx.get(Account, { id: accountId });
      const secret = newTotpSecret();
      const enrolmentToken = newSecretToken();
      const content = { secret: this.box.seal(secret) };
      await keepChallenge(tx, { kind: 'TOTP_ENROLMENT', secret: enrolmentToken, accountId, content });
      return { enrolmentToken, otpauthUri: otpauthUri(secret, email), secret };
    });
  }
}
