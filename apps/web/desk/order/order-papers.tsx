import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { DecideItem } from '../../data/generated/decide-item.js';
import { DeclareUndecided } from '../../data/generated/declare-undecided.js';
import { OrderPaperCheck } from '../../data/generated/order-paper-check.js';
import type { OrderItem, OrderPaperCheckQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { Message } from '../../kit/message.js';
import { Card, P, Section } from '../../kit/text.js';
import { formatDate } from '../../words/format.js';
import type { Order, Share } from './order.js';
import { useOrderWords } from './words.js';

type Check = OrderPaperCheckQuery['orderPaperCheck'];

/** While these are on their way, their order papers are. */
const IN_QUESTION: readonly string[] = ['ORDERED', 'ALLOCATING', 'IN_PRODUCTION'];

/** What the order papers to the facilities would not state: said before they leave, with the way to settle it. */
export function OrderPapers({ order, shares }: { readonly order: Order; readonly shares: readonly Share[] }) {
  const isAsked = IN_QUESTION.includes(order.status) && order.contractType === 'DESK_CONTRACT';
  const { data } = useAsk(OrderPaperCheck, { id: order.id }, { isWanted: isAsked });
  if (!isAsked || !data) return null;
  return <Found order={order} shares={shares} check={data.orderPaperCheck} />;
}

function Found({
  order,
  shares,
  check,
}: {
  readonly order: Order;
  readonly shares: readonly Share[];
  readonly check: Check;
}) {
  const { orderPapers: words } = useOrderWords();
  const declared = new Set(check.undecided.map(({ item }) => item));
  const missing = [...new Set(check.shares.flatMap((share) => share.missing))].filter((item) => !declared.has(item));
  if (missing.length === 0 && check.undecided.length === 0) return null;
  const lacking = check.shares.filter((share) => share.missing.length > 0);
  const nameOf = (assignmentId: string) => shares.find(({ id }) => id === assignmentId)?.facility.name ?? '';
  return (
    <Section heading={words.heading} id="order-papers">
      {missing.length === 0 ? null : (
        <Message kind="warning" heading={check.law.isApplicable ? words.lawNeeds : words.wanted}>
          <ul className="list-disc pl-6">
            {lacking.map((share) => (
              <li key={share.assignmentId}>
                {words.missing(nameOf(share.assignmentId), share.missing.map((item) => words.items[item]).join('、'))}
              </li>
            ))}
          </ul>
          <P>{words.where}</P>
          <Declare order={order} items={missing} label={words.declare} />
        </Message>
      )}
      <ul className="mt-3 grid gap-3">
        {check.undecided.map((item) => (
          <li key={item.item}>
            <Undecided order={order} undecided={item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What cannot be said yet goes out as open: with the reason, and the day on which it will be said. */
function Declare({
  order,
  items,
  label,
}: {
  readonly order: Order;
  readonly items: readonly OrderItem[];
  readonly label: string;
}) {
  const { orderPapers: words } = useOrderWords();
  const today = useToday();
  return (
    <FormDialog<{ item: OrderItem; why: string; decideOn: string }>
      label={label}
      title={words.declareAsk}
      submitLabel={words.declare}
      defaultValues={{ item: items[0] ?? 'WORK', why: '', decideOn: '' }}
      done={words.declared}
      send={async ({ item, why, decideOn }, idempotencyKey) =>
        ask(DeclareUndecided, { input: { workOrderId: order.id, item, reason: why, decideOn, idempotencyKey } })
      }
    >
      <P>{words.declareLead}</P>
      <RadioList
        name="item"
        label={words.item}
        choices={items.map((value) => ({ value, label: words.items[value] }))}
      />
      <TextField name="why" label={words.why} rows={2} />
      <DateField name="decideOn" label={words.decideOn} today={today} min={today} />
    </FormDialog>
  );
}

function Undecided({
  order,
  undecided: { item, reason, decideOn, decision, availableActions },
}: {
  readonly order: Order;
  readonly undecided: Check['undecided'][number];
}) {
  const { orderPapers: words } = useOrderWords();
  const today = useToday();
  const name = words.items[item];
  return (
    <Card>
      <p className="font-bold">
        {decision === null ? words.open(name, formatDate(decideOn, today)) : words.decided(name, decision)}
      </p>
      <P>{reason}</P>
      {availableActions.includes('declare') ? (
        <Declare order={order} items={[item]} label={words.postpone(name)} />
      ) : null}
      {availableActions.includes('decide') ? (
        <FormDialog<{ decision: string }>
          label={words.decide(name)}
          title={words.decide(name)}
          submitLabel={words.submitDecide}
          defaultValues={{ decision: '' }}
          done={words.saved}
          send={async (values, idempotencyKey) =>
            ask(DecideItem, { input: { workOrderId: order.id, item, decision: values.decision, idempotencyKey } })
          }
        >
          <P>{words.decideLead}</P>
          <TextField name="decision" label={words.decision(name)} rows={2} />
        </FormDialog>
      ) : null}
    </Card>
  );
}
