import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, type Role, UnitOfWork } from '#yui/platform';
import { EnteringRefusal } from './entering-refusal.entity.js';

const ADMINS: readonly Role[] = ['BUYER_ADMIN', 'FACILITY_ADMIN'];

/** A buyer or a facility says whether desks may enter its steps for it. What was entered before stays. */
@Injectable()
export class SetEntering {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND unless the actor administers a buyer or a facility */
  async execute(actor: PersonActor, { isAllowed }: { readonly isAllowed: boolean }): Promise<{ isAllowed: boolean }> {
    if (!ADMINS.includes(actor.role)) throw accessErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, async (tx) => {
      const { organisationId } = actor;
      const wasAllowed = !(await tx.manager.existsBy(EnteringRefusal, { organisationId }));
      if (wasAllowed === isAllowed) return { isAllowed };
      if (isAllowed) await tx.manager.delete(EnteringRefusal, { organisationId });
      else await tx.manager.upsert(EnteringRefusal, { organisationId, refusedAt: tx.now }, ['organisationId']);
      await tx.audit(
        'entering.set',
        { deskId: null, subjectType: 'EnteringRefusal', subjectId: organisationId },
        { isAllowed },
      );
      return { isAllowed };
    });
  }
}
