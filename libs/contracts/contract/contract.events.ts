import type { LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';

/** What happens to contracts that others want to be told of. */
export interface ContractEvents {
  'referral.reminded': { workOrderId: string; contractId: string };
  /** `reportedBy`: the desk or the buyer. */
  'referral.reported': { workOrderId: string; contractId: string; reportedBy: string };
  'referral.lapsed': { workOrderId: string; contractId: string };
  /** Days that contracts of one order wait for are near, have come or have passed. */
  'milestones.due': { workOrderId: string; noticedOn: LocalDate };
  /** What orders to facilities could not state is decided: they are owed it in writing (取適法 第4条第1項ただし書). */
  'undecided-item.decided': { workOrderId: string; undecidedItemId: string };
  'invoice.issued': { invoiceId: string };
}
export type ContractEventName = keyof ContractEvents;

/** Tells the rest of the product; the types keep name and ids together. */
export async function emitContractEvent<Name extends ContractEventName>(
  tx: Transaction,
  deskId: string,
  name: Name,
  payload: ContractEvents[Name],
): Promise<void> {
  await tx.emit(name, deskId, payload);
}
