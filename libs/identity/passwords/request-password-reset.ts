import { Injectable } from '@nestjs/common';
import { DomainError, SYSTEM, UnitOfWork } from '#yui/platform';
import { emitPasswordResetRequested } from '../stranger-mails/emit-stranger-mails.js';

const LIFE_MINUTES = 30;

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
        const id = tx.newId();
        const [row] = await tx.manager.query<[{ account_id: string | null }]>(
          `INSERT INTO password_reset (id, account_id, expires_at)
           VALUES ($1, (SELECT id FROM account WHERE lower(email) = lower($2) AND NOT is_disabled),
             now() + make_interval(mins => $3)) RETURNING account_id`,
          [id, email, LIFE_MINUTES],
        );
        await emitPasswordResetRequested(tx, { id, email, address: place.address });
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
