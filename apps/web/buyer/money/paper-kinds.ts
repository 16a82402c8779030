/** What papers of a buyer are filtered by. */
export const PAPER_FILTERS = ['all', 'QUOTE', 'CONTRACT', 'DELIVERY_NOTE', 'ACCEPTANCE_NOTE', 'INVOICE'] as const;
export type PaperFilter = (typeof PAPER_FILTERS)[number];
