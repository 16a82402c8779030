import type { Transaction } from '#yui/platform';
import type { MilestoneKind, MilestoneStage } from './milestones/contract-milestone.entity.js';

/** What happens to contracts that others want to hear of. */
export interface ContractEvents {
  'referral.reminded': { workOrderId: string; contractId: string };
  /** `reportedBy`: the desk or the buyer. */
  'referral.reported': { workOrderId: string; contractId: string; reportedBy: string };
  'referral.lapsed': { workOrderId: string; contractId: string };
  /** A day the contract waits for is near, has come or has passed. */
  'milestone.due': { workOrderId: string; contractId: string; kind: MilestoneKind; stage: MilestoneStage };
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
