import { Assignment, type AssignmentState, Quote, type WorkOrder } from '#yui/orders';
import { lineAmountYen } from '#yui/money';
import type { Transaction } from '#yui/platform';
import { Contract } from './contract.entity.js';
import { moveContract } from './move-contract.js';

/** The facility is bound: it said yes, and where it said yes to a part, the desk agreed. */
const BINDING_STATES: ReadonlySet<AssignmentState> = new Set([
  'ACCEPTED',
  'IN_PROGRESS',
  'DELIVERED',
  'REWORK',
  'STOPPING',
  'INSPECTED',
  'COMPLETED',
]);

type ContractTerms = Pick<Contract, 'side' | 'status'> & Partial<Contract>;

/**
 * What the buyer's order makes binding at once: in 契約型 the contract with the desk, in 斡旋型 the introduction to the
 * chosen facility. In 仲介型 the facilities' answers do.
 */
export async function concludeForOrder(
  tx: Transaction,
  order: WorkOrder,
  { quoteId, chosenFacilityId }: { quoteId: string; chosenFacilityId: string | null },
): Promise<void> {
  const { amountYen } = await tx.get(Quote, { id: quoteId, workOrderId: order.id });
  if (order.contractType === 'DESK_CONTRACT') {
    await addContract(tx, order, {
      side: 'BUYER_DESK',
      status: 'CONCLUDED',
      buyerId: order.buyerId,
      amountYen,
      concludedAt: order.orderedAt,
    });
  }
  if (order.contractType === 'REFERRAL') {
    await addContract(tx, order, {
      side: 'BUYER_FACILITY',
      status: 'INTRODUCED',
      buyerId: order.buyerId,
      facilityId: chosenFacilityId,
    });
  }
}

/**
 * What a facility's yes makes binding: 契約型 with the desk, 仲介型 with the buyer. Nothing when the share was taken back
 * in the meantime, and nothing the second time.
 */
export async function concludeForAssignment(tx: Transaction, order: WorkOrder, assignmentId: string): Promise<void> {
  const assignment = await tx.get(Assignment, { id: assignmentId, workOrderId: order.id });
  if (!BINDING_STATES.has(assignment.status) || assignment.acceptedUnits === null) return;
  if (await tx.manager.existsBy(Contract, { assignmentId })) return;
  const isWithDesk = order.contractType === 'DESK_CONTRACT';
  await addContract(tx, order, {
    side: isWithDesk ? 'DESK_FACILITY' : 'BUYER_FACILITY',
    status: 'CONCLUDED',
    buyerId: isWithDesk ? null : order.buyerId,
    facilityId: assignment.facilityId,
    assignmentId,
    amountYen: lineAmountYen(assignment.unitPriceSen, assignment.acceptedUnits, 'DOWN'),
    concludedAt: tx.now,
  });
}

/** The desk took back a share the facility had accepted: their contract ends, nothing is owed, the row stays. */
export async function terminateForAssignment(tx: Transaction, assignmentId: string): Promise<void> {
  const contract = await tx.manager.findOneBy(Contract, { assignmentId, status: 'CONCLUDED' });
  if (contract) await moveContract(tx, contract, 'terminate');
}

/** The order was cancelled before the facility had anything to hand over. */
export async function terminateIfCancelled(tx: Transaction, assignmentId: string): Promise<void> {
  const { status } = await tx.get(Assignment, { id: assignmentId });
  if (status === 'CANCELLED') await terminateForAssignment(tx, assignmentId);
}

async function addContract(tx: Transaction, order: WorkOrder, terms: ContractTerms): Promise<void> {
  if (order.contractType === null) throw new Error(`Order ${order.id} has no contract type`);
  const id = tx.newId();
  await tx.manager.insert(Contract, {
    id,
    deskId: order.deskId,
    workOrderId: order.id,
    type: order.contractType,
    createdAt: tx.now,
    ...terms,
  });
  await tx.audit(
    terms.status === 'INTRODUCED' ? 'contract.introduce' : 'contract.conclude',
    { deskId: order.deskId, subjectType: 'Contract', subjectId: id },
    { ...terms },
  );
}
