import type { Transaction } from '#yui/platform';
import { Assignment } from './assignment.entity.js';

/** The desk has acted on the answers to these offers: what it did stands on them. */
export async function keepAnswers(tx: Transaction, where: Partial<Pick<Assignment, 'id' | 'stepId'>>): Promise<void> {
  await tx.manager.update(Assignment, where, { undoUntil: null });
}
