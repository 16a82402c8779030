import { useNavigate, useSearch } from '@tanstack/react-router';
import { readWalked } from '../../app/search.js';
import { useToday } from '../../app/session.js';
import { Invoices } from '../../data/generated/invoices.js';
import { useAsk } from '../../data/use-ask.js';
import { PageLink } from '../../kit/button.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { StateTag } from '../../kit/state-tag.js';
import { Pager, Table } from '../../kit/table.js';
import { formatDate, formatYen } from '../../words/format.js';
import { MoneyFilter } from './money-filter.js';
import { MoneyPage } from './money-page.js';
import { isNarrowed, moneyFilterOf } from './money-filter-of.js';
import { useMoneyWords } from './words.js';

const TAKE = 50;

export function InvoicesPage() {
  const { invoices: words, ...money } = useMoneyWords();
  const search = useSearch({ from: '/inside/desk-area/desk/money/invoices' });
  const navigate = useNavigate();
  const today = useToday();
  const walked = readWalked(search.walked);
  const filter = moneyFilterOf(search);
  const query = useAsk(Invoices, { filter, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <MoneyPage tab="invoices">
      <MoneyFilter to="/desk/money/invoices" search={search} />
      <Loaded query={query}>
        {({ invoices: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{isNarrowed(search) ? words.emptyFilter : words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: words.number,
                    cell: ({ id, kind, number }) => (
                      <PageLink to="/desk/money/invoices/$id" params={{ id }}>
                        {`${words.kinds[kind]} ${number}`}
                      </PageLink>
                    ),
                  },
                  { heading: money.from, cell: ({ payerParty }) => payerParty.name },
                  { heading: money.to, cell: ({ payeeParty }) => payeeParty.name },
                  { heading: words.issued, isShort: true, cell: ({ issuedOn }) => formatDate(issuedOn, today) },
                  { heading: words.due, isShort: true, cell: ({ dueOn }) => formatDate(dueOn, today) },
                  { heading: money.amount, cell: ({ grossYen }) => formatYen(grossYen), isNumber: true },
                  {
                    heading: words.open,
                    isShort: true,
                    cell: ({ openYen, dueOn }) => {
                      if (openYen === 0) return <StateTag tone="done">{words.paid}</StateTag>;
                      return <StateTag tone={dueOn < today ? 'trouble' : 'waiting'}>{formatYen(openYen)}</StateTag>;
                    },
                  },
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) =>
                  void navigate({ to: '/desk/money/invoices', search: { ...search, walked: next.join('.') } })
                }
              />
            </>
          )
        }
      </Loaded>
      <ExportMenu list="invoices" variables={{ filter }} />
    </MoneyPage>
  );
}
