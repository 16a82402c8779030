import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { COMMITTED_STATES } from '../assignments/assignment.transitions.js';
import { emitOrderEvent, lockOrderOfDesk, transitionOrder } from '#yui/orders';

export interface NameLeadFacilityInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  /** Null: nobody from now on. */
  readonly facilityId?: string | null;
}

/**
 * The desk names one of the facilities at work on an order its lead (まとめ役). It sees who else works on it and how much,
 * never a price.
 */
@Injectable()
export class NameLeadFacility {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND (also for a facility that has not said yes to a share), TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: NameLeadFacilityInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('nameLeadFacility', actor, input, async (tx) => {
      const order = await lockOrderOfDesk(tx, actor, input.workOrderId);
      const facilityId = input.facilityId ?? null;
      const share = facilityId && {
        workOrderId: order.id,
        facilityId,
        status: In([...COMMITTED_STATES]),
      };
      if (share && !(await tx.manager.existsBy(Assignment, share))) throw accessErrors.NOT_FOUND();
      await transitionOrder(tx, order, 'nameLead', { leadFacilityId: facilityId });
      if (facilityId !== null) {
        await emitOrderEvent(tx, order.deskId, 'work-order.lead-named', { workOrderId: order.id, facilityId });
      }
      return { workOrderId: order.id };
    });
  }
}
