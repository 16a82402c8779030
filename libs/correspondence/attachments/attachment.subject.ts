import { accessErrors, type PersonActor, type Transaction } from '#yui/platform';
import {
  Delivery,
  Inspection,
  lockAssignmentOf,
  lockAssignmentOfDesk,
  lockAssignmentOfFacility,
} from '#yui/fulfilment';
import { lockQuestion, sideOf } from '../questions/question.access.js';
import { lockOrderOfBuyer, lockOrderOfDesk, type WorkOrder } from '#yui/orders';
import type { AttachmentSubject } from './attachment.entity.js';

/** What a file is to be about, with the order locked, and who reads it unless somebody says otherwise. */
export interface Subject {
  readonly order: WorkOrder;
  readonly facilityId: string | null;
  readonly isForBuyer: boolean;
  /** Who adds the file may say who else reads it: true for the order as a whole only. */
  readonly isOpen: boolean;
}

/**
 * The thing the actor may add files to: buyer and desk to the order, desk and facility to a share, a facility to its deliveries, a desk to what it
 * inspected, both sides to their question.
 * @throws ACCESS.NOT_FOUND
 */
export async function lockSubject(
  tx: Transaction,
  actor: PersonActor,
  type: AttachmentSubject,
  id: string,
): Promise<Subject> {
  const side = sideOf(actor);
  switch (type) {
    case 'WORK_ORDER': {
      if (side === 'FACILITY') throw accessErrors.NOT_FOUND();
      const order = await (side === 'BUYER' ? lockOrderOfBuyer(tx, actor, id) : lockOrderOfDesk(tx, actor, id));
      return { order, facilityId: null, isForBuyer: true, isOpen: true };
    }
    case 'ASSIGNMENT': {
      if (side === 'BUYER') throw accessErrors.NOT_FOUND();
      const { order, assignment } = await lockAssignmentOf(tx, actor, id);
      return { order, facilityId: assignment.facilityId, isForBuyer: false, isOpen: false };
    }
    case 'DELIVERY': {
      const { assignmentId } = await tx.get(Delivery, { id });
      if (side !== 'FACILITY') throw accessErrors.NOT_FOUND();
      const { order, assignment } = await lockAssignmentOfFacility(tx, actor, assignmentId);
      return { order, facilityId: assignment.facilityId, isForBuyer: order.contractType === 'BROKERED', isOpen: false };
    }
    case 'INSPECTION': {
      const { deliveryId } = await tx.get(Inspection, { id });
      const { assignmentId } = await tx.get(Delivery, { id: deliveryId });
      if (side !== 'DESK') throw accessErrors.NOT_FOUND();
      const { order, assignment } = await lockAssignmentOfDesk(tx, actor, assignmentId);
      return { order, facilityId: assignment.facilityId, isForBuyer: order.contractType === 'BROKERED', isOpen: false };
    }
    case 'QUESTION': {
      const { order, question } = await lockQuestion(tx, actor, id);
      const isWithBuyer = question.askedBy === 'BUYER' || question.askedOf === 'BUYER';
      return { order, facilityId: question.facilityId, isForBuyer: isWithBuyer, isOpen: false };
    }
  }
}
