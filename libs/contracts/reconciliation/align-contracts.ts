import { invoiceTax, lineAmountYen } from '#yui/money';
import { taxRateOfCharge, taxRateOfLine } from '#yui/orders';
import type { AssignmentState } from '#yui/fulfilment';
import type { Transaction } from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';
import type { ContractAction, ContractState } from '../contract/contract.transitions.js';
import { transitionContract } from '../contract/transition-contract.js';
import { acceptedUnits, type OrderFacts, type ShareFacts } from '../contract/order-facts.js';
import { writeTimeline } from '../contract/write-timeline.js';

/** Where a contract should stand, or that nothing has to be there. */
type Goal = Extract<ContractState, 'DRAFT' | 'ISSUED' | 'CONCLUDED' | 'FULFILLED' | 'TERMINATED'>;

const GOALS: Partial<Record<AssignmentState, Goal>> = {
  OFFERED: 'ISSUED',
  PARTLY_ACCEPTED: 'DRAFT',
  ACCEPTED: 'CONCLUDED',
  IN_PROGRESS: 'CONCLUDED',
  STOPPING: 'CONCLUDED',
  DELIVERED: 'CONCLUDED',
  REWORK: 'CONCLUDED',
  INSPECTED: 'CONCLUDED',
  COMPLETED: 'FULFILLED',
};

/**
 * Brings the contracts of an order in line with it, however its events came in: one with each facility that was asked,
 * one with the buyer in 契約型. Introductions (斡旋型) are reported by people and left alone.
 * @returns all contracts of the order, the oldest first
 */
