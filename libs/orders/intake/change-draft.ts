import { Injectable } from '@nestjs/common';
import { accessErrors, difference, type PersonActor, UnitOfWork } from '#yui/platform';
import { writeContact } from '../contacts/contact-content.js';
import { lockOrderOfBuyer } from '../work-orders/work-order.access.js';
import { checkContent, firstDueDate, insertLines, type WorkOrderContent } from './work-order-content.js';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import { WorkOrder } from '../work-orders/work-order.entity.js';

export interface ChangeDraftInput extends WorkOrderContent {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
}

/** A buyer writes a draft again, lines and all. */
@Injectable()
export class ChangeDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND (also for an order that is no draft any more), INPUT.*, WORK_ORDER.* */
  async execute(actor: PersonActor, input: ChangeDraftInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('changeDraft', actor, input, async (tx) => {
      const order = await lockOrderOfBuyer(tx, actor, input.workOrderId);
      if (order.status !== 'DRAFT') throw accessErrors.NOT_FOUND();
      const { contact, ...checked } = await checkContent(tx, actor, order.deskId, input);
      const isPublicMoney = input.isPublicMoney ?? order.isPublicMoney;
      await tx.manager.update(
        WorkOrder,
        { id: order.id },
        { ...checked, isPublicMoney, dueOn: firstDueDate(input.lines) },
      );
      const lines = await tx.manager.find(WorkOrderLine, {
        where: { workOrderId: order.id },
        order: { position: 'ASC' },
      });
      await tx.manager.delete(WorkOrderLine, { workOrderId: order.id });
      await insertLines(tx, order, input.lines);
      if (contact) await writeContact(tx, order, contact);
      const fact = { deskId: order.deskId, subjectType: 'WorkOrder', subjectId: order.id };
      // What people wrote in words stays out of the audit, which nobody can correct.
      const { departmentId, isPublicMoney: wasPublicMoney } = order;
      await tx.audit(
        'workOrder.changeDraft',
        fact,
        difference(
          { departmentId, isPublicMoney: wasPublicMoney, lines: lines.map(figuresOf) },
          { departmentId: checked.departmentId, isPublicMoney, lines: input.lines.map(figuresOf) },
        ),
      );
      return { workOrderId: order.id };
    });
  }
}

function figuresOf({ workTypeCode, quantity, dueOn }: Pick<WorkOrderLine, 'workTypeCode' | 'quantity' | 'dueOn'>) {
  return { workTypeCode, quantity, dueOn };
}
