import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { Earnings } from '../../data/generated/earnings.js';
import { useAsk } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Table } from '../../kit/table.js';
import { Quiet } from '../../kit/text.js';
import { rich } from '../../kit/rich.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatUnits, formatYen } from '../../words/format.js';
import { useFacilityWords } from '../words.js';
import { Bills } from './bills.js';

const TAKE = 100;
const FIRST_MONTH = 4;

/** What the facility earned in a fiscal year, from April to March. */
export function MoneyPage() {
  const { money: words } = useFacilityWords();
  const { areas } = useCommon();
  const today = useToday();
  const present = Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) < FIRST_MONTH ? 1 : 0);
  const [year, setYear] = useState(present);
  const filter = { from: `${year}-04-01`, to: `${year + 1}-03-31` };
  const query = useAsk(Earnings, { filter, first: TAKE });
  return (
    <Page title={words.title} area={areas.facility}>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Button look="secondary" onClick={() => setYear(year - 1)}>
          {words.previous}
        </Button>
        <h2>{words.year(year)}</h2>
        <Button look="secondary" isOff={year >= present} onClick={() => setYear(year + 1)}>
          {words.next}
        </Button>
      </div>
      <Loaded query={query}>
        {({ settlementLines: { items, totalItems } }) => {
          const own = items.filter(({ payee }) => payee === 'FACILITY');
          if (totalItems === 0) return <Empty>{words.empty}</Empty>;
          return (
            <>
              <p className="my-4 rounded-lg bg-blue-50 p-4">
                <span className="block">{rich(words.total)}</span>
                <strong className="text-2xl">{formatYen(own.reduce((sum, { grossYen }) => sum + grossYen, 0))}</strong>
              </p>
              {totalItems > items.length ? <Quiet>{words.partial(items.length, totalItems)}</Quiet> : null}
              <Table
                caption={words.caption}
                rows={own}
                keyOf={({ id }) => id}
                columns={[
                  { heading: words.day, cell: ({ tradedOn }) => formatDate(tradedOn, today) },
                  { heading: words.order, cell: ({ order }) => `${order.number} ${order.title}` },
                  { heading: words.what, cell: ({ description }) => description },
                  { heading: words.units, cell: ({ units, unit }) => formatUnits(units, unit), isNumber: true },
                  { heading: words.amount, cell: ({ grossYen }) => formatYen(grossYen), isNumber: true },
                  { heading: words.due, cell: ({ dueOn }) => formatDate(dueOn, today) },
                ]}
              />
            </>
          );
        }}
      </Loaded>
      <ExportMenu list="lines" variables={{ filter }} />
      <Bills />
    </Page>
  );
}
