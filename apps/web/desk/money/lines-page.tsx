import { useNavigate, useSearch } from '@tanstack/react-router';
import { readWalked } from '../../app/search.js';
import { useToday } from '../../app/session.js';
import { SettlementLines } from '../../data/generated/settlement-lines.js';
import { useAsk } from '../../data/use-ask.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Pager, Table } from '../../kit/table.js';
import { formatDate, formatYen } from '../../words/format.js';
import { MoneyFilter } from './money-filter.js';
import { MoneyPage } from './money-page.js';
import { isNarrowed, moneyFilterOf } from './money-filter-of.js';
import { OrderLink } from './order-link.js';
import { useMoneyWords } from './words.js';

const TAKE = 50;

/** Who owes whom what, line by line, corrections and all. */
export function LinesPage() {
  const { lines: words, ...money } = useMoneyWords();
  const search = useSearch({ from: '/inside/desk-area/desk/money/lines' });
  const navigate = useNavigate();
  const today = useToday();
  const walked = readWalked(search.walked);
  const filter = moneyFilterOf(search);
  const query = useAsk(SettlementLines, { filter, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <MoneyPage tab="lines">
      <MoneyFilter to="/desk/money/lines" search={search} />
      <Loaded query={query}>
        {({ settlementLines: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{isNarrowed(search) ? words.emptyFilter : words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  { heading: words.day, isShort: true, cell: ({ tradedOn }) => formatDate(tradedOn, today) },
                  { heading: money.order, cell: ({ order }) => <OrderLink order={order} /> },
                  {
                    heading: words.what,
                    cell: ({ kind, description, reversesId }) =>
                      [words.kinds[kind], description, reversesId === null ? '' : words.reversal]
                        .filter((part) => part !== '')
                        .join('・'),
                  },
                  { heading: money.from, cell: ({ payerParty }) => payerParty.name },
                  { heading: money.to, cell: ({ payeeParty }) => payeeParty.name },
                  { heading: money.amount, cell: ({ grossYen }) => formatYen(grossYen), isNumber: true },
                  { heading: words.due, isShort: true, cell: ({ dueOn }) => formatDate(dueOn, today) },
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) =>
                  void navigate({ to: '/desk/money/lines', search: { ...search, walked: next.join('.') } })
                }
              />
            </>
          )
        }
      </Loaded>
      <ExportMenu list="lines" variables={{ filter }} />
    </MoneyPage>
  );
}
