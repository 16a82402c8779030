import { In } from 'typeorm';
import { WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';

/** Their orders are locked in the order of their ids, as nobody else locks several. */
export async function lockContracts(tx: Transaction, contractIds: readonly string[]): Promise<Contract[]> {
  const found = await tx.manager.findBy(Contract, { id: In([...contractIds]) });
  for (const id of [...new Set(found.map(({ workOrderId }) => workOrderId))].sort()) await tx.lock(WorkOrder, { id });
  return tx.manager.find(Contract, { where: { id: In([...contractIds]) }, order: { id: 'ASC' } });
}
