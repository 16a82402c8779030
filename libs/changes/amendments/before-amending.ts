import { Port, type Transaction } from '#yui/platform';

/**
 * The order is about to be changed, or it is asked whether it could be: run before it is locked, so that what stands above
 * an order is locked first. Refuses by throwing.
 * @param quantities what lines would have, by their ids; the others stay
 */
export const beforeAmending = new Port<
  [tx: Transaction, workOrderId: string, quantities: ReadonlyMap<string, number | null | undefined>]
>('beforeAmending');
