import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { hashSecret } from '../secrets/secret-token.js';

/** Ends the session; the token is worthless from then on. Ending one that has ended changes nothing. */
@Injectable()
export class SignOut {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(token: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      await tx.manager.query('UPDATE session SET ended_at = now() WHERE token_hash = $1 AND ended_at IS NULL', [
        hashSecret(token),
      ]);
    });
  }
}
