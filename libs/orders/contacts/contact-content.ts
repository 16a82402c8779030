import { phoneNumberIn } from '#yui/directory';
import { checkFields, checkWithin, optionalLine, type Transaction } from '#yui/platform';
import type { WorkOrder } from '../work-orders/work-order.entity.js';
import { OrderContact } from './order-contact.entity.js';

/** What is omitted or null is not stated. */
export interface ContactContent {
  readonly buyerNumber?: string | null;
  readonly person?: string | null;
  readonly phone?: string | null;
  readonly inspector?: string | null;
}

export type CheckedContact = Pick<OrderContact, 'buyerNumber' | 'person' | 'phone' | 'inspector'>;

/** @throws INPUT.*, PROFILE.PHONE_MALFORMED, within `contact` */
export function checkContact(content: ContactContent): CheckedContact {
  return checkWithin('contact', () =>
    checkFields({
      buyerNumber: () => optionalLine('buyerNumber', content.buyerNumber, 50),
      person: () => optionalLine('person', content.person, 100),
      phone: () => phoneNumberIn(content.phone ?? null, 'phone') ?? '',
      inspector: () => optionalLine('inspector', content.inspector, 100),
    }),
  );
}

/** In place of what was stated before. */
export async function writeContact(
  tx: Transaction,
  { id: workOrderId, deskId, buyerId }: Pick<WorkOrder, 'id' | 'deskId' | 'buyerId'>,
  contact: CheckedContact,
): Promise<void> {
  await tx.manager.upsert(OrderContact, { workOrderId, deskId, buyerId, ...contact }, ['workOrderId']);
}
