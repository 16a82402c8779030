import { type Actor, DESK_ROLES } from '#yui/platform';
import type { Payment } from './payment.entity.js';

export type PaymentAction = 'reverse';

/** A desk reverses what it recorded, once; what reverses another payment stays. */
export function paymentActions(
  { role }: Actor,
  { reversesId }: Pick<Payment, 'reversesId'>,
  isReversed: boolean,
): PaymentAction[] {
  const isDesk = DESK_ROLES.some((deskRole) => deskRole === role);
  return isDesk && reversesId === null && !isReversed ? ['reverse'] : [];
}
