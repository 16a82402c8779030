import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { WorkOrders } from '../../data/generated/work-orders.js';
import type { WorkOrdersQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { ButtonLink, ButtonRow, PageLink } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Pager, Table } from '../../kit/table.js';
import { useCommon } from '../../words/common/index.js';
import { daysBetween, formatDate, formatUnits } from '../../words/format.js';
import { plain } from '../../words/readings.js';
import { useWorkName } from '../../words/work-name.js';
import { Flags, OrderState } from '../common/states.js';
import { type BoardSearch, flagsOf, SHOWN_STATES, type Shown, SORTS } from './board-search.js';
import { Chips, FindForm } from './find.js';
import { useBoardWords } from './words.js';

const TAKE = 50;
type Row = WorkOrdersQuery['workOrders']['items'][number];
type Counts = WorkOrdersQuery['workOrderCounts']['byStatus'];

/** All orders of the desk; what is shown stands in the address. */
export function BoardPage() {
  const words = useBoardWords();
  const { areas } = useCommon();
  const search = useSearch({ from: '/inside/desk-area/desk/orders' });
  const navigate = useNavigate();
  const { show = 'open', text, from, to, buyer, facility, work, sort = 'DUE_FIRST' } = search;
  const walked = (search.walked ?? '').split('.').filter((cursor) => cursor !== '');
  const flags = flagsOf(search);
  const filter = {
    statuses: SHOWN_STATES[show],
    text: text ?? null,
    dueFrom: from ?? null,
    dueTo: to ?? null,
    buyerId: buyer ?? null,
    facilityId: facility ?? null,
    workTypeCode: work ?? null,
    flags: flags.length === 0 ? null : flags,
  };
  const query = useAsk(WorkOrders, { filter, sort, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.desk}>
      <ButtonRow>
        <ButtonLink to="/desk/orders/new" look="secondary">
          {words.enter}
        </ButtonLink>
      </ButtonRow>
      <FindForm key={JSON.stringify({ text, from, to, buyer, work, flags })} search={search} />
      <Chips search={search} />
      <Tabs search={search} counts={query.data?.workOrderCounts.byStatus ?? []} />
      <Sorts search={search} />
      <Loaded query={query}>
        {({ workOrders: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{isNarrowed(search) ? words.emptyFilter : words.empty}</Empty>
          ) : (
            <>
              <Rows rows={items} />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) => void navigate({ to: '/desk/orders', search: { ...search, walked: next.join('.') } })}
              />
            </>
          )
        }
      </Loaded>
      <ExportMenu list="orders" variables={{ filter, sort }} />
    </Page>
  );
}

function isNarrowed({ show, sort: _, walked: __, ...rest }: BoardSearch): boolean {
  return Object.keys(rest).length > 0 || (show !== undefined && show !== 'all');
}

function Tabs({ search, counts }: { readonly search: BoardSearch; readonly counts: Counts }) {
  const words = useBoardWords();
  const { show = 'open' } = search;
  const countOf = (shown: Shown) => {
    const states: readonly string[] | null = SHOWN_STATES[shown];
    return counts.reduce((sum, { status, count }) => (states?.includes(status) === false ? sum : sum + count), 0);
  };
  // What nothing is in is only in the way; where one is stays.
  const tabs = (Object.keys(SHOWN_STATES) as Shown[]).filter(
    (each) => each === show || each === 'open' || each === 'all' || countOf(each) > 0,
  );
  return (
    <nav aria-label={plain(words.states)} className="mt-4 flex flex-wrap gap-2">
      {tabs.map((each) => (
        <ButtonLink
          key={each}
          to="/desk/orders"
          search={{ ...search, show: each, walked: undefined }}
          look={each === show ? 'primary' : 'secondary'}
          aria-current={each === show ? 'page' : undefined}
        >
          {words.tab(words.shown[each], countOf(each))}
        </ButtonLink>
      ))}
    </nav>
  );
}

function Sorts({ search }: { readonly search: BoardSearch }) {
  const words = useBoardWords();
  const { sort = 'DUE_FIRST' } = search;
  return (
    <nav aria-label={plain(words.sort)} className="mt-3 mb-4 flex flex-wrap items-center gap-x-4">
      <span className="text-quiet">{words.sort}</span>
      {SORTS.map((each) =>
        each === sort ? (
          <strong key={each} aria-current="true" className="inline-flex min-h-11 items-center">
            {words.sorts[each]}
          </strong>
        ) : (
          <PageLink key={each} to="/desk/orders" search={{ ...search, sort: each, walked: undefined }}>
            {words.sorts[each]}
          </PageLink>
        ),
      )}
    </nav>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const words = useBoardWords();
  const workName = useWorkName();
  const today = useToday();
  const workOf = ([first, ...others]: Row['lines']) => {
    if (!first) return words.nothing;
    const name = `${workName(first.workType)} ${formatUnits(first.quantity, first.workType.unit)}`;
    return others.length === 0 ? name : `${name} ${words.moreLines(others.length)}`;
  };
  const unplacedOf = (lines: Row['lines']) => {
    const open = lines.filter(({ unplaced }) => unplaced > 0);
    return open.map(({ unplaced, workType }) => formatUnits(unplaced, workType.unit)).join('・') || words.nothing;
  };
  return (
    <Table
      caption={words.caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: words.name,
          cell: ({ id, number, title }) => (
            <>
              <span className="block text-sm text-quiet">{number}</span>
              <PageLink to="/desk/orders/$id" params={{ id }} className="inline-block! py-2">
                {title}
              </PageLink>
            </>
          ),
        },
        { heading: words.buyer, cell: ({ buyer }) => buyer.name },
        { heading: words.work, cell: ({ lines }) => workOf(lines) },
        {
          heading: words.due,
          cell: ({ dueOn, status }) => (
            <>
              <span className="whitespace-nowrap">{formatDate(dueOn, today)}</span>
              {(SHOWN_STATES.open as readonly string[]).includes(status) ? (
                <span className="block text-sm text-quiet">{words.daysLeft(daysBetween(today, dueOn))}</span>
              ) : null}
            </>
          ),
        },
        {
          heading: words.state,
          cell: ({ status, flags }) => (
            <span className="grid justify-items-start gap-1">
              <OrderState state={status} />
              <Flags flags={flags} />
            </span>
          ),
        },
        {
          heading: words.unplaced,
          cell: ({ lines, status }) =>
            status === 'ORDERED' || status === 'ALLOCATING' || status === 'IN_PRODUCTION'
              ? unplacedOf(lines)
              : words.nothing,
          isNumber: true,
        },
      ]}
    />
  );
}
