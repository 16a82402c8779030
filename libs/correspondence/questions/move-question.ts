import type { Transaction } from '#yui/platform';
import { Question } from './question.entity.js';
import { type QuestionAction, questionTransitions } from './question.transitions.js';

/**
 * Takes one step in the life of a question whose order is locked, and writes it down.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function moveQuestion(
  tx: Transaction,
  question: Question,
  action: QuestionAction,
  change: Partial<Question> = {},
): Promise<void> {
  const before = question.status;
  const status = questionTransitions.next(before, action);
  Object.assign(question, change, { status });
  await tx.manager.update(Question, { id: question.id }, { ...change, status });
  await tx.audit(
    `question.${action}`,
    { deskId: question.deskId, subjectType: 'Question', subjectId: question.id },
    { from: before, to: status, isForAllFacilities: question.isForAllFacilities },
  );
}
