import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, Not } from 'typeorm';
import { firstDayOfMonth, lastDayOfMonth, type LocalDate } from '#yui/calendar';
import { completeOrder } from '#yui/fulfilment';
import { WorkOrder } from '#yui/orders';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { lockStandingOrderOfBuyer } from '../standing-orders/standing-order.access.js';
import { emitStandingEvent } from '../standing-orders/standing-order.events.js';
import { occurrenceErrors } from '../standing-orders/standing-order.errors.js';
import { Occurrence } from './occurrence.entity.js';

export interface AcceptMonthInput {
  readonly idempotencyKey: string;
  readonly standingOrderId: string;
  /** Any day of the month. */
  readonly month: LocalDate;
}

/** 月次検収: the buyer accepts all of a month that was delivered, at once. What was not stays as it is. */
@Injectable()
export class AcceptMonth {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, OCCURRENCE.NOTHING_TO_ACCEPT */
  async execute(actor: PersonActor, input: AcceptMonthInput): Promise<{ standingOrderId: string; accepted: number }> {
    return this.unitOfWork.command('acceptMonth', actor, input, async (tx) => {
      const standing = await lockStandingOrderOfBuyer(tx, actor, input.standingOrderId);
      const occurrences = await tx.manager.findBy(Occurrence, {
        standingOrderId: standing.id,
        dueOn: Between(firstDayOfMonth(input.month), lastDayOfMonth(input.month)),
        workOrderId: Not(IsNull()),
      });
      // Several orders are locked in the order of their ids.
      const delivered = await tx.manager.find(WorkOrder, {
        where: { id: In(occurrences.map(({ workOrderId }) => workOrderId)), status: 'DELIVERED' },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      if (delivered.length === 0) throw occurrenceErrors.NOTHING_TO_ACCEPT();
      for (const order of delivered) await completeOrder(tx, order, 'accept');
      const fact = { deskId: standing.deskId, subjectType: 'StandingOrder', subjectId: standing.id };
      await tx.audit('standingOrder.acceptMonth', fact, { month: input.month.slice(0, 7), accepted: delivered.length });
      await emitStandingEvent(tx, standing.deskId, 'standing-order.month-accepted', {
        standingOrderId: standing.id,
        month: firstDayOfMonth(input.month),
      });
      return { standingOrderId: standing.id, accepted: delivered.length };
    });
  }
}
