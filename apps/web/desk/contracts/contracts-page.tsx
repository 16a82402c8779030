import { useNavigate, useSearch } from '@tanstack/react-router';
import { readWalked } from '../../app/search.js';
import { useToday } from '../../app/session.js';
import { Contracts } from '../../data/generated/contracts.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink, PageLink } from '../../kit/button.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Pager, Table } from '../../kit/table.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatYen } from '../../words/format.js';
import { CONTRACT_SHOWS, STATES } from './contract-search.js';
import { ContractState } from './contract-state.js';
import { useContractWords } from './words.js';

const TAKE = 50;

export function ContractsPage() {
  const words = useContractWords();
  const { areas } = useCommon();
  const { show = 'open', walked: joined } = useSearch({ from: '/inside/desk-area/desk/contracts' });
  const navigate = useNavigate();
  const today = useToday();
  const walked = readWalked(joined);
  const filter = { statuses: STATES[show] };
  const query = useAsk(Contracts, { filter, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.desk}>
      <nav aria-label={words.show} className="mb-4 flex flex-wrap gap-2">
        {CONTRACT_SHOWS.map((each) => (
          <ButtonLink
            key={each}
            to="/desk/contracts"
            search={{ show: each }}
            look={each === show ? 'primary' : 'secondary'}
            aria-current={each === show ? 'page' : undefined}
          >
            {words.shows[each]}
          </ButtonLink>
        ))}
      </nav>
      <Loaded query={query}>
        {({ contracts: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{show === 'all' ? words.empty : words.emptyFilter}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: words.order,
                    cell: ({ id, order, side }) => (
                      <PageLink to="/desk/contracts/$id" params={{ id }}>
                        {`${order.number} ${order.title}（${words.sides[side]}）`}
                      </PageLink>
                    ),
                  },
                  { heading: words.type, cell: ({ type }) => words.types[type] },
                  { heading: words.buyer, cell: ({ buyer }) => buyer?.name ?? '' },
                  { heading: words.facility, cell: ({ facility }) => facility?.name ?? '' },
                  {
                    heading: words.amount,
                    cell: ({ amountYen }) => (amountYen === null ? words.undecided : formatYen(amountYen)),
                    isNumber: true,
                  },
                  {
                    heading: words.next,
                    cell: ({ nextMilestone }) =>
                      nextMilestone === null
                        ? ''
                        : `${formatDate(nextMilestone.dueOn, today)} ${words.milestoneKinds[nextMilestone.kind]}`,
                  },
                  { heading: words.state, isShort: true, cell: ({ status }) => <ContractState state={status} /> },
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) => void navigate({ to: '/desk/contracts', search: { show, walked: next.join('.') } })}
              />
            </>
          )
        }
      </Loaded>
      <ExportMenu list="contracts" variables={{ filter }} />
    </Page>
  );
}
