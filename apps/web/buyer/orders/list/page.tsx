import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useId } from 'react';
import { useToday } from '../../../app/session.js';
import { BuyerOrders } from '../../../data/generated/buyer-orders.js';
import type { BuyerOrdersQuery, WorkOrderState } from '../../../data/generated/types.js';
import { useAsk } from '../../../data/use-ask.js';
import { Button, ButtonLink, PageLink } from '../../../kit/button.js';
import { INPUT } from '../../../kit/fields.js';
import { ExportMenu } from '../../../kit/export-menu.js';
import { Empty, Loaded } from '../../../kit/loaded.js';
import { Page } from '../../../kit/page.js';
import { Pager, Table } from '../../../kit/table.js';
import { useCommon } from '../../../words/common/index.js';
import { formatDate, formatUnits } from '../../../words/format.js';
import { useWorkName } from '../../../words/work-name.js';
import { ORDER_FILTERS, type OrderFilter } from '../order-filters.js';
import { OrderState } from '../order-state.js';
import { useOrdersWords } from '../words.js';

type Order = BuyerOrdersQuery['workOrders']['items'][number];

const TAKE = 50;
const STATES: Readonly<Record<OrderFilter, readonly WorkOrderState[] | null>> = {
  running: [
    'DRAFT',
    'SUBMITTED',
    'REVIEWING',
    'QUOTED',
    'QUOTE_EXPIRED',
    'ORDERED',
    'ALLOCATING',
    'IN_PRODUCTION',
    'DELIVERED',
    'ACCEPTED',
    'CANCELLING',
  ],
  done: ['SETTLED', 'CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED'],
  all: null,
};

/** All orders of the buyer; what is shown stands in the address. */
export function OrdersPage() {
  const { list: words } = useOrdersWords();
  const { areas } = useCommon();
  const { show = 'running', text = '', walked: joined = '' } = useSearch({ from: '/inside/buyer-area/buyer/orders' });
  const navigate = useNavigate();
  const walked = joined.split('.').filter((cursor) => cursor !== '');
  const filter = { statuses: STATES[show], text: text === '' ? null : text };
  const query = useAsk(BuyerOrders, { filter, first: TAKE, after: walked.at(-1) ?? null });
  const search = (more: object) => ({ show, ...(text === '' ? {} : { text }), ...more });
  return (
    <Page title={words.title} area={areas.buyer} lead={<ButtonLink to="/buyer/orders/new">{words.post}</ButtonLink>}>
      <Search text={text} onSearch={(next) => void navigate({ to: '/buyer/orders', search: { show, text: next } })} />
      <nav aria-label={words.filter} className="my-4 flex flex-wrap gap-2">
        {ORDER_FILTERS.map((each) => (
          <ButtonLink
            key={each}
            to="/buyer/orders"
            search={search({ show: each })}
            look={each === show ? 'primary' : 'secondary'}
            aria-current={each === show ? 'page' : undefined}
          >
            {words.filters[each]}
          </ButtonLink>
        ))}
      </nav>
      <Loaded query={query}>
        {({ workOrders: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{show === 'all' && text === '' ? words.empty : words.emptyFilter}</Empty>
          ) : (
            <>
              <OrderTable orders={items} />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) => void navigate({ to: '/buyer/orders', search: search({ walked: next.join('.') }) })}
              />
            </>
          )
        }
      </Loaded>
      <ExportMenu list="orders" variables={{ filter }} />
    </Page>
  );
}

function Search({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const { list: words } = useOrdersWords();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('text');
    onSearch(typeof value === 'string' ? value.trim() : '');
  };
  return (
    <form role="search" onSubmit={submit} className="max-w-xl">
      <label htmlFor={id} className="block font-bold">
        {words.search}
      </label>
      <div className="flex gap-2">
        <input key={text} id={id} name="text" type="search" defaultValue={text} className={INPUT} />
        <Button type="submit" look="secondary">
          {words.submit}
        </Button>
      </div>
    </form>
  );
}

function OrderTable({ orders }: { readonly orders: readonly Order[] }) {
  const { list: words } = useOrdersWords();
  const workName = useWorkName();
  const today = useToday();
  const dueOf = ({ lines }: Order) =>
    lines
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1);
  const workOf = ({ lines: [first, ...others] }: Order) =>
    first === undefined
      ? ''
      : `${workName(first.workType)} ${formatUnits(first.quantity, first.workType.unit)}${
          others.length === 0 ? '' : `、${words.more(others.length)}`
        }`;
  return (
    <Table
      caption={words.caption}
      rows={orders}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: words.name,
          cell: ({ id, title, status }) =>
            status === 'DRAFT' ? (
              <PageLink to="/buyer/orders/new" search={{ draft: id }}>
                {title}
              </PageLink>
            ) : (
              <PageLink to="/buyer/orders/$id" params={{ id }}>
                {title}
              </PageLink>
            ),
        },
        { heading: words.number, cell: ({ number }) => number },
        { heading: words.work, cell: workOf },
        {
          heading: words.due,
          cell: (order) => {
            const due = dueOf(order);
            return due === undefined ? '' : formatDate(due, today);
          },
        },
        { heading: words.state, cell: ({ status }) => <OrderState state={status} /> },
      ]}
    />
  );
}