export async function alignContracts(tx: Transaction, facts: OrderFacts): Promise<Contract[]> {
  const { order } = facts;
  const contracts = await tx.manager.find(Contract, {
    where: { workOrderId: order.id },
    order: { createdAt: 'ASC', id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  if (order.contractType === 'DESK_CONTRACT') await alignWithBuyer(tx, facts, contracts);
  if (order.contractType !== 'REFERRAL') {
    for (const share of facts.shares) await alignWithFacility(tx, facts, contracts, share);
  }
  return contracts;
}

async function alignWithBuyer(tx: Transaction, facts: OrderFacts, contracts: Contract[]): Promise<void> {
  const { order, terms } = facts;
  let contract = contracts.find(({ side }) => side === 'BUYER_DESK');
  if (!contract) {
    contract = await addContract(tx, facts, { side: 'BUYER_DESK', buyerId: order.buyerId });
    contracts.push(contract);
  }
  const isDone = facts.shares.some((share) => acceptedUnits(share) > 0);
  const goal = (): Goal => {
    if (order.status === 'CANCELLED') return isDone ? 'FULFILLED' : 'TERMINATED';
    if (order.acceptedAt !== null) return 'FULFILLED';
    return terms.needsSignedPaper && contract.concludedAt === null ? 'ISSUED' : 'CONCLUDED';
  };
  await updateAmount(tx, contract, agreedWithBuyerYen(facts));
  await moveTowards(tx, facts, contract, goal());
}

async function alignWithFacility(
  tx: Transaction,
  facts: OrderFacts,
  contracts: Contract[],
  share: ShareFacts,
): Promise<void> {
  const { assignment } = share;
  const { order } = facts;
  const isWithDesk = order.contractType === 'DESK_CONTRACT';
  let contract = contracts.find(({ assignmentId }) => assignmentId === assignment.id);
  const goal = GOALS[assignment.status] ?? (acceptedUnits(share) > 0 ? 'FULFILLED' : 'TERMINATED');
  if (!contract) {
    // Nothing was offered yet, or what was offered is over before anybody looked.
    if (assignment.status === 'PLANNED' || goal === 'TERMINATED') return;
    contract = await addContract(tx, facts, {
      side: isWithDesk ? 'DESK_FACILITY' : 'BUYER_FACILITY',
      buyerId: isWithDesk ? null : order.buyerId,
      facilityId: assignment.facilityId,
      assignmentId: assignment.id,
    });
    contracts.push(contract);
  }
  if (isTakenBack(contract, assignment.status, goal)) {
    await transitionContract(tx, contract, 'reissue', { issuedAt: tx.now, concludedAt: null, endedAt: null });
  }
  const units = assignment.acceptedUnits ?? assignment.offeredUnits;
  await updateAmount(tx, contract, lineAmountYen(assignment.unitPriceSen, units, 'DOWN'));
  await moveTowards(tx, facts, contract, assignment.status === 'PLANNED' ? 'DRAFT' : goal);
}

/** The contract has gone further than the facility's answer, which was taken back since. */
function isTakenBack({ status }: Contract, share: AssignmentState, goal: Goal): boolean {
  if (status === 'CONCLUDED') return goal === 'ISSUED' || goal === 'DRAFT';
  return status === 'TERMINATED' && GOALS[share] !== undefined;
}

async function addContract(
  tx: Transaction,
  { order }: OrderFacts,
  parties: Pick<Contract, 'side'> & Partial<Contract>,
): Promise<Contract> {
  if (order.contractType === null) throw new Error(`Order ${order.id} has no contract type`);
  const id = tx.newId();
  await tx.manager.insert(Contract, {
    id,
    deskId: order.deskId,
    workOrderId: order.id,
    type: order.contractType,
    status: 'DRAFT',
    createdAt: tx.now,
    ...parties,
  });
  await tx.audit('contract.draft', { deskId: order.deskId, subjectType: 'Contract', subjectId: id }, { ...parties });
  const contract = await tx.get(Contract, { id });
  await writeTimeline(tx, contract, 'STEP_DRAFT');
  return contract;
}

/** What was agreed can change while the work is still to be done: a smaller part, an amendment. */
async function updateAmount(tx: Transaction, contract: Contract, amountYen: number): Promise<void> {
  const isOpen = contract.status === 'DRAFT' || contract.status === 'ISSUED' || contract.status === 'CONCLUDED';
  if (!isOpen || contract.amountYen === amountYen) return;
  const before = contract.amountYen;
  contract.amountYen = amountYen;
  await tx.manager.update(Contract, { id: contract.id }, { amountYen });
  if (before === null) return;
  await tx.audit(
    'contract.changeAmount',
    { deskId: contract.deskId, subjectType: 'Contract', subjectId: contract.id },
    { before: { amountYen: before }, after: { amountYen } },
  );
}

/** Without tax, whatever the prices include. */
function agreedWithBuyerYen({ lines, charges, terms }: OrderFacts): number {
  return invoiceTax(
    [
      ...lines.map((line) => ({
        amountYen: lineAmountYen(line.unitPriceSen, line.quantity, 'DOWN'),
        taxRate: taxRateOfLine(line),
      })),
      ...charges.map((charge) => ({ amountYen: charge.amountYen, taxRate: taxRateOfCharge(charge, lines) })),
    ],
    terms.pricing,
    'DOWN',
  ).netYen;
}

const NEXT: Readonly<Record<'DRAFT' | 'ISSUED' | 'CONCLUDED', { action: ContractAction; to: Goal }>> = {
  DRAFT: { action: 'issue', to: 'ISSUED' },
  ISSUED: { action: 'conclude', to: 'CONCLUDED' },
  CONCLUDED: { action: 'fulfil', to: 'FULFILLED' },
};
const ORDER: readonly ContractState[] = ['DRAFT', 'ISSUED', 'CONCLUDED', 'FULFILLED', 'SETTLED'];

/** Takes every step on the way, so that the timeline shows them all. What has gone further already stays. */
async function moveTowards(tx: Transaction, facts: OrderFacts, contract: Contract, goal: Goal): Promise<void> {
  if (contract.status === 'TERMINATED' || contract.status === goal) return;
  if (goal === 'TERMINATED') {
    if (ORDER.indexOf(contract.status) < ORDER.indexOf('FULFILLED')) {
      await transitionContract(tx, contract, 'terminate', { endedAt: tx.now });
    }
    return;
  }
  if (goal === 'DRAFT' && contract.status === 'ISSUED') await transitionContract(tx, contract, 'redraft');
  while (ORDER.indexOf(contract.status) < ORDER.indexOf(goal)) {
    const { action } = NEXT[contract.status as keyof typeof NEXT];
    await transitionContract(tx, contract, action, stampOf(tx, facts, action));
  }
}

function stampOf(tx: Transaction, { order }: OrderFacts, action: ContractAction): Partial<Contract> {
  if (action === 'issue') return { issuedAt: tx.now };
  if (action === 'conclude') return { concludedAt: tx.now };
  // The buyer's acceptance books the sale; a facility that was cancelled earlier is done now.
  return { fulfilledAt: order.acceptedAt ?? tx.now };
}
