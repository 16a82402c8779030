import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useToday } from '../../../app/session.js';
import { ask } from '../../../data/ask.js';
import { BuyerOrder } from '../../../data/generated/buyer-order.js';
import { ProposeAmendment } from '../../../data/generated/propose-amendment.js';
import { queryClient, useAsk } from '../../../data/use-ask.js';
import { PageLink } from '../../../kit/button.js';
import { DateField } from '../../../kit/date-field.js';
import { NumberField, TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { Loaded } from '../../../kit/loaded.js';
import { Done, Message } from '../../../kit/message.js';
import { Page } from '../../../kit/page.js';
import { Section } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { addDays } from '../../../words/format.js';
import { readWholeNumber } from '../../../words/typed-numbers.js';
import { useWorkName } from '../../../words/work-name.js';
import type { Order } from '../order/order.js';
import { useOrdersWords } from '../words.js';

/** What is to be otherwise about an order that was placed. */
export function ChangePage() {
  const { changes: words } = useOrdersWords();
  const { areas } = useCommon();
  const { id } = useParams({ from: '/inside/buyer-area/buyer/orders/$id/change' });
  const query = useAsk(BuyerOrder, { id });
  return (
    <Loaded query={query}>
      {({ workOrder }) => (
        <Page title={words.title(workOrder.number)} area={areas.buyer} lead={workOrder.title} isNarrow>
          <ChangeForm order={workOrder} />
          <p className="mt-6">
            <PageLink to="/buyer/orders/$id" params={{ id }}>
              {words.back}
            </PageLink>
          </p>
        </Page>
      )}
    </Loaded>
  );
}

const fields = (index: number) => ({
  quantity: `quantity-${index}`,
  dueOn: `dueOn-${index}`,
  specification: `specification-${index}`,
});

function ChangeForm({ order }: { readonly order: Order }) {
  const { changes: words, order: orderWords } = useOrdersWords();
  const workName = useWorkName();
  const today = useToday();
  const [isSent, setIsSent] = useState(false);
  const [isSame, setIsSame] = useState(false);
  const filling = useFilling<Record<string, string>>({
    draftKey: `change:${order.id}`,
    defaultValues: {
      changeReason: '',
      ...Object.fromEntries(
        order.lines.flatMap((line, index) => [
          [fields(index).quantity, String(line.quantity)],
          [fields(index).dueOn, line.dueOn],
          [fields(index).specification, line.specification],
        ]),
      ),
    },
    send: async (values, idempotencyKey) => {
      const lines = changedLines(order, values);
      setIsSame(lines.length === 0);
      if (lines.length === 0) return;
      const reason = values.changeReason ?? '';
      await ask(ProposeAmendment, { input: { workOrderId: order.id, idempotencyKey, reason, lines } });
      setIsSent(true);
      await queryClient.invalidateQueries();
    },
  });
  if (isSent) return <Done takesFocus>{words.asksSent}</Done>;
  return (
    <Form filling={filling} submitLabel={words.submit} label={words.change}>
      <p>{words.pageLead}</p>
      {order.lines.map(({ id, workType, dueOn }, index) => (
        <Section key={id} heading={workName(workType)}>
          <NumberField
            name={fields(index).quantity}
            label={orderWords.units}
            hint={order.lines.length > 1 ? words.drop : undefined}
            unit={workType.unit}
            min={order.lines.length > 1 ? 0 : 1}
          />
          <DateField
            name={fields(index).dueOn}
            label={orderWords.due}
            today={today}
            min={dueOn <= today ? dueOn : addDays(today, 1)}
          />
          <TextField name={fields(index).specification} label={orderWords.specification} rows={4} isOptional />
        </Section>
      ))}
      <TextField name="changeReason" label={words.reason} rows={2} />
      {isSame ? (
        <div role="alert">
          <Message kind="error">{words.nothing}</Message>
        </div>
      ) : null}
    </Form>
  );
}

/** What differs; what stays as it is is not said. */
function changedLines({ lines }: Order, values: Readonly<Record<string, string>>) {
  return lines.flatMap((line, index) => {
    const name = fields(index);
    const quantity = readWholeNumber(values[name.quantity] ?? '');
    const dueOn = values[name.dueOn] ?? line.dueOn;
    const specification = values[name.specification] ?? line.specification;
    const change = {
      ...(quantity === null || quantity === line.quantity ? {} : { quantity }),
      ...(dueOn === line.dueOn ? {} : { dueOn }),
      ...(specification === line.specification ? {} : { specification }),
    };
    return Object.keys(change).length === 0 ? [] : [{ workOrderLineId: line.id, ...change }];
  });
}
