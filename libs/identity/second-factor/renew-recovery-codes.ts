import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#yui/platform';
import { deskOf } from '../accounts/audit-desk.js';
import { secondFactorErrors } from '../accounts/identity.errors.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import { replaceRecoveryCodes } from './recovery-codes.js';
import { Totp } from './totp.entity.js';

/** New recovery codes, shown once; the old ones are worthless from then on. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws SECOND_FACTOR.NONE, SIGN_IN.AGAIN */
  async execute({ actor, session }: PersonCaller): Promise<{ recoveryCodes: string[] }> {
    requireFresh(session);
    return this.unitOfWork.run(actor, async (tx) => {
      const { accountId } = actor;
      if (!(await tx.manager.existsBy(Totp, { accountId }))) throw secondFactorErrors.NONE();
      await tx.audit('renewRecoveryCodes', { deskId: deskOf(actor), subjectType: 'Account', subjectId: accountId });
      await emitAccountSecured(tx, accountId, 'RECOVERY_CODES_RENEWED');
      return { recoveryCodes: await replaceRecoveryCodes(tx, accountId) };
    });
  }
}
