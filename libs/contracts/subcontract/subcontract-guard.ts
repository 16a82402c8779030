import { IsNull } from 'typeorm';
import { deskTermsOf, facilityPaymentOn } from '#yui/directory';
import type { Assignment, Material } from '#yui/fulfilment';
import type { WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { ITEM_WORDS, missingItems } from './order-items.js';
import { orderStatements } from './order-statements.js';
import { reasonAboutLaw } from './subcontract-law.js';
import { subcontractErrors } from './subcontract.errors.js';
import { UndecidedItem } from './undecided-item.entity.js';

/**
 * 契約型: no order leaves for a facility that does not state all the law asks for.
 * @throws SUBCONTRACT.ITEMS_MISSING for the first facility whose order is not complete
 */
export async function refuseIncomplete(
  tx: Transaction,
  order: WorkOrder,
  assignments: readonly Assignment[],
): Promise<void> {
  if (order.contractType !== 'DESK_CONTRACT') return;
  if (!reasonAboutLaw(await deskTermsOf(tx.manager, order.deskId)).isApplicable) return;
  const open = await tx.manager.findBy(UndecidedItem, { workOrderId: order.id, decidedAt: IsNull() });
  const undecided = open.map(({ item }) => item);
  for (const statement of await orderStatements(tx.manager, order.deskId, assignments, tx.now)) {
    const missing = missingItems(statement, undecided);
    if (missing.length === 0) continue;
    throw subcontractErrors.ITEMS_MISSING({
      facilityName: statement.facilityName,
      items: missing,
      itemsJa: missing.map((item) => ITEM_WORDS[item].ja).join('、'),
      itemsEn: missing.map((item) => ITEM_WORDS[item].en).join('; '),
    });
  }
}

/**
 * 契約型: no material against payment that the facility would pay for before it is paid for the work itself:
 * 有償支給原材料等の対価の早期決済の禁止 (中小受託取引適正化法 第5条第2項第1号).
 * @throws SUBCONTRACT.MATERIAL_PAID_TOO_EARLY with the first day on which the facility may have to pay
 */
export async function refuseEarlyPayment(
  tx: Transaction,
  order: WorkOrder,
  { dueOn }: Assignment,
  { payOn }: Material,
): Promise<void> {
  if (order.contractType !== 'DESK_CONTRACT' || payOn === null) return;
  const terms = await deskTermsOf(tx.manager, order.deskId);
  if (!reasonAboutLaw(terms).isApplicable) return;
  const firstOn = facilityPaymentOn(terms, dueOn);
  if (payOn < firstOn) throw subcontractErrors.MATERIAL_PAID_TOO_EARLY({ firstOn });
}
