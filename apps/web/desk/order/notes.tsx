import { ask } from '../../data/ask.js';
import { RemoveOrderNote } from '../../data/generated/remove-order-note.js';
import { WriteOrderNote } from '../../data/generated/write-order-note.js';
import { TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { Card, Quiet, Section } from '../../kit/text.js';
import { formatMoment } from '../../words/format.js';
import type { Order } from './order.js';
import { useOrderWords } from './words.js';

/** What the people of the desk note for each other; nobody else ever sees it. */
export function Notes({ order }: { readonly order: Order }) {
  const { notes: words } = useOrderWords();
  return (
    <Section heading={words.heading} id="notes" aside={<Write order={order} />}>
      <Quiet>{order.notes.length === 0 ? words.empty : words.lead}</Quiet>
      <ul className="mt-2 grid gap-3">
        {order.notes.map(({ id, body, writtenAt, writtenByName }) => (
          <li key={id}>
            <Card>
              <p className="text-sm text-quiet">
                {writtenByName} {formatMoment(writtenAt)}
              </p>
              <p className="whitespace-pre-line">{body}</p>
              <FormDialog
                label={words.remove}
                about={body}
                look="quiet"
                title={words.removeAsk}
                submitLabel={words.remove}
                defaultValues={{}}
                done={words.removed}
                send={async (_, idempotencyKey) => ask(RemoveOrderNote, { input: { orderNoteId: id, idempotencyKey } })}
              >
                <p className="whitespace-pre-line">{body}</p>
              </FormDialog>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Write({ order }: { readonly order: Order }) {
  const { notes: words } = useOrderWords();
  return (
    <FormDialog
      label={words.write}
      title={words.write}
      submitLabel={words.submit}
      defaultValues={{ body: '' }}
      done={words.written}
      send={async ({ body }: { body: string }, idempotencyKey) =>
        ask(WriteOrderNote, { input: { workOrderId: order.id, idempotencyKey, body } })
      }
    >
      <TextField name="body" label={words.body} hint={words.lead} rows={4} />
    </FormDialog>
  );
}
