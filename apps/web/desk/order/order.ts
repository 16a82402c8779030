import type {
  OrderHistoryQuery,
  OrderMessagesQuery,
  OrderSharesQuery,
  WorkOrderQuery,
} from '../../data/generated/types.js';

export type Order = WorkOrderQuery['workOrder'];
export type Line = Order['lines'][number];
export type Share = OrderSharesQuery['workOrder']['assignments'][number];
export type Messages = OrderMessagesQuery;
export type Question = OrderMessagesQuery['workOrder']['questions'][number];
export type History = OrderHistoryQuery['workOrder'];

/** Shares that stand for units now; the others were declined or ended without work. */
const PAST = ['DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED'];

export function isPast({ status }: Pick<Share, 'status'>): boolean {
  return PAST.includes(status);
}

/** Of one kind of work of an order: those units nobody has taken on, while that can be changed. */
export function firstUnplaced({ status, contractType, lines }: Order) {
  if (contractType === 'REFERRAL' || !['ORDERED', 'ALLOCATING', 'IN_PRODUCTION'].includes(status)) return null;
  return lines.flatMap(({ steps }) => steps).find(({ unplaced }) => unplaced > 0) ?? null;
}
