import { formatDateJa, todayInTokyo } from '#yui/calendar';
import { EnteredFor } from '#yui/correspondence';
import type { SaidBy, Transaction } from '#yui/platform';
import { Occurrence } from '#yui/recurring';

const CHANNELS: Readonly<Record<SaidBy, string>> = {
  PHONE: 'お電話',
  FAX: 'FAX',
  MAIL: 'メール',
  VISIT: 'ご来所',
  LETTER: '書面',
};

/** What a paper says of a statement the desk entered for its buyer: never as if the buyer had made it itself. */
export function saidNote({ channel, saidAt, saidBy }: Pick<EnteredFor, 'channel' | 'saidAt' | 'saidBy'>): string {
  return `${formatDateJa(todayInTokyo(saidAt))}、${saidBy} 様より${CHANNELS[channel]}により承りました。`;
}

/**
 * The notes of a paper about such a statement; none when the buyer made it itself.
 * Of an order that came again, what was entered about its month counts, too.
 * @param at when it was made: a desk enters it in the same transaction, and so at the same moment
 */
export async function saidNotes(
  tx: Transaction,
  workOrderId: string,
  operation: 'placeOrder' | 'callOff' | 'acceptWork',
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
