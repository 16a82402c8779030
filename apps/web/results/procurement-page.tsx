import { ProcurementTable } from '../data/generated/procurement-table.js';
import type { ProcurementTableQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { AddressLink } from '../kit/button.js';
import { RadioList } from '../kit/choices.js';
import { NumberField } from '../kit/fields.js';
import { FilterForm } from '../kit/filter-form.js';
import { Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { type CellLink, yearName } from '../kit/report/report.js';
import { ReportView } from '../kit/report/report-view.js';
import { Table } from '../kit/table.js';
import { Quiet, Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatNumber, formatYen } from '../words/format.js';
import {
  DIMENSIONS,
  FIRST_YEAR,
  PLACES,
  type ResultArea,
  useArea,
  useAsked,
  usePresentYear,
  useShow,
} from './search.js';
import { OmittedLists } from './omitted-lists.js';
import { useTableWords } from './table-words.js';
import { ResultTabs } from './tabs.js';
import { useResultsWords } from './words.js';

type Results = ProcurementTableQuery['procurementResults'];

/** 調達実績: what the own government bought; for a desk what it brought about; for a prefecture all its governments. */
export function ProcurementPage() {
  const { procurement: words } = useResultsWords();
  const { areas } = useCommon();
  const area = useArea();
  const { fromYear, toYear, by, isPublicMoney, unit } = useAsked();
  const variables = { buyerId: null, fromYear, toYear, by, isPublicMoney, unit };
  const query = useAsk(ProcurementTable, variables);
  const tableWords = useTableWords();
  const places = PLACES[area];
  const money: Record<string, string> = isPublicMoney ? {} : { money: 'private' };
  const rowsOf = (search: object) => ({ to: places.rows, search: { by, ...money, ...search } }) as CellLink;
  const whole = new URLSearchParams({ from: String(fromYear), to: String(toYear), by, ...money }).toString();
  return (
    <Page title={words.title} area={areas[area]}>
      <ResultTabs current={places.table} />
      <Choices area={area} />
      <Loaded query={query}>
        {({ procurementResults }) => (
          <>
            <ReportView
              caption={words.caption}
              corner={words.dimensions[by]}
              table={procurementResults.table}
              words={tableWords}
              chart={fromYear === toYear ? 'bars' : 'lines'}
              chartUnit={unit}
              cellTo={(row, { fiscalYear }) =>
                fiscalYear === null
                  ? null
                  : rowsOf({
                      from: String(fiscalYear),
                      to: String(fiscalYear),
                      ...(row.isTotal ? {} : { key: row.key }),
                    })
              }
              exported={{ list: 'procurement', variables }}
            />
            <Notes results={procurementResults} />
            <AddressLink href={`${places.rows}?${whole}`}>{words.open}</AddressLink>
            <Targets targets={procurementResults.targets} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Choices({ area }: { readonly area: ResultArea }) {
  const words = useResultsWords();
  const { procurement: texts } = words;
  const show = useShow(PLACES[area].table);
  const present = usePresentYear();
  const { fromYear, toYear, by, isPublicMoney, unit } = useAsked();
  const offered = DIMENSIONS.filter(
    (each) => area !== 'prefecture' || (each !== 'OWN_CATEGORY' && each !== 'METHOD' && each !== 'DEPARTMENT'),
  );
  const values = {
    from: String(fromYear),
    to: String(toYear),
    by,
    money: isPublicMoney ? 'public' : 'private',
    unit: unit === 'YEN' ? 'yen' : 'thousand',
  };
  return (
    <FilterForm values={values} onFilter={show}>
      <NumberField name="from" label={words.fromYear} unit="" min={FIRST_YEAR} max={present + 1} />
      <NumberField name="to" label={words.toYear} unit="" min={FIRST_YEAR} max={present + 1} />
      <RadioList
        name="by"
        label={texts.by}
        choices={offered.map((value) => ({ value, label: texts.dimensions[value] }))}
      />
      <RadioList
        name="unit"
        label={texts.unit}
        choices={[
          { value: 'yen', label: texts.units.YEN },
          { value: 'thousand', label: texts.units.THOUSAND_YEN },
        ]}
      />
      <RadioList
        name="money"
        label={texts.money}
        choices={[
          { value: 'public', label: texts.publicMoney },
          { value: 'private', label: texts.privateMoney },
        ]}
      />
    </FilterForm>
  );
}

/** How it was counted, and where it is not what one would add up. */
function Notes({ results: { rules, printed, omitted, otherTax } }: { readonly results: Results }) {
  const words = useResultsWords();
  const { procurement: texts } = words;
  return (
    <div className="my-4">
      {rules.map(({ fiscalYear, bookedBy, isTaxIncluded, source }) => (
        <Quiet key={fiscalYear}>
          {texts.rule(yearName(fiscalYear), texts.days[bookedBy], isTaxIncluded ? texts.taxed : texts.untaxed) +
            (source === '' ? '' : `（${source}）`)}
        </Quiet>
      ))}
      <Quiet>{texts.rounding}</Quiet>
      <Quiet>{texts.counts}</Quiet>
      {printed.map(({ fiscalYear, yen, source }) => (
        <Quiet key={`${fiscalYear} ${source}`}>{words.printed(yearName(fiscalYear), formatYen(yen), source)}</Quiet>
      ))}
      <OmittedLists lists={omitted} />
      {otherTax.map(({ fiscalYear, yen }) => (
        <Quiet key={fiscalYear}>{words.otherTax(yearName(fiscalYear), formatYen(yen))}</Quiet>
      ))}
    </div>
  );
}

function Targets({ targets }: { readonly targets: Results['targets'] }) {
  const words = useResultsWords();
  const { procurement: texts } = words;
  if (targets.length === 0) return null;
  return (
    <Section heading={texts.targets}>
      <Table
        caption={texts.targets}
        rows={targets}
        keyOf={({ fiscalYear, measure }) => `${fiscalYear} ${measure}`}
        columns={[
          { heading: words.year, cell: ({ fiscalYear }) => yearName(fiscalYear), isShort: true },
          {
            heading: texts.target,
            cell: ({ measure, target, comparator }) =>
              `${texts.measures[measure]} ${formatNumber(target)} ${texts.comparators[comparator]}`,
          },
          { heading: texts.actual, cell: ({ actual }) => formatNumber(actual), isNumber: true },
          {
            heading: texts.percent,
            cell: ({ permille }) => (permille === null ? '–' : `${(permille / 10).toFixed(1)}%`),
            isNumber: true,
          },
          {
            heading: texts.reached,
            cell: ({ isReached }) => (isReached ? texts.isReached : texts.isMissed),
            isShort: true,
          },
          { heading: texts.source, cell: ({ source }) => source },
        ]}
      />
    </Section>
  );
}
