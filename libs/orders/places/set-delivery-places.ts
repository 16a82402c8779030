import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '../work-orders/order.events.js';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import { lockOrderOfDesk } from '../work-orders/work-order.access.js';
import type { WorkOrderState } from '../work-orders/work-order.transitions.js';
import { DeliveryPlace } from './delivery-place.entity.js';
import { checkPlaces, insertPlaces, type PlaceContent, requireDepartments } from './place-content.js';
import { placeErrors } from './place.errors.js';

/** From when the desk has the order until its work is there. */
const UNDER_WAY: readonly WorkOrderState[] = [
  'SUBMITTED',
  'REVIEWING',
  'QUOTED',
  'QUOTE_EXPIRED',
  'ORDERED',
  'ALLOCATING',
  'IN_PRODUCTION',
];

export interface SetDeliveryPlacesInput {
  readonly idempotencyKey: string;
  readonly workOrderLineId: string;
  readonly places: readonly PlaceContent[];
}

/**
 * The desk divides a line among places, as the buyer tells it. The buyer states them itself in its draft; afterwards they
 * may cost something, so it is the desk that changes them. Papers of the order are issued again, and the buyer is told.
 */
@Injectable()
export class SetDeliveryPlaces {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, DELIVERY_PLACE.*, WORK_ORDER.DUE_DATE_TOO_EARLY, INPUT.* */
  async execute(actor: PersonActor, input: SetDeliveryPlacesInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('setDeliveryPlaces', actor, input, async (tx) => {
      const { workOrderId } = await tx.get(WorkOrderLine, {
        id: input.workOrderLineId,
        deskId: actor.organisationId,
      });
      const order = await lockOrderOfDesk(tx, actor, workOrderId);
      if (!UNDER_WAY.includes(order.status)) throw placeErrors.NOT_NOW();
      const line = await tx.get(WorkOrderLine, { id: input.workOrderLineId });
      if (line.quantity === 0) throw accessErrors.NOT_FOUND();
      const present = await tx.manager.find(DeliveryPlace, {
        where: { workOrderLineId: line.id },
        order: { position: 'ASC' },
      });
      const keptDays = present.map(({ dueOn }) => dueOn);
      checkPlaces(tx, line, input.places, keptDays);
      await requireDepartments(tx, order.buyerId, input.places);
      await tx.manager.delete(DeliveryPlace, { workOrderLineId: line.id });
      await insertPlaces(tx, line, input.places, present);
      await tx.audit(
        'workOrderLine.setPlaces',
        { deskId: order.deskId, subjectType: 'WorkOrderLine', subjectId: line.id },
        { workOrderId, places: { before: present.length, after: input.places.length } },
      );
      await emitOrderEvent(tx, order.deskId, 'work-order.places-changed', { workOrderId, workOrderLineId: line.id });
      return { workOrderId };
    });
  }
}
