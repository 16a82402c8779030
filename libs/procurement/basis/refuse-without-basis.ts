import { todayInTokyo } from '#yui/calendar';
import type { WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { governmentErrors } from '../governments/government.errors.js';
import { Government } from '../rules/government.entity.js';
import { ContractBasis } from './contract-basis.entity.js';
import { proposeBasis } from './propose-basis.js';
import { readBasisFacts } from './read-basis-facts.js';

/**
 * A government that wants it so orders with public money only by an item it has decided on, and that is still possible: the
 * quote may be another one since.
 * @throws GOVERNMENT.BASIS_MISSING, GOVERNMENT.BASIS_NOT_POSSIBLE
 */
export async function refuseWithoutBasis(tx: Transaction, order: WorkOrder): Promise<void> {
  if (!order.isPublicMoney) return;
  if (!(await tx.manager.existsBy(Government, { buyerId: order.buyerId, needsBasis: true }))) return;
  const decided = await tx.manager.findOneBy(ContractBasis, { workOrderId: order.id });
  if (!decided) throw governmentErrors.BASIS_MISSING();
  const { options } = proposeBasis(await readBasisFacts(tx.manager, order, todayInTokyo(tx.now)));
  const { basis } = decided;
  if (!options.some((option) => option.basis === basis && option.isPossible)) {
    throw governmentErrors.BASIS_NOT_POSSIBLE({ basis });
  }
}
