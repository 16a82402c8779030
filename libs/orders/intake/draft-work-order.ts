import { Injectable } from '@nestjs/common';
import { fiscalYearOf, todayInTokyo } from '#yui/calendar';
import { Buyer, Desk } from '#yui/directory';
import { type PersonActor, scatteredNumber, type Transaction, UnitOfWork } from '#yui/platform';
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

  /** @throws ACCESS.NOT_FOUND (the desk does not serve this buyer), INPUT.*, WORK_ORDER.* */
  async execute(actor: PersonActor, input: DraftWorkOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('draftWorkOrder', actor, input, async (tx) => {
      const { title, description, departmentId } = await checkContent(tx, actor, input.deskId, input);
      const buyer = await tx.get(Buyer, { id: actor.organisationId });
      const id = tx.newId();
      const number = await nextNumber(tx, input.deskId);
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
      await insertLines(tx, { id, deskId: input.deskId, buyerId: buyer.id }, input.lines);
      await tx.audit('workOrder.draft', { deskId: input.deskId, subjectType: 'WorkOrder', subjectId: id }, { number });
      return { workOrderId: id };
    });
  }
}

/** Desk code, fiscal year, a number that tells nobody how many there are: `KOCHI-2026-4817`. */
async function nextNumber(tx: Transaction, deskId: string): Promise<string> {
  const desk = await tx.get(Desk, { id: deskId });
  const fiscalYear = fiscalYearOf(todayInTokyo(tx.now));
  const [row] = await tx.manager.query<[{ last_number: number; secret: string | null }]>(
    `INSERT INTO work_order_number (desk_id, fiscal_year, last_number) VALUES ($1, $2, 1)
     ON CONFLICT (desk_id, fiscal_year) DO UPDATE SET last_number = work_order_number.last_number + 1
     RETURNING last_number, secret`,
    [deskId, fiscalYear],
  );
  return `${desk.code}-${fiscalYear}-${scatteredNumber(row.last_number, row.secret)}`;
}
