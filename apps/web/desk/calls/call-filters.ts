export const CALL_FILTERS = ['open', 'closed', 'all'] as const;
export type CallFilter = (typeof CALL_FILTERS)[number];
