/**
 * SQL over `work_order`: its government orders with public money only by an item it has decided on, and has not decided yet.
 * What it decided is looked at again when it orders.
 */
export const LACKS_BASIS = `(work_order.is_public_money
  AND EXISTS (SELECT 1 FROM government WHERE government.buyer_id = work_order.buyer_id AND government.needs_basis)
  AND NOT EXISTS (SELECT 1 FROM contract_basis WHERE contract_basis.work_order_id = work_order.id))`;
