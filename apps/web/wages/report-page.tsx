import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { areaOf, useMe } from '../app/session.js';
import { WageFigures } from '../data/generated/wage-figures.js';
import { WageReport } from '../data/generated/wage-report.js';
import { useAsk } from '../data/use-ask.js';
import { RadioList } from '../kit/choices.js';
import { NumberField } from '../kit/fields.js';
import { FilterForm } from '../kit/filter-form.js';
import { PageLink } from '../kit/button.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { yearName } from '../kit/report/report.js';
import { ReportView } from '../kit/report/report-view.js';
import { Pager, Table } from '../kit/table.js';
import { Quiet, Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatYen } from '../words/format.js';
import { cellFilter, rowsFilter } from './report-cells.js';
import { type ReportKind, REPORT_KINDS, type ReportSearch } from './report-search.js';
import { WAGE_PATHS } from './wage-paths.js';
import { useWageWords } from './words.js';
import { useLastYear } from './year-view.js';

const YEARS_SHOWN = 5;
const TAKE = 50;
/** Drawn as bars: how many facilities. */
const COUNTS: readonly ReportKind[] = [
  'BANDS',
  'THRESHOLDS',
  'LOW_FOR_YEARS',
  'MAIN_ACTIVITY_COUNTS',
  'ACTIVITY_GROUP_COUNTS',
];
const TYPES = ['B_TYPE', 'A_TYPE'] as const;

/** Wages by year, for a desk or a prefecture; which table, and which rows are open, stands in the address. */
export function WageReportPage() {
  const { report: words, check } = useWageWords();
  const { areas } = useCommon();
  const navigate = useNavigate();
  const area = areaOf(useMe().role) === 'desk' ? 'desk' : 'prefecture';
  const last = useLastYear();
  const search: ReportSearch = useSearch({ strict: false });
  const kind: ReportKind = search.kind ?? 'YEARS';
  const typeCode = search.type ?? 'B_TYPE';
  const toYear = search.toYear ?? last;
  const fromYear = Math.min(search.fromYear ?? toYear - YEARS_SHOWN + 1, toYear);
  const variables = { report: kind, fromYear, toYear, typeCode };
  const query = useAsk(WageReport, variables);
  const rows = rowsFilter(search, typeCode);
  return (
    <Page title={words.title} area={areas[area]} lead={words.kinds[kind]}>
      <FilterForm
        values={{ kind, fromYear: String(fromYear), toYear: String(toYear), type: typeCode }}
        onFilter={(values) => void navigate({ to: WAGE_PATHS[area].report, search: () => values })}
      >
        <RadioList
          name="kind"
          label={words.kind}
          choices={REPORT_KINDS.filter((each) => area === 'desk' || each !== 'DESK_SHARE').map((value) => ({
            value,
            label: words.kinds[value],
          }))}
        />
        <div>
          <NumberField name="fromYear" label={words.from} unit="" min={2005} />
          <NumberField name="toYear" label={words.to} unit="" min={2005} />
          <RadioList
            name="type"
            label={words.type}
            choices={TYPES.map((value) => ({ value, label: words.types[value] }))}
          />
        </div>
      </FilterForm>
      <Loaded query={query}>
        {({ wageReport: table }) => (
          <>
            <ReportView
              caption={words.kinds[kind]}
              corner={words.corner}
              table={table}
              words={words.names}
              chart={COUNTS.includes(kind) ? 'bars' : 'lines'}
              chartUnit={kind === 'YEARS' || kind === 'TARGETS' || kind === 'DESK_SHARE' ? 'YEN' : undefined}
              cellTo={(row, column) => {
                const cell = cellFilter(kind, row, column);
                if (cell === null) return null;
                return { to: WAGE_PATHS[area].report, search: { ...search, kind, ...cell } };
              }}
              exported={{ list: 'wages', variables }}
            />
            <Quiet>{words.mean}</Quiet>
          </>
        )}
      </Loaded>
      {rows === null ? null : <Rows key={JSON.stringify(rows)} filter={rows} area={area} />}
      <p className="mt-6">
        <PageLink to={WAGE_PATHS[area].list}>{check.to}</PageLink>
      </p>
    </Page>
  );
}

function Rows({
  filter,
  area,
}: {
  readonly filter: NonNullable<ReturnType<typeof rowsFilter>>;
  readonly area: 'desk' | 'prefecture';
}) {
  const { report: words } = useWageWords();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(WageFigures, { filter, first: TAKE, after: walked.at(-1) ?? null });
  const yen = (value: number | null) => (value === null ? '' : formatYen(value));
  return (
    <Section heading={words.rowsHeading(yearName(filter.fiscalYear))}>
      <Loaded query={query}>
        {({ wageFigures: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.noRows}</Empty>
          ) : (
            <>
              <Table
                caption={words.rowsHeading(yearName(filter.fiscalYear))}
                rows={items}
                keyOf={({ facility }) => facility.id}
                columns={[
                  { heading: words.rank, cell: ({ rank }) => (rank === null ? '' : String(rank)), isNumber: true },
                  { heading: words.facility, cell: ({ facility }) => facility.name },
                  { heading: words.month, cell: ({ monthYen }) => yen(monthYen), isNumber: true },
                  { heading: words.hour, cell: ({ hourYen }) => yen(hourYen), isNumber: true },
                  { heading: words.target, cell: ({ targetYen }) => yen(targetYen), isNumber: true },
                  {
                    heading: words.source,
                    cell: ({ wageReturnId, sourceFile, sourceRow }) =>
                      wageReturnId === null ? (
                        sourceFile === null ? (
                          ''
                        ) : (
                          words.line(sourceFile, sourceRow ?? 0)
                        )
                      ) : (
                        <PageLink to={WAGE_PATHS[area].one} params={{ id: wageReturnId }}>
                          {words.ofReturn}
                        </PageLink>
                      ),
                  },
                ]}
              />
              <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
