import { type Actor, DESK_ROLES } from '#yui/platform';

export type InvoiceAction = 'correct';

/** A desk corrects the papers of its orders, each once: the one that took its place is corrected from then on. */
export function invoiceActions({ role }: Actor, isCorrected: boolean): InvoiceAction[] {
  const isDesk = DESK_ROLES.some((deskRole) => deskRole === role);
  return isDesk && !isCorrected ? ['correct'] : [];
}
