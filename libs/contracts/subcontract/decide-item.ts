import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { WorkOrder } from '#yui/orders';
import { type PersonActor, requireDesk, requireText, UnitOfWork } from '#yui/platform';
import { emitContractEvent } from '../contract/contract.events.js';
import type { OrderItem } from './order-items.js';
import { subcontractErrors } from './subcontract.errors.js';
import { UndecidedItem } from './undecided-item.entity.js';

export interface DecideItemInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly item: OrderItem;
  readonly decision: string;
}

/** What was open is decided: every facility that is bound gets its order again, and there it stands. */
@Injectable()
export class DecideItem {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, SUBCONTRACT.NOT_OPEN, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: DecideItemInput): Promise<{ workOrderId: string }> {
    requireDesk(actor);
    return this.unitOfWork.command('decideItem', actor, input, async (tx) => {
      const order = await tx.lock(WorkOrder, {
        id: input.workOrderId,
        deskId: actor.organisationId,
        // A draft is the buyer's alone.
        status: Not('DRAFT' as const),
      });
      const open = await tx.manager.findOneBy(UndecidedItem, {
        workOrderId: order.id,
        item: input.item,
        decidedAt: IsNull(),
      });
      if (!open) throw subcontractErrors.NOT_OPEN();
      const decision = requireText('decision', input.decision, 500);
      await tx.manager.update(UndecidedItem, { id: open.id }, { decidedAt: tx.now, decision });
      await tx.audit(
        'undecidedItem.decide',
        { deskId: order.deskId, subjectType: 'WorkOrder', subjectId: order.id },
        { item: input.item, decision },
      );
      await emitContractEvent(tx, order.deskId, 'undecided-item.decided', {
        workOrderId: order.id,
        undecidedItemId: open.id,
      });
      return { workOrderId: order.id };
    });
  }
}
