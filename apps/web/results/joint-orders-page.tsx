import type { ComponentProps } from 'react';
import { JointOrderTable } from '../data/generated/joint-order-table.js';
import type { JointOrderTableQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { RadioList } from '../kit/choices.js';
import { NumberField } from '../kit/fields.js';
import { FilterForm } from '../kit/filter-form.js';
import { Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { yearName } from '../kit/report/report.js';
import { ReportView } from '../kit/report/report-view.js';
import { Quiet } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatYen } from '../words/format.js';
import { OmittedLists } from './omitted-lists.js';
import { useTableWords } from './table-words.js';
import { FIRST_YEAR, PLACES, useArea, useAsked, usePresentYear, useShow } from './search.js';
import { ResultTabs } from './tabs.js';
import { useResultsWords } from './words.js';

/** What a desk, or all desks of a prefecture, brought about: by contract type, years side by side. */
export function JointOrdersPage() {
  const words = useResultsWords();
  const { joint: texts, procurement } = words;
  const { areas } = useCommon();
  const area = useArea();
  const place = PLACES[area].joint ?? '/prefecture/results';
  const { fromYear, toYear, unit } = useAsked();
  const variables = { fromYear, toYear, deskId: null, unit };
  const query = useAsk(JointOrderTable, variables);
  return (
    <Page title={texts.title} area={areas[area]}>
      <ResultTabs current={place} />
      <YearsForm to={place} />
      <Loaded query={query}>
        {({ jointOrderResults: { table, deskNames, total, printed, omitted } }) => (
          <>
            <Quiet className="mb-3">{`${texts.of(deskNames.join('、'))}${texts.basis}`}</Quiet>
            <JointOrders table={table} exported={{ list: 'joint-orders', variables }} />
            <Quiet className="mt-2">{procurement.rounding}</Quiet>
            {printed.map(({ fiscalYear, yen, source }) => (
              <Quiet key={fiscalYear}>{words.printed(yearName(fiscalYear), formatYen(yen), source)}</Quiet>
            ))}
            <OmittedLists lists={omitted} />
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

function JointOrders({
  table,
  exported,
}: {
  readonly table: JointOrderTableQuery['jointOrderResults']['table'];
  readonly exported: NonNullable<ComponentProps<typeof ReportView>['exported']>;
}) {
  const { joint: texts } = useResultsWords();
  const area = useArea();
  const { fromYear, toYear, unit } = useAsked();
  return (
    <ReportView
      caption={texts.caption}
      corner={texts.by}
      table={table}
      words={useTableWords()}
      chart={fromYear === toYear ? 'bars' : 'lines'}
      chartUnit={unit}
      cellTo={(_, { fiscalYear }) =>
        area === 'desk' && fiscalYear !== null ? { to: '/desk/results', search: { year: String(fiscalYear) } } : null
      }
      exported={exported}
    />
  );
}

function YearsForm({ to }: { readonly to: string }) {
  const words = useResultsWords();
  const { procurement: texts } = words;
  const show = useShow(to);
  const present = usePresentYear();
  const { fromYear, toYear, unit } = useAsked();
  const values = { from: String(fromYear), to: String(toYear), unit: unit === 'YEN' ? 'yen' : 'thousand' };
  return (
    <FilterForm values={values} onFilter={show}>
      <NumberField name="from" label={words.fromYear} unit="" min={FIRST_YEAR} max={present + 1} />
      <NumberField name="to" label={words.toYear} unit="" min={FIRST_YEAR} max={present + 1} />
      <RadioList
        name="unit"
        label={texts.unit}
        choices={[
          { value: 'yen', label: texts.units.YEN },
          { value: 'thousand', label: texts.units.THOUSAND_YEN },
        ]}
      />
    </FilterForm>
  );
}
