import { ask } from '../data/ask.js';
import { SetOrderContact } from '../data/generated/set-order-contact.js';
import { FormDialog } from '../kit/form-dialog.js';
import { Facts } from '../kit/text.js';
import { ContactFields, type ContactValues, EMPTY_CONTACT } from './contact-fields.js';
import { useOrderContactWords } from './words.js';

/** What is stated, and a way to change it at any time. */
export function OrderContact({ order }: { readonly order: { id: string; contact: ContactValues | null } }) {
  const words = useOrderContactWords();
  const { buyerNumber, person, phone, inspector } = order.contact ?? EMPTY_CONTACT;
  const stated = [
    buyerNumber === '' ? null : ([words.buyerNumber, buyerNumber] as const),
    person === '' ? null : ([words.person, person] as const),
    phone === '' ? null : ([words.phone, phone] as const),
    inspector === '' ? null : ([words.inspector, inspector] as const),
  ];
  return (
    <div className="mt-3">
      {stated.every((fact) => fact === null) ? null : <Facts items={stated} />}
      <FormDialog<{ contact: ContactValues }>
        label={words.change}
        look="quiet"
        title={words.heading}
        submitLabel={words.submit}
        defaultValues={{ contact: { buyerNumber, person, phone, inspector } }}
        done={words.done}
        send={async ({ contact }, idempotencyKey) =>
          ask(SetOrderContact, { input: { workOrderId: order.id, idempotencyKey, contact } })
        }
      >
        <ContactFields />
      </FormDialog>
    </div>
  );
}
