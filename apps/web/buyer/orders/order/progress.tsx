import { useToday } from '../../../app/session.js';
import { Bar } from '../../../kit/bar.js';
import { Table } from '../../../kit/table.js';
import { P, Section } from '../../../kit/text.js';
import { formatDate, formatUnits } from '../../../words/format.js';
import { useWorkName } from '../../../words/work-name.js';
import { useOrdersWords } from '../words.js';
import type { Order } from './order.js';

const STATES: readonly Order['status'][] = ['ALLOCATING', 'IN_PRODUCTION', 'DELIVERED', 'CANCELLING'];

/** How much is made, and by whom where the buyer contracts with the facilities themselves. */
export function Progress({ order }: { readonly order: Order }) {
  const { progress: words } = useOrdersWords();
  const workName = useWorkName();
  const today = useToday();
  if (!STATES.includes(order.status)) return null;
  return (
    <Section heading={words.heading} id="progress">
      <ul className="grid gap-4">
        {order.lines.map(({ id, workType, quantity, done }) => {
          const sentence = words.done(formatUnits(done, workType.unit), formatUnits(quantity, workType.unit));
          return (
            <li key={id}>
              <p className="font-bold">{workName(workType)}</p>
              <P>{sentence}</P>
              <Bar value={done} max={quantity} label={sentence} />
            </li>
          );
        })}
      </ul>
      {order.assignments.length === 0 ? null : (
        <>
          <h3 className="mt-6 mb-2">{words.facilities}</h3>
          <Table
            caption={words.caption}
            rows={order.assignments}
            keyOf={({ id }) => id}
            columns={[
              { heading: words.facility, cell: ({ facility }) => facility.name },
              {
                heading: words.units,
                cell: ({ units, workType }) => formatUnits(units, workType.unit),
                isNumber: true,
              },
              {
                heading: words.doneUnits,
                cell: ({ doneUnits, workType }) => formatUnits(doneUnits, workType.unit),
                isNumber: true,
              },
              { heading: words.due, cell: ({ dueOn }) => formatDate(dueOn, today) },
            ]}
          />
        </>
      )}
    </Section>
  );
}
