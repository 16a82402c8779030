import { Injectable } from '@nestjs/common';
import { emitOrderEvent, type WorkOrder } from '#yui/orders';
import {
  DomainError,
  type PartyActor,
  type PersonActor,
  requireText,
  type Transaction,
  transition,
  UnitOfWork,
} from '#yui/platform';
import { requireAmendable } from './accept-amendment.js';
import { lockAmendmentOfBuyer } from './amendment.access.js';
import { AmendmentPlan } from './amendment-plan.entity.js';
import { Amendment } from './amendment.entity.js';
import { amendmentErrors } from './amendment.errors.js';
import { amendmentTransitions } from './amendment.transitions.js';
import { carryOutAmendment } from './carry-out-amendment.js';
import type { AmendmentInput } from './withdraw-amendment.js';

/** Yes, or no with a reason. */
export interface AmendmentAnswer {
  readonly isAgreed: boolean;
  readonly reason?: string | null;
}

/** The buyer answers what its desk proposed: with a yes the order is changed at once, with a no it stays as it is. */
@Injectable()
export class AnswerAmendment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, AMENDMENT.NOT_NOW, AMENDMENT.OVERTAKEN, OCCURRENCE.*, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: AmendmentInput & AmendmentAnswer): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('answerAmendment', actor, input, async (tx) =>
      answerOffered(tx, actor, input.amendmentId, input),
    );
  }
}

/** @throws what `AnswerAmendment` throws */
export async function answerOffered(
  tx: Transaction,
  actor: PartyActor,
  id: string,
  { isAgreed, reason }: AmendmentAnswer,
): Promise<{ workOrderId: string }> {
  const own = { id, isProposedByBuyer: false };
  const { workOrderId } = await tx.get(Amendment, { ...own, buyerId: actor.organisationId });
  if (isAgreed) await requireAmendable(tx, { id, workOrderId });
  const { order, amendment } = await lockAmendmentOfBuyer(tx, actor, own);
  if (isAgreed) {
    await carryOutAsPlanned(tx, order, amendment);
  } else {
    const refusalReason = requireText('reason', reason ?? '', 1000);
    await transition(tx, amendmentTransitions, amendment, 'refuse', { refusalReason, decidedAt: tx.now });
    await emitOrderEvent(tx, order.deskId, 'amendment.refused', { workOrderId, amendmentId: id });
  }
  return { workOrderId };
}

/** What stands against it by now (a share that was accepted since, a day that has passed) is for the desk to settle. */
async function carryOutAsPlanned(tx: Transaction, order: WorkOrder, amendment: Amendment): Promise<void> {
  const plan = await tx.get(AmendmentPlan, { amendmentId: amendment.id });
  try {
    await carryOutAmendment(tx, order, amendment, plan);
  } catch (error) {
    if (error instanceof DomainError && !SAID_AS_IT_IS.test(error.code)) throw amendmentErrors.OVERTAKEN();
    throw error;
  }
}

const SAID_AS_IT_IS = /^(TRANSITION\.|AMENDMENT\.NOT_NOW$|PLATFORM\.)/;
