import { JointOrderTable } from '../data/generated/joint-order-table.js';
import { useAsk } from '../data/use-ask.js';
import { NumberField } from '../kit/fields.js';
import { FilterForm } from '../kit/filter-form.js';
import { Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { yearName } from '../kit/report/report.js';
import { ReportView } from '../kit/report/report-view.js';
import { Quiet } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatNumber, formatYen } from '../words/format.js';
import { useTableWords } from './table-words.js';
import { FIRST_YEAR, PLACES, useArea, useAsked, usePresentYear, useShow } from './search.js';
import { ResultTabs } from './tabs.js';
import { useResultsWords } from './words.js';

/** What a desk, or all desks of a prefecture, brought about: a row for each year. */
export function JointOrdersPage() {
  const words = useResultsWords();
  const { joint: texts } = words;
  const { areas } = useCommon();
  const area = useArea();
  const place = PLACES[area].joint ?? '/prefecture/results';
  const { fromYear, toYear } = useAsked();
  const variables = { fromYear, toYear, deskId: null };
  const query = useAsk(JointOrderTable, variables);
  const tableWords = useTableWords();
  return (
    <Page title={texts.title} area={areas[area]}>
      <ResultTabs current={place} />
      <YearsForm to={place} fromYear={fromYear} toYear={toYear} />
      <Loaded query={query}>
        {({ jointOrderTable, jointOrderResults: { deskNames, rows, total, printed, fiscalYears } }) => (
          <>
            <Quiet className="mb-3">{`${texts.of(deskNames.join('、'))}${texts.basis}`}</Quiet>
            <ReportView
              caption={texts.caption}
              corner={words.year}
              table={jointOrderTable}
              words={tableWords}
              chart="lines"
              chartUnit="YEN"
              cellTo={(row) =>
                area === 'desk' && row.fiscalYear !== null
                  ? { to: '/desk/results', search: { year: String(row.fiscalYear) } }
                  : null
              }
              exported={{ list: 'joint-orders', variables }}
            />
            <ul className="mt-4">
              {fiscalYears.map((year, at) => {
                const named = [...rows, { ...total, contractType: null }].map((row, index) =>
                  texts.thousandYen(
                    index === rows.length
                      ? (tableWords.total ?? '')
                      : row.contractType === null
                        ? (tableWords.unstated ?? '')
                        : words.recorded.types[row.contractType],
                    formatNumber(row.cells[at]?.salesThousandYen ?? 0),
                  ),
                );
                return <li key={year}>{texts.thousands(yearName(year), named.join('、'))}</li>;
              })}
            </ul>
            <Quiet className="mt-2">{texts.rounding}</Quiet>
            {printed.map(({ fiscalYear, yen, source }) => (
              <Quiet key={fiscalYear}>{words.printed(yearName(fiscalYear), formatYen(yen), source)}</Quiet>
            ))}
            {total.cells
              .filter(({ taxedYen }) => taxedYen !== 0)
              .map(({ fiscalYear, taxedYen }) => (
                <Quiet key={fiscalYear}>{words.otherTax(yearName(fiscalYear), formatYen(taxedYen))}</Quiet>
              ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function YearsForm({
  to,
  fromYear,
  toYear,
}: {
  readonly to: string;
  readonly fromYear: number;
  readonly toYear: number;
}) {
  const words = useResultsWords();
  const show = useShow(to);
  const present = usePresentYear();
  return (
    <FilterForm values={{ from: String(fromYear), to: String(toYear) }} onFilter={show}>
      <NumberField name="from" label={words.fromYear} unit="" min={FIRST_YEAR} max={present + 1} />
      <NumberField name="to" label={words.toYear} unit="" min={FIRST_YEAR} max={present + 1} />
    </FilterForm>
  );
}
