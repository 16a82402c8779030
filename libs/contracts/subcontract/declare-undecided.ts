import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { WorkOrder } from '#yui/orders';
import { type PersonActor, requireDesk, requireText, UnitOfWork } from '#yui/platform';
import type { OrderItem } from './order-items.js';
import { subcontractErrors } from './subcontract.errors.js';
import { UndecidedItem } from './undecided-item.entity.js';

export interface DeclareUndecidedInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly item: OrderItem;
  readonly reason: string;
  readonly decideOn: LocalDate;
}

/** The desk cannot state something yet, and says why and by when it will. Saying it again changes reason and day. */
@Injectable()
export class DeclareUndecided {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, SUBCONTRACT.DECIDE_ON_PASSED, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: DeclareUndecidedInput): Promise<{ workOrderId: string }> {
    requireDesk(actor);
    return this.unitOfWork.command('declareUndecided', actor, input, async (tx) => {
      const order = await tx.lock(WorkOrder, {
        id: input.workOrderId,
        deskId: actor.organisationId,
        // A draft is the buyer's alone.
        status: Not('DRAFT' as const),
      });
      if (input.decideOn < todayInTokyo(tx.now)) throw subcontractErrors.DECIDE_ON_PASSED().at('decideOn');
      const { item, decideOn } = input;
      const reason = requireText('reason', input.reason, 500);
      const open = await tx.manager.findOneBy(UndecidedItem, { workOrderId: order.id, item, decidedAt: IsNull() });
      if (open) await tx.manager.update(UndecidedItem, { id: open.id }, { reason, decideOn });
      else {
        await tx.manager.insert(UndecidedItem, {
          id: tx.newId(),
          deskId: order.deskId,
          workOrderId: order.id,
          item,
          reason,
          decideOn,
        });
      }
      await tx.audit(
        'undecidedItem.declare',
        { deskId: order.deskId, subjectType: 'WorkOrder', subjectId: order.id },
        { item, decideOn },
      );
      return { workOrderId: order.id };
    });
  }
}
