import { useToday } from '../../app/session.js';
import { Bar } from '../../kit/bar.js';
import { AddressLink } from '../../kit/button.js';
import { Message } from '../../kit/message.js';
import { Card, P, Quiet, Section } from '../../kit/text.js';
import { formatDate, formatUnits } from '../../words/format.js';
import { useWorkName } from '../../words/work-name.js';
import type { Line, Order } from './order.js';
import { Places } from './places.js';
import { useOrderWords } from './words.js';

/** Lines and the steps they are done in, with where their units are. */
export function Lines({ order }: { readonly order: Order }) {
  const { lines: words } = useOrderWords();
  const workName = useWorkName();
  const today = useToday();
  return (
    <Section heading={words.heading} id="lines">
      <ul className="grid gap-3">
        {order.lines.map((line) => (
          <li key={line.id}>
            <Card>
              <h3>
                {words.line(line.position, workName(line.workType), formatUnits(line.quantity, line.workType.unit))}
              </h3>
              <P>
                {words.due(formatDate(line.dueOn, today))}
                {line.lotSize === 1 ? '' : `・${words.lot(formatUnits(line.lotSize, line.workType.unit))}`}
              </P>
              {line.specification === '' ? null : <p className="whitespace-pre-line">{line.specification}</p>}
              {line.quantity === 0 ? null : <Places order={order} line={line} />}
              {line.quantity === 0 ? <Quiet>{words.dropped}</Quiet> : <Steps order={order} line={line} />}
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const PLACED_STATES: readonly string[] = [
  'ORDERED',
  'ALLOCATING',
  'IN_PRODUCTION',
  'DELIVERED',
  'ACCEPTED',
  'SETTLED',
  'CLOSED',
];

function Steps({ order, line }: { readonly order: Order; readonly line: Line }) {
  const { lines: words } = useOrderWords();
  const workName = useWorkName();
  const today = useToday();
  const { unit } = line.workType;
  const isShown = PLACED_STATES.includes(order.status) && order.contractType !== 'REFERRAL';
  const isSplittable = ['ORDERED', 'ALLOCATING', 'IN_PRODUCTION'].includes(order.status);
  const canCall = isSplittable || ['REVIEWING', 'QUOTED', 'QUOTE_EXPIRED'].includes(order.status);
  return (
    <ol className="mt-3 grid gap-3 border-l-4 border-faint pl-4">
      {line.steps.map((step) => {
        const name = words.step(step.position, workName(step.workType));
        const [placed, committed, done, unplaced, surplus] = [
          step.placed,
          step.committed,
          step.done,
          step.unplaced,
          step.surplus,
        ].map((units) => formatUnits(units, unit)) as [string, string, string, string, string];
        return (
          <li key={step.id}>
            <p>
              {line.steps.length === 1 ? null : <strong>{name}　</strong>}
              {line.steps.length === 1 ? null : words.due(formatDate(step.dueOn, today))}
            </p>
            {step.handOverTo === '' ? null : (
              <P>{words.handOver([step.handOverTo, step.handOverPlace].filter((part) => part !== '').join(' '))}</P>
            )}
            {step.specification === '' ? null : <p className="whitespace-pre-line">{step.specification}</p>}
            {isShown ? (
              <>
                <P>{words.placement(placed, committed, done, unplaced)}</P>
                <Bar
                  value={step.placed}
                  max={line.quantity}
                  label={words.bar(placed, formatUnits(line.quantity, unit))}
                />
                {step.surplus > 0 ? <Message kind="warning">{words.surplus(surplus)}</Message> : null}
              </>
            ) : null}
            <div className="mt-2 flex flex-wrap gap-4">
              {isSplittable && isShown ? (
                <AddressLink href={`/desk/orders/${order.id}/split/${step.id}`}>
                  {words.split}
                  <span className="sr-only">{`（${name}）`}</span>
                </AddressLink>
              ) : null}
              {canCall ? (
                <AddressLink href={`/desk/calls/new?step=${step.id}`}>
                  {words.call}
                  <span className="sr-only">{`（${name}）`}</span>
                </AddressLink>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
