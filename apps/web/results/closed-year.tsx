import { ClosedYear } from '../data/generated/closed-year.js';
import { ClosingChanges } from '../data/generated/closing-changes.js';
import type { ClosedReport, ClosedYearsQuery, ClosingChangesQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { AddressLink } from '../kit/button.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { yearName } from '../kit/report/report.js';
import { ReportView } from '../kit/report/report-view.js';
import { Pager, Table } from '../kit/table.js';
import { Section } from '../kit/text.js';
import { formatMoment, formatNumber, formatYen } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { PLACES, useArea, useAsked, useShow } from './search.js';
import { useTableWords } from './table-words.js';
import { useResultsWords } from './words.js';

const TAKE = 50;

/** A closed year: its figures then and now, and what the differences come from. */
export function ClosedYearView({
  closed: { id, fiscalYear },
  report,
}: {
  readonly closed: ClosedYearsQuery['closedYears'][number];
  readonly report: ClosedReport;
}) {
  const { closing: words } = useResultsWords();
  const area = useArea();
  const { search, walked } = useAsked();
  const show = useShow(PLACES[area].closed);
  const tableWords = useTableWords();
  // Apart from the changes: each time the figures are asked for they are computed, and recorded as read.
  const query = useAsk(ClosedYear, { closedYearId: id });
  const changes = useAsk(ClosingChanges, { closedYearId: id, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <>
      <Section heading={words.caption(yearName(fiscalYear))}>
        <Loaded query={query}>
          {({ closedYearTable }) => (
            <ReportView
              caption={words.caption(yearName(fiscalYear))}
              corner={words.reports[report]}
              table={closedYearTable}
              words={tableWords}
              exported={{ list: 'closed-year', variables: { closedYearId: id } }}
            />
          )}
        </Loaded>
      </Section>
      <Section heading={words.changes}>
        <Loaded query={changes}>
          {({ closingChanges: { items, totalItems, ...place }, procurementCategories }) =>
            totalItems === 0 ? (
              <Empty>{words.noChanges}</Empty>
            ) : (
              <>
                <Changes changes={items} categories={procurementCategories} />
                <Pager
                  walked={walked}
                  take={TAKE}
                  total={totalItems}
                  place={place}
                  onMove={(next) => show({ ...search, walked: next.join('.') })}
                />
              </>
            )
          }
        </Loaded>
      </Section>
    </>
  );
}

function Changes({
  changes,
  categories,
}: {
  readonly changes: ClosingChangesQuery['closingChanges']['items'];
  readonly categories: ClosingChangesQuery['procurementCategories'];
}) {
  const { closing: words } = useResultsWords();
  const tableWords = useTableWords();
  const isEnglish = useLanguage() === 'en';
  const area = useArea();
  const names = new Map(categories.map(({ code, nameJa, nameEn }) => [code, isEnglish ? nameEn : nameJa]));
  return (
    <Table
      caption={words.changes}
      rows={changes}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: words.what,
          cell: ({ label, workOrderId }) =>
            workOrderId === null || area === 'prefecture' ? (
              label
            ) : (
              <AddressLink href={`/${area}/orders/${workOrderId}`}>{label}</AddressLink>
            ),
        },
        { heading: words.cause, cell: ({ cause }) => words.causes[cause] },
        {
          heading: words.key,
          cell: ({ key }) => names.get(key) ?? tableWords[key === '' ? 'unstated' : key] ?? key,
        },
        { heading: words.orders, cell: ({ orders }) => formatNumber(orders), isNumber: true },
        { heading: words.yen, cell: ({ yen }) => formatYen(yen), isNumber: true },
        {
          heading: words.changedAt,
          cell: ({ changedAt }) => (changedAt === null ? '–' : formatMoment(changedAt)),
          isShort: true,
        },
      ]}
    />
  );
}
