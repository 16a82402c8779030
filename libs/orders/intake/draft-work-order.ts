import { Injectable } from '@nestjs/common';
import { Buyer } from '#yui/directory';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { writeContact } from '../contacts/contact-content.js';
import { nextOrderNumber } from '../work-orders/next-order-number.js';
import { checkContent, firstDueDate, insertLines, type WorkOrderContent } from './work-order-content.js';
import { WorkOrder } from '../work-orders/work-order.entity.js';
import { workOrderTransitions } from '../work-orders/work-order.transitions.js';

export interface DraftWorkOrderInput extends WorkOrderContent {
  readonly idempotencyKey: string;
  readonly deskId: string;
}

/** A buyer records what is to be done. Only the buyer sees a draft, and the desk if it drafted it for the buyer. */
@Injectable()
export class DraftWorkOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param numberFor gives the order its number
   * @throws ACCESS.NOT_FOUND (the desk does not serve this buyer), INPUT.*, WORK_ORDER.*
   */
  async execute(
    actor: PersonActor,
    input: DraftWorkOrderInput,
    numberFor: typeof nextOrderNumber = nextOrderNumber,
  ): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('draftWorkOrder', actor, input, async (tx) => {
      const { title, description, departmentId, contact } = await checkContent(tx, actor, input.deskId, input);
      const buyer = await tx.get(Buyer, { id: actor.organisationId });
      const id = tx.newId();
      const number = await numberFor(tx, input.deskId);
      await tx.manager.insert(WorkOrder, {
        id,
        deskId: input.deskId,
        number,
        buyerId: buyer.id,
        departmentId,
        title,
        description,
        isPublicMoney: input.isPublicMoney ?? buyer.kind === 'GOVERNMENT',
        dueOn: firstDueDate(input.lines),
        status: workOrderTransitions.initial,
        isDraftedByDesk: Boolean(actor.entering),
        createdBy: actor.accountId,
        createdAt: tx.now,
      });
      if (contact) await writeContact(tx, { id, deskId: input.deskId, buyerId: buyer.id }, contact);
      await insertLines(tx, { id, deskId: input.deskId, buyerId: buyer.id }, input.lines);
      await tx.audit('workOrder.draft', { deskId: input.deskId, subjectType: 'WorkOrder', subjectId: id }, { number });
      return { workOrderId: id };
    });
  }
}
