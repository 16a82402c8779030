import type { SelectQueryBuilder } from 'typeorm';
import { accessErrors, organisationKindOf, type PersonActor, type Transaction } from '#yui/platform';
import { WorkOrder } from '#yui/orders';
import { Question, type QuestionSide } from './question.entity.js';

export function sideOf(actor: PersonActor): QuestionSide {
  const kind = organisationKindOf(actor.role);
  if (kind === 'BUYER' || kind === 'DESK' || kind === 'FACILITY') return kind;
  throw accessErrors.NOT_FOUND();
}

/** A question the actor is a side of, with its order locked. @throws ACCESS.NOT_FOUND */
export async function lockQuestion(
  tx: Transaction,
  actor: PersonActor,
  id: string,
): Promise<{ order: WorkOrder; question: Question }> {
  const side = sideOf(actor);
  const own = { BUYER: 'buyerId', DESK: 'deskId', FACILITY: 'facilityId' } as const;
  const found = await tx.get(Question, { id, [own[side]]: actor.organisationId });
  const order = await tx.lock(WorkOrder, { id: found.workOrderId });
  const question = await tx.get(Question, { id });
  if (question.askedBy !== side && question.askedOf !== side) throw accessErrors.NOT_FOUND();
  return { order, question };
}

/**
 * Leaves of the rows of `question` those the actor may read: a desk all of its own; a buyer those between it and the
 * desk; a facility those between it and the desk, and those that were answered for all facilities of the order.
 */
export function scopeToQuestions(
  query: SelectQueryBuilder<Question>,
  actor: PersonActor,
): SelectQueryBuilder<Question> {
  const own = { organisationId: actor.organisationId };
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return query.andWhere('question.deskId = :organisationId', own);
    case 'BUYER':
      return query.andWhere(
        `question.buyerId = :organisationId AND 'BUYER' IN (question.askedBy, question.askedOf)`,
        own,
      );
    case 'FACILITY':
      return query.andWhere(
        `(question.facilityId = :organisationId OR (question.isForAllFacilities AND question.status = 'ANSWERED'
          AND EXISTS (SELECT 1 FROM assignment WHERE assignment.work_order_id = question.work_order_id
            AND assignment.facility_id = :organisationId AND assignment.answer_by IS NOT NULL)))`,
        own,
      );
    default:
      return query.andWhere('FALSE');
  }
}
