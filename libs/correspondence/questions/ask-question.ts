import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, requireText, type Transaction, UnitOfWork } from '#yui/platform';
import { lockAssignmentOfDesk, lockAssignmentOfFacility } from '#yui/fulfilment';
import { emitOrderEvent, lockOrderOfBuyer, lockOrderOfDesk, type WorkOrder, type WorkOrderState } from '#yui/orders';
import { sideOf } from './question.access.js';
import { Question } from './question.entity.js';
import { questionErrors } from './question.errors.js';
import { questionTransitions } from './question.transitions.js';

export interface AskQuestionInput {
  readonly idempotencyKey: string;
  /** Of a buyer to the desk, or of the desk to the buyer. */
  readonly workOrderId?: string | null;
  /** Of a facility to the desk, or of the desk to the facility. */
  readonly assignmentId?: string | null;
  readonly body: string;
}

/** Nothing of these can be asked any more. */
const ENDED: ReadonlySet<WorkOrderState> = new Set(['REJECTED', 'WITHDRAWN', 'CANCELLED', 'CLOSED']);

type Between = Pick<Question, 'askedBy' | 'askedOf' | 'assignmentId' | 'facilityId'> & { readonly order: WorkOrder };

/** Buyer or facility ask the desk; the desk asks the buyer about an order, or a facility about its share. */
@Injectable()
export class AskQuestion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, QUESTION.*, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: AskQuestionInput): Promise<{ questionId: string }> {
    return this.unitOfWork.command('askQuestion', actor, input, async (tx) => {
      const { order, ...between } = await this.sides(tx, actor, input);
      if (ENDED.has(order.status)) throw questionErrors.ORDER_ENDED();
      const questionId = await addQuestion(tx, actor, order, { ...between, passedOnFromId: null, body: input.body });
      return { questionId };
    });
  }

  private async sides(
    tx: Transaction,
    actor: PersonActor,
    { workOrderId = null, assignmentId = null }: Pick<AskQuestionInput, 'workOrderId' | 'assignmentId'>,
  ): Promise<Between> {
    const side = sideOf(actor);
    if (side === 'FACILITY') {
      if (assignmentId === null) throw accessErrors.NOT_FOUND();
      const { order, assignment } = await lockAssignmentOfFacility(tx, actor, assignmentId);
      return { order, askedBy: 'FACILITY', askedOf: 'DESK', assignmentId, facilityId: assignment.facilityId };
    }
    if (side === 'BUYER') {
      if (workOrderId === null) throw accessErrors.NOT_FOUND();
      const order = await lockOrderOfBuyer(tx, actor, workOrderId);
      if (order.status === 'DRAFT') throw accessErrors.NOT_FOUND();
      return { order, askedBy: 'BUYER', askedOf: 'DESK', assignmentId: null, facilityId: null };
    }
    if ((workOrderId === null) === (assignmentId === null)) throw questionErrors.ASKED_OF_MISSING();
    if (workOrderId !== null) {
      const order = await lockOrderOfDesk(tx, actor, workOrderId);
      return { order, askedBy: 'DESK', askedOf: 'BUYER', assignmentId: null, facilityId: null };
    }
    const { order, assignment } = await lockAssignmentOfDesk(tx, actor, assignmentId ?? '');
    // A facility that has not been offered the share yet cannot be asked about it.
    if (assignment.status === 'PLANNED') throw accessErrors.NOT_FOUND();
    return { order, askedBy: 'DESK', askedOf: 'FACILITY', assignmentId, facilityId: assignment.facilityId };
  }
}

/** Writes a question about a locked order and tells who is asked. @returns its id */
export async function addQuestion(
  tx: Transaction,
  actor: PersonActor,
  order: WorkOrder,
  question: Pick<Question, 'askedBy' | 'askedOf' | 'assignmentId' | 'facilityId' | 'passedOnFromId' | 'body'>,
): Promise<string> {
  const id = tx.newId();
  await tx.manager.insert(Question, {
    ...question,
    id,
    deskId: order.deskId,
    workOrderId: order.id,
    buyerId: order.buyerId,
    status: questionTransitions.initial,
    body: requireText('body', question.body, 2000),
    askedByAccount: actor.accountId,
    askedAt: tx.now,
    isForAllFacilities: false,
  });
  const { askedBy, askedOf } = question;
  await tx.audit(
    'question.ask',
    { deskId: order.deskId, subjectType: 'Question', subjectId: id },
    { workOrderId: order.id, askedBy, askedOf },
  );
  await emitOrderEvent(tx, order.deskId, 'question.asked', { workOrderId: order.id, questionId: id });
  return id;
}
