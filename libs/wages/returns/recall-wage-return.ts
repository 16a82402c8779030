import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { deskOf, lockKeptFacility } from './return-keepers.js';
import { WageReturn } from './wage-return.entity.js';
import { wageReturnTransitions } from './wage-return.transitions.js';

/** Takes a return back that nobody has checked yet, to correct it. */
@Injectable()
export class RecallWageReturn {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, wageReturnId: string): Promise<{ wageReturnId: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { facilityId } = await tx.get(WageReturn, { id: wageReturnId });
      await lockKeptFacility(tx, actor, facilityId);
      const row = await tx.lock(WageReturn, { id: wageReturnId });
      const status = wageReturnTransitions.next(row.status, 'recall');
      await tx.manager.update(WageReturn, { id: row.id }, { status, submittedAt: null });
      await tx.audit(
        wageReturnTransitions.auditAction('recall'),
        { deskId: deskOf(actor), subjectType: 'WageReturn', subjectId: row.id },
        { from: row.status, to: status },
      );
      return { wageReturnId };
    });
  }
}
