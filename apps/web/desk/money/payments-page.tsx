import { useNavigate, useSearch } from '@tanstack/react-router';
import { readWalked } from '../../app/search.js';
import { useToday } from '../../app/session.js';
import { Payments } from '../../data/generated/payments.js';
import { useAsk } from '../../data/use-ask.js';
import { PageLink } from '../../kit/button.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Pager, Table } from '../../kit/table.js';
import { formatDate, formatYen } from '../../words/format.js';
import { MoneyFilter } from './money-filter.js';
import { MoneyPage } from './money-page.js';
import { isNarrowed, moneyFilterOf } from './money-filter-of.js';
import { OrderLink } from './order-link.js';
import { ReverseButton } from './reverse-button.js';
import { useMoneyWords } from './words.js';

const TAKE = 50;

export function PaymentsPage() {
  const { pay: words, ...money } = useMoneyWords();
  const search = useSearch({ from: '/inside/desk-area/desk/money/payments' });
  const navigate = useNavigate();
  const today = useToday();
  const walked = readWalked(search.walked);
  const filter = moneyFilterOf(search);
  const query = useAsk(Payments, { filter, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <MoneyPage tab="payments">
      <MoneyFilter to="/desk/money/payments" search={search} />
      <Loaded query={query}>
        {({ payments: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{isNarrowed(search) ? words.emptyFilter : words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  { heading: words.day, isShort: true, cell: ({ paidOn }) => formatDate(paidOn, today) },
                  { heading: money.from, cell: ({ payerParty }) => payerParty.name },
                  { heading: money.to, cell: ({ payeeParty }) => payeeParty.name },
                  {
                    heading: money.amount,
                    cell: ({ amountYen, reversesId }) =>
                      reversesId === null ? formatYen(amountYen) : `${words.reversed} ${formatYen(amountYen)}`,
                    isNumber: true,
                  },
                  {
                    heading: words.orders,
                    cell: ({ orders }) => (
                      <ul>
                        {orders.map((order) => (
                          <li key={order.id}>
                            <OrderLink order={order} />
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                  { heading: words.note, cell: ({ note }) => note },
                  {
                    heading: money.action,
                    cell: ({ invoiceId, ...payment }) => (
                      <>
                        {invoiceId === null ? null : (
                          <PageLink to="/desk/money/invoices/$id" params={{ id: invoiceId }}>
                            {words.openInvoice}
                          </PageLink>
                        )}
                        {payment.availableActions.includes('reverse') ? <ReverseButton payment={payment} /> : null}
                      </>
                    ),
                  },
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) =>
                  void navigate({ to: '/desk/money/payments', search: { ...search, walked: next.join('.') } })
                }
              />
            </>
          )
        }
      </Loaded>
      <ExportMenu list="payments" variables={{ filter }} />
    </MoneyPage>
  );
}
