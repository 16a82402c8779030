export const ORDER_FILTERS = ['running', 'done', 'all'] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];
