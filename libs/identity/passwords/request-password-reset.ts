import { Injectable } from '@nestjs/common';
import { DomainError, SYSTEM, UnitOfWork } from '#yui/platform';
import { emitPasswordResetRequested } from '../accounts/account-events.js';
import { countAttempt } from '../throttle/throttle.js';

const LIFE_MINUTES = 30;
/** Mails to one address, and requests from one, in fifteen minutes: nobody's mailbox is filled through us. */
const MAX_FOR_EMAIL = 3;
const MAX_FROM_ADDRESS = 30;

/** Sends a mail with which a forgotten password can be replaced. */
@Injectable()
export class RequestPasswordReset {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes the same statements and gives the same answer whether or not somebody has this address, and also when no
   * further mail is sent because too many were asked for.
   */
  async execute(input: { email: string }, place: { readonly address: string }): Promise<void> {
    const email = input.email.normalize('NFKC').trim().slice(0, 254);
    try {
      await this.unitOfWork.run({ ...SYSTEM, address: place.address }, async (tx) => {
        await countAttempt(tx, [
          { name: `reset ${email.toLowerCase()}`, most: MAX_FOR_EMAIL },
          { name: `reset from ${place.address}`, most: MAX_FROM_ADDRESS },
        ]);
        const id = tx.newId();
        const [row] = await tx.manager.query<[{ account_id: string | null }]>(
          `INSERT INTO password_reset (id, account_id, expires_at)
           VALUES ($1, (SELECT id FROM account WHERE lower(email) = lower($2) AND NOT is_disabled),
             now() + make_interval(mins => $3)) RETURNING account_id`,
          [id, email, LIFE_MINUTES],
        );
        await emitPasswordResetRequested(tx, id);
        await tx.audit('requestPasswordReset', {
          deskId: null,
          subjectType: 'Account',
          subjectId: row.account_id ?? id,
        });
      });
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'SIGN_IN.TOO_MANY_ATTEMPTS')) throw error;
    }
  }
}
