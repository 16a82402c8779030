import { closeWorkOrder, settleWorkOrder, type WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { alignContracts } from './align-contracts.js';
import { Contract } from '../contract/contract.entity.js';
import { keepMilestones } from '../milestones/keep-milestones.js';
import { transitionContract } from '../contract/transition-contract.js';
import { loadOrderFacts } from '../contract/order-facts.js';
import { type Balance, balancesOf } from '../settlement/balance.js';
import { bookSettlement } from '../settlement/book-settlement.js';
import { SettlementLine } from '../settlement/settlement-line.entity.js';

/**
 * Contracts, books and milestones follow an order. Call it after anything that happened to the order, its money or its
 * papers, with the order locked: everything is worked out again from the present state, so it may be called once too often
 * and events may come in any order.
 */
export async function reconcileOrder(tx: Transaction, order: WorkOrder): Promise<void> {
  if (order.orderedAt === null || order.contractType === null) return;
  const facts = await loadOrderFacts(tx, order);
  const contracts = await alignContracts(tx, facts);
  await bookSettlement(tx, facts, contracts);
  const balances = await balancesOf(
    tx.manager,
    contracts.map(({ id }) => id),
  );
  await rememberFulfilled(tx, contracts);
  await settlePaid(tx, contracts, balances);
  await keepMilestones(tx, facts, contracts, balances);
  const isOver = contracts.every(({ status }) => status === 'SETTLED' || status === 'TERMINATED');
  if (order.status !== 'ACCEPTED' || !isOver) return;
  await settleWorkOrder(tx, order.id);
  await closeWorkOrder(tx, order.id);
}

/** What the accepted work of each contract comes to, without tax and fee. */
async function rememberFulfilled(tx: Transaction, contracts: readonly Contract[]): Promise<void> {
  for (const contract of contracts) {
    if (contract.status !== 'FULFILLED' && contract.status !== 'SETTLED') continue;
    const sum = await tx.manager.sum(SettlementLine, 'netYen', { contractId: contract.id, kind: 'WORK' });
    const fulfilledYen = Number(sum ?? 0);
    if (contract.fulfilledYen === fulfilledYen) continue;
    contract.fulfilledYen = fulfilledYen;
    await tx.manager.update(Contract, { id: contract.id }, { fulfilledYen });
  }
}

/** Fulfilled and paid is settled; what a correction leaves to pay is open again. */
async function settlePaid(
  tx: Transaction,
  contracts: readonly Contract[],
  balances: readonly Balance[],
): Promise<void> {
  for (const contract of contracts) {
    const own = balances.filter(({ contractId }) => contractId === contract.id);
    const isPaid = own.every(({ bookedYen, paidYen }) => bookedYen === paidYen);
    if (contract.status === 'FULFILLED' && isPaid)
      await transitionContract(tx, contract, 'settle', { settledAt: tx.now });
    else if (contract.status === 'SETTLED' && !isPaid)
      await transitionContract(tx, contract, 'reopen', { settledAt: null });
  }
}
