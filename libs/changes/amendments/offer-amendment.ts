import { Injectable } from '@nestjs/common';
import { emitOrderEvent, lockOrderOfDesk, WorkOrder } from '#yui/orders';
import { type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { addAmendment, askBeforeAmending, type ProposedChange } from './add-amendment.js';
import { AmendmentPlan } from './amendment-plan.entity.js';
import { Amendment } from './amendment.entity.js';
import { carryOutAmendment, type CarryingOut } from './carry-out-amendment.js';

export interface OfferAmendmentInput extends ProposedChange, CarryingOut {
  readonly idempotencyKey: string;
}

/**
 * The desk proposes another quantity, date, specification or price of an order that was placed, or to drop a line. Nothing
 * changes before the buyer has agreed; what becomes of the shares then is said now, and tried out by the very rules that
 * will hold, so that the buyer is asked nothing that could not be done.
 */
@Injectable()
export class OfferAmendment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws ACCESS.NOT_FOUND, AMENDMENT.*, QUOTE.AMOUNT_TOO_LARGE, WORK_ORDER.DUE_DATE_*, STEP.DUE_DATES_OUT_OF_ORDER,
   * ASSIGNMENT.CUT_OUT_OF_RANGE, OCCURRENCE.CEILING_EXCEEDED, INPUT.*
   */
  async execute(actor: PersonActor, input: OfferAmendmentInput): Promise<{ workOrderId: string; amendmentId: string }> {
    return this.unitOfWork.command('offerAmendment', actor, input, async (tx) => {
      await tx.get(WorkOrder, { id: input.workOrderId, deskId: actor.organisationId });
      await askBeforeAmending(tx, input);
      const order = await lockOrderOfDesk(tx, actor, input.workOrderId);
      const amendment = await addAmendment(tx, actor, order, { ...input, isProposedByBuyer: false });
      const { id: amendmentId, deskId } = amendment;
      const plan = { cuts: input.cuts ?? [], stepDates: input.stepDates ?? [] };
      await tryOut(tx, actor, amendmentId, plan);
      await tx.manager.insert(AmendmentPlan, { amendmentId, deskId, ...plan });
      await emitOrderEvent(tx, deskId, 'amendment.offered', { workOrderId: order.id, amendmentId });
      return { workOrderId: order.id, amendmentId };
    });
  }
}

class TriedOut extends Error {}

/** Does what the agreement of the buyer would do, and undoes it. @throws what `carryOutAmendment` throws */
async function tryOut(tx: Transaction, actor: PersonActor, id: string, plan: CarryingOut): Promise<void> {
  try {
    await tx.part(actor, async (part) => {
      const amendment = await part.get(Amendment, { id });
      const order = await part.get(WorkOrder, { id: amendment.workOrderId });
      await carryOutAmendment(part, order, amendment, plan);
      throw new TriedOut();
    });
  } catch (error) {
    if (!(error instanceof TriedOut)) throw error;
  }
}
