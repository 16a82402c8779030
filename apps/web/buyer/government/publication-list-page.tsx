import { useState } from 'react';
import { BuyerOrders } from '../../data/generated/buyer-orders.js';
import type { WorkOrderState } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { PageLink } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Pager, Table } from '../../kit/table.js';
import { useCommon } from '../../words/common/index.js';
import { OrderState } from '../orders/order-state.js';
import { useGovernmentWords } from './words.js';

const TAKE = 50;
/** Those that were sent and not given up. */
const STATES: readonly WorkOrderState[] = [
  'SUBMITTED',
  'REVIEWING',
  'QUOTED',
  'QUOTE_EXPIRED',
  'ORDERED',
  'ALLOCATING',
  'IN_PRODUCTION',
  'DELIVERED',
  'ACCEPTED',
  'SETTLED',
  'CLOSED',
];

/** The way from the menu to the texts of each order. */
export function PublicationListPage() {
  const { publications: words } = useGovernmentWords();
  const { areas } = useCommon();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(BuyerOrders, { filter: { statuses: STATES }, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.buyer} lead={words.lead}>
      <Loaded query={query}>
        {({ workOrders: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: words.order,
                    cell: ({ id, number, title }) => (
                      <PageLink to="/buyer/orders/$id/publications" params={{ id }}>
                        {`${number} ${title}`}
                      </PageLink>
                    ),
                  },
                  { heading: words.state, cell: ({ status }) => <OrderState state={status} /> },
                ]}
              />
              <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
