import { useSearch } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { ContractResults } from '../../data/generated/contract-results.js';
import { useAsk } from '../../data/use-ask.js';
import { AddressLink, ButtonLink } from '../../kit/button.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Table } from '../../kit/table.js';
import { Facts, Section } from '../../kit/text.js';
import { ResultTabs } from '../../results/tabs.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatNumber, formatYen } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { InquiryYear } from '../inquiries/year-counts.js';
import { useResultWords } from './words.js';

const FIRST_MONTH = 4;

/** Orders, facilities and sales of a fiscal year, as the desk reports them. */
export function ResultsPage() {
  const words = useResultWords();
  const { areas } = useCommon();
  const today = useToday();
  const search = useSearch({ from: '/inside/desk-area/desk/results' });
  const present = Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) < FIRST_MONTH ? 1 : 0);
  const year = readWholeNumber(search.year ?? '') ?? present;
  const query = useAsk(ContractResults, { fiscalYear: year });
  return (
    <Page title={words.title} area={areas.desk}>
      <ResultTabs current="/desk/results" />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <ButtonLink to="/desk/results" search={{ year: String(year - 1) }} look="secondary">
          {words.previous}
        </ButtonLink>
        <h2>{words.year(year)}</h2>
        {year < present ? (
          <ButtonLink to="/desk/results" search={{ year: String(year + 1) }} look="secondary">
            {words.next}
          </ButtonLink>
        ) : null}
      </div>
      <Loaded query={query}>
        {({ contractResults: { byType, total, orders } }) => (
          <>
            <Section heading={words.byType}>
              <Table
                caption={words.byType}
                rows={[
                  ...byType.map(({ contractType, figures }) => ({ name: words.types[contractType], figures })),
                  { name: words.total, figures: total },
                ]}
                keyOf={({ name }) => name}
                columns={[
                  { heading: words.type, cell: ({ name }) => name },
                  { heading: words.orders, cell: ({ figures }) => formatNumber(figures.orderCount), isNumber: true },
                  {
                    heading: words.facilities,
                    cell: ({ figures }) => formatNumber(figures.facilityCount),
                    isNumber: true,
                  },
                  { heading: words.sales, cell: ({ figures }) => formatYen(figures.salesYen), isNumber: true },
                  {
                    heading: words.thousands,
                    cell: ({ figures }) => words.thousandYen(formatNumber(figures.salesThousandYen)),
                    isNumber: true,
                  },
                ]}
              />
              <Facts
                items={[
                  [words.bookedBy, words.bookedByAcceptance],
                  [words.rounding, words.roundingEach],
                ]}
              />
            </Section>
            <Section heading={words.list}>
              {orders.length === 0 ? (
                <Empty>{words.empty}</Empty>
              ) : (
                <Table
                  caption={words.list}
                  rows={orders}
                  keyOf={({ workOrderId }) => workOrderId}
                  columns={[
                    {
                      heading: words.number,
                      cell: ({ workOrderId, number, title }) => (
                        <AddressLink href={`/desk/orders/${workOrderId}`}>{`${number} ${title}`}</AddressLink>
                      ),
                    },
                    { heading: words.buyer, cell: ({ buyerName }) => buyerName },
                    { heading: words.type, isShort: true, cell: ({ contractType }) => words.types[contractType] },
                    {
                      heading: words.bookedOn,
                      isShort: true,
                      cell: ({ bookedOn, isCounted }) =>
                        formatDate(bookedOn, today) + (isCounted ? '' : words.countedLater),
                    },
                    { heading: words.whose, cell: ({ facilities }) => facilities.map(({ name }) => name).join('、') },
                    { heading: words.sales, cell: ({ salesYen }) => formatYen(salesYen), isNumber: true },
                  ]}
                />
              )}
            </Section>
          </>
        )}
      </Loaded>
      <InquiryYear fiscalYear={year} />
      <ExportMenu list="results" variables={{ fiscalYear: year }} />
    </Page>
  );
}
