import { formatDateJa, todayInTokyo } from '#yui/calendar';
import { Amendment } from '#yui/changes';
import { EnteredFor, SAID_BY_WORDS } from '#yui/correspondence';
import type { WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { Occurrence } from '#yui/recurring';

/** What a paper says of a statement the desk entered for its buyer: never as if the buyer had made it itself. */
export function saidNote({ channel, saidAt, saidBy }: Pick<EnteredFor, 'channel' | 'saidAt' | 'saidBy'>): string {
  return `${formatDateJa(todayInTokyo(saidAt))}、${saidBy} 様より${SAID_BY_WORDS[channel]}により承りました。`;
}

/**
 * The notes of a paper about such a statement; none when the buyer made it itself.
 * Of an order that came again, what was entered about its month counts, too.
 * @param at when it was made: a desk enters it in the same transaction, and so at the same moment
 */
export async function saidNotes(
  tx: Transaction,
  workOrderId: string,
  operation: 'placeOrder' | 'callOff' | 'acceptWork' | 'proposeAmendment' | 'answerAmendment',
  at: Date,
): Promise<string[]> {
  const said = await tx.manager.findBy(EnteredFor, { workOrderId, operation, enteredAt: at });
  const occurrence = operation === 'acceptWork' ? await tx.manager.findOneBy(Occurrence, { workOrderId }) : null;
  const ofMonth = occurrence
    ? await tx.manager.findBy(EnteredFor, {
        standingOrderId: occurrence.standingOrderId,
        operation: 'acceptMonth',
        enteredAt: at,
      })
    : [];
  return [...said, ...ofMonth].map(saidNote);
}

/** The notes of a paper that says what a buyer orders: on whose word it was placed, and on whose it was amended since. */
export async function orderNotes(tx: Transaction, { id, orderedAt }: WorkOrder): Promise<string[]> {
  if (orderedAt === null) return [];
  const notes = [
    ...(await saidNotes(tx, id, 'placeOrder', orderedAt)),
    ...(await saidNotes(tx, id, 'callOff', orderedAt)),
  ];
  const amended = await tx.manager.find(Amendment, {
    where: { workOrderId: id, status: 'ACCEPTED' },
    order: { proposedAt: 'ASC', id: 'ASC' },
  });
  for (const { isProposedByBuyer, proposedAt, decidedAt } of amended) {
    const said = isProposedByBuyer
      ? await saidNotes(tx, id, 'proposeAmendment', proposedAt)
      : await saidNotes(tx, id, 'answerAmendment', decidedAt ?? proposedAt);
    notes.push(...said.map((note) => `${isProposedByBuyer ? '変更のご依頼' : '変更のご承諾'}：${note}`));
  }
  return notes;
}
