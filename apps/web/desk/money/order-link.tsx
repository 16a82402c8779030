import { AddressLink } from '../../kit/button.js';

/** The order a row came of. */
export function OrderLink({
  order: { id, number, title },
}: {
  readonly order: { readonly id: string; readonly number: string; readonly title: string };
}) {
  return <AddressLink href={`/desk/orders/${id}`}>{`${number} ${title}`}</AddressLink>;
}
