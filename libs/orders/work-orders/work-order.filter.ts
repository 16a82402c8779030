import type { SelectQueryBuilder } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import type { ListOrder, PersonActor } from '#yui/platform';
import { isDesk } from './order.scope.js';
import type { ContractType, WorkOrder } from './work-order.entity.js';
import { type WorkOrderFlag, withFlags } from './work-order.flags.js';
import type { WorkOrderState } from './work-order.transitions.js';

/** Each limits by itself; what is omitted limits nothing. */
export interface WorkOrderFilter {
  readonly statuses?: readonly WorkOrderState[] | null;
  /**
   * Found in title, buyer or kind of work, or in the number; digits alone: how the number ends. Or the buyer's own number,
   * whole. The newest 1,000 of each.
   */
  readonly text?: string | null;
  readonly buyerId?: string | null;
  readonly departmentId?: string | null;
  readonly workTypeCode?: string | null;
  readonly contractType?: ContractType | null;
  /** Has, or had, a share of it. */
  readonly facilityId?: string | null;
  /** Of the line that is due first: the first and the last day. */
  readonly dueFrom?: LocalDate | null;
  readonly dueTo?: LocalDate | null;
  /** At least one of them; they are the desk's, nobody else finds an order by them. */
  readonly flags?: readonly WorkOrderFlag[] | null;
}

export const WORK_ORDER_SORTS = ['NEWEST', 'DUE_FIRST', 'DUE_LAST', 'SUBMITTED_FIRST', 'SUBMITTED_LAST'] as const;
export type WorkOrderSort = (typeof WORK_ORDER_SORTS)[number];

/** Each goes along an index of the desk. */
export const ORDER_OF: Readonly<Record<WorkOrderSort, ListOrder>> = {
  NEWEST: { by: 'work_order.createdAt', kind: 'INSTANT', direction: 'DESC' },
  DUE_FIRST: { by: 'work_order.dueOn', kind: 'DAY', direction: 'ASC' },
  DUE_LAST: { by: 'work_order.dueOn', kind: 'DAY', direction: 'DESC' },
  SUBMITTED_FIRST: { by: 'work_order.submittedAt', kind: 'INSTANT', direction: 'ASC' },
  SUBMITTED_LAST: { by: 'work_order.submittedAt', kind: 'INSTANT', direction: 'DESC' },
};

export function narrow(
  query: SelectQueryBuilder<WorkOrder>,
  actor: PersonActor,
  { statuses, text, flags, workTypeCode, facilityId, ...filter }: WorkOrderFilter,
): SelectQueryBuilder<WorkOrder> {
  if (statuses) query.andWhere('work_order.status = ANY(:statuses)', { statuses });
  const { buyerId, departmentId, contractType, dueFrom, dueTo } = filter;
  if (buyerId) query.andWhere('work_order.buyerId = :buyerId', { buyerId });
  if (departmentId) query.andWhere('work_order.departmentId = :departmentId', { departmentId });
  if (contractType) query.andWhere('work_order.contractType = :contractType', { contractType });
  if (dueFrom) query.andWhere('work_order.dueOn >= :dueFrom', { dueFrom });
  if (dueTo) query.andWhere('work_order.dueOn <= :dueTo', { dueTo });
  if (workTypeCode) query.andWhere(`${HAS_LINE} AND line.work_type_code = :workTypeCode)`, { workTypeCode });
  if (facilityId) query.andWhere(`${HAS_SHARE} AND share.facility_id = :facilityId)`, { facilityId });
  if (flags && flags.length > 0) {
    if (isDesk(actor)) withFlags(query, flags);
    else query.andWhere('FALSE');
  }
  if (text) find(query, actor, text);
  return query;
}

const HAS_LINE = 'EXISTS (SELECT 1 FROM work_order_line line WHERE line.work_order_id = work_order.id';
const HAS_SHARE = 'EXISTS (SELECT 1 FROM assignment share WHERE share.work_order_id = work_order.id';

/**
 * On the telephone people say the last digits of a number. The function looks into the index of the acting party: behind
 * row-level security a comparison of texts would look at every order there is.
 */
function find(query: SelectQueryBuilder<WorkOrder>, actor: PersonActor, text: string): void {
  const digits = text.normalize('NFKC').trim();
  const owner = isDesk(actor) ? 'contact.desk_id' : 'contact.buyer_id';
  query.andWhere(
    `work_order.id = ANY(ARRAY(SELECT yui_orders_found(:text, :digits)) || ARRAY(
       SELECT contact.work_order_id FROM order_contact contact
       WHERE ${owner} = :searcher AND contact.buyer_number = :exact AND contact.buyer_number <> '' LIMIT 1000))`,
    { text, digits: /^\d{1,6}$/.test(digits) ? digits : '', exact: text.trim(), searcher: actor.organisationId },
  );
}
