import { Injectable } from '@nestjs/common';
import { type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { lockAmendmentOfDesk } from './amendment.access.js';
import { AmendmentLine } from './amendment-line.entity.js';
import { Amendment } from './amendment.entity.js';
import { beforeAmending } from './before-amending.js';
import { carryOutAmendment, type CarryingOut } from './carry-out-amendment.js';
import type { AmendmentInput } from './withdraw-amendment.js';

/** The desk agrees to what its buyer proposed, and says what becomes of the shares. */
@Injectable()
export class AcceptAmendment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, AMENDMENT.NOT_NOW, AMENDMENT.CUTS_DIFFER,
   * STEP.DUE_DATES_OUT_OF_ORDER, WORK_ORDER.DUE_DATE_*, ASSIGNMENT.CUT_OUT_OF_RANGE,
   * OCCURRENCE.CEILING_EXCEEDED
   */
  async execute(actor: PersonActor, input: AmendmentInput & CarryingOut): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('acceptAmendment', actor, input, async (tx) => {
      const own = { id: input.amendmentId, isProposedByBuyer: true };
      const { workOrderId } = await tx.get(Amendment, { ...own, deskId: actor.organisationId });
      await requireAmendable(tx, { id: input.amendmentId, workOrderId });
      const { order, amendment } = await lockAmendmentOfDesk(tx, actor, own);
      await carryOutAmendment(tx, order, amendment, input);
      return { workOrderId };
    });
  }
}

/** A proposal never changes, so what it would come to is known before anything is locked. @throws OCCURRENCE.* */
export async function requireAmendable(
  tx: Transaction,
  { id: amendmentId, workOrderId }: Pick<Amendment, 'id' | 'workOrderId'>,
): Promise<void> {
  const lines = await tx.manager.findBy(AmendmentLine, { amendmentId });
  await beforeAmending.run(tx, workOrderId, new Map(lines.map((line) => [line.workOrderLineId, line.quantity])));
}
