import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { deskOf } from '../accounts/audit-desk.js';
import { accountErrors } from '../accounts/identity.errors.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import { Passkey } from './passkey.entity.js';

/** Takes a passkey away, such as that of a lost device. */
@Injectable()
export class RemovePasskey {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ACCOUNT.LAST_WAY_IN, SIGN_IN.AGAIN */
  async execute({ actor, session }: PersonCaller, input: { passkeyId: string }): Promise<void> {
    requireFresh(session);
    await this.unitOfWork.run(actor, async (tx) => {
      const { accountId } = actor;
      // Held until the end, so that two removals at once do not leave nothing.
      const { passwordHash } = await tx.lock(Account, { id: accountId });
      const { id } = await tx.get(Passkey, { id: input.passkeyId, accountId });
      const hasOthers = await tx.manager.existsBy(Passkey, { accountId, id: Not(id) });
      if (passwordHash === null && !hasOthers) throw accountErrors.LAST_WAY_IN();
      await tx.manager.delete(Passkey, { id });
      await tx.audit('removePasskey', { deskId: deskOf(actor), subjectType: 'Passkey', subjectId: id });
      await emitAccountSecured(tx, accountId, 'PASSKEY_REMOVED');
    });
  }
}
