import { Injectable } from '@nestjs/common';
import { shrinkPromise } from '#yui/directory';
import { checkFields, optionalText, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { lockAssignmentOfFacility } from '../assignments/assignment.access.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { assignmentTransitions } from '../assignments/assignment.transitions.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { emitOrderEvent, onOwedChanged } from '#yui/orders';
import { requireHandedOver } from './hand-over.js';
import { deliveredUnits, unitsToDeliver } from './delivered-units.js';
import { unitsToMakeGood } from './rework-promise.js';
import { Delivery } from './delivery.entity.js';

export interface ReportDeliveryInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  readonly units: number;
  readonly note?: string | null;
}

/** A facility hands over finished units, all at once or in parts. */
@Injectable()
export class ReportDelivery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, ASSIGNMENT.DELIVERY_OUT_OF_RANGE, STEP.NOT_HANDED_OVER */
  async execute(actor: PersonActor, input: ReportDeliveryInput): Promise<{ assignmentId: string; deliveryId: string }> {
    return this.unitOfWork.command('reportDelivery', actor, input, async (tx) => {
      const { order, assignment } = await lockAssignmentOfFacility(tx, actor, input.assignmentId);
      assignmentTransitions.next(assignment.status, 'deliverRest');
      const before = await deliveredUnits(tx, assignment.id);
      const most = unitsToDeliver(assignment, before);
      const checked = checkFields({
        units: () => requireInteger('units', input.units, 1, most, assignmentErrors.DELIVERY_OUT_OF_RANGE({ most })),
        note: () => optionalText('note', input.note, 500),
      });
      const deliveryId = tx.newId();
      await tx.manager.insert(Delivery, {
        id: deliveryId,
        assignmentId: assignment.id,
        ...checked,
        deliveredAt: tx.now,
      });
      // Units made good are no new work; what is handed over is done at the least.
      const accepted = assignment.acceptedUnits ?? 0;
      const handedOver = before.delivered - before.returned + input.units;
      const doneUnits = Math.max(assignment.doneUnits, Math.min(accepted, handedOver));
      await requireHandedOver(tx, assignment, doneUnits);
      await transitionAssignment(tx, assignment, input.units === most ? 'deliverRest' : 'deliverPart', { doneUnits });
      await shrinkPromise(tx, assignment.facilityId, assignment.id, accepted - doneUnits);
      const after = { ...before, delivered: before.delivered + input.units };
      await shrinkPromise(tx, assignment.facilityId, assignment.id, unitsToMakeGood(assignment, after), true);
      await emitOrderEvent(tx, order.deskId, 'delivery.reported', {
        workOrderId: order.id,
        assignmentId: assignment.id,
        deliveryId,
      });
      await onOwedChanged.run(tx, order);
      return { assignmentId: assignment.id, deliveryId };
    });
  }
}
