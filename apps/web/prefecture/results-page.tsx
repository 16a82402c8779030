import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useToday } from '../app/session.js';
import { OverseenContractResults } from '../data/generated/overseen-contract-results.js';
import type { OverseenContractResultsQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { Button, ButtonLink, PageLink } from '../kit/button.js';
import { Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { Table } from '../kit/table.js';
import { Quiet } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatDate, formatNumber, formatYen } from '../words/format.js';
import { usePrefectureWords } from './words.js';

type Results = OverseenContractResultsQuery['overseenContractResults'];

const FIRST_MONTH = 4;

/** What a desk did in a fiscal year, by kind of contract; the year stands in the address. */
export function OverseenResultsPage() {
  const { results: words } = usePrefectureWords();
  const { areas } = useCommon();
  const today = useToday();
  const navigate = useNavigate();
  const { id } = useParams({ from: '/inside/prefecture-area/prefecture/desks/$id' });
  const present = Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) < FIRST_MONTH ? 1 : 0);
  const { year = present } = useSearch({ from: '/inside/prefecture-area/prefecture/desks/$id' });
  const query = useAsk(OverseenContractResults, { deskId: id, fiscalYear: year });
  const show = (next: number) => void navigate({ to: '/prefecture/desks/$id', params: { id }, search: { year: next } });
  return (
    <Loaded query={query}>
      {({ overseenContractResults: results }) => (
        <Page title={words.title(results.desk.name)} area={areas.prefecture}>
          <div className="mb-4 flex flex-wrap items-center gap-3">
            <Button look="secondary" onClick={() => show(year - 1)}>
              {words.previous}
            </Button>
            <h2>{words.year(year)}</h2>
            <Button look="secondary" isOff={year >= present} onClick={() => show(year + 1)}>
              {words.next}
            </Button>
          </div>
          <Quiet className="mb-3">{words.range(formatDate(results.from, today), formatDate(results.to, today))}</Quiet>
          <ResultTable results={results} />
          <Quiet className="mt-3">{words.rounding}</Quiet>
          <div className="mt-6">
            <ButtonLink to="/prefecture/desks/$id/facilities" params={{ id }} look="secondary">
              {words.toFacilities}
            </ButtonLink>
          </div>
          <p className="mt-6">
            <PageLink to="/prefecture">{words.back}</PageLink>
          </p>
        </Page>
      )}
    </Loaded>
  );
}

function ResultTable({ results }: { readonly results: Results }) {
  const { results: words } = usePrefectureWords();
  const rows = [
    ...results.byType.map(({ contractType, figures }) => ({ name: words.types[contractType], figures })),
    { name: words.total, figures: results.total },
  ];
  return (
    <Table
      caption={words.caption}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        {
          heading: words.type,
          cell: ({ name }) => (name === words.total ? <strong>{name}</strong> : name),
        },
        { heading: words.orders, cell: ({ figures }) => words.count(formatNumber(figures.orderCount)), isNumber: true },
        {
          heading: words.facilities,
          cell: ({ figures }) => words.places(formatNumber(figures.facilityCount)),
          isNumber: true,
        },
        { heading: words.sales, cell: ({ figures }) => formatYen(figures.salesYen), isNumber: true },
        { heading: words.thousands, cell: ({ figures }) => formatNumber(figures.salesThousandYen), isNumber: true },
      ]}
    />
  );
}
