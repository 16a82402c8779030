import { isAdmin, useMe } from '../app/session.js';
import { ask } from '../data/ask.js';
import { CloseYear } from '../data/generated/close-year.js';
import { ClosedYears } from '../data/generated/closed-years.js';
import type { ClosedReport, ClosedYearsQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { AddressLink } from '../kit/button.js';
import { RadioList } from '../kit/choices.js';
import { NumberField, TextField } from '../kit/fields.js';
import { FilterForm } from '../kit/filter-form.js';
import { FormDialog } from '../kit/form-dialog.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { yearName } from '../kit/report/report.js';
import { Table } from '../kit/table.js';
import { Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatMoment, formatNumber } from '../words/format.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { ClosedYearView } from './closed-year.js';
import { FIRST_YEAR, PLACES, useArea, useAsked, usePresentYear, useShow } from './search.js';
import { ResultTabs } from './tabs.js';
import { useResultsWords } from './words.js';

const REPORTS = ['JOINT_ORDERS', 'PROCUREMENT'] as const satisfies readonly ClosedReport[];
type Closed = ClosedYearsQuery['closedYears'][number];

/** Years that were closed, one of them then and now, and the way to close another. */
export function ClosingPage() {
  const { closing: words } = useResultsWords();
  const { areas } = useCommon();
  const area = useArea();
  const { search } = useAsked();
  const show = useShow(PLACES[area].closed);
  const report: ClosedReport =
    area === 'buyer' ? 'PROCUREMENT' : (REPORTS.find((each) => each === search.report) ?? 'JOINT_ORDERS');
  const query = useAsk(ClosedYears, { report });
  return (
    <Page title={words.title} area={areas[area]} lead={words.lead}>
      <ResultTabs current={PLACES[area].closed} />
      {area === 'buyer' ? null : (
        <FilterForm values={{ report }} onFilter={show}>
          <RadioList
            name="report"
            label={words.report}
            choices={REPORTS.map((value) => ({ value, label: words.reports[value] }))}
          />
        </FilterForm>
      )}
      <Loaded query={query}>
        {({ closedYears }) => {
          const chosen = closedYears.find(({ id }) => id === search.closed) ?? closedYears[0];
          return (
            <>
              <Section heading={words.years}>
                {closedYears.length === 0 ? <Empty>{words.none}</Empty> : <Years years={closedYears} report={report} />}
                <CloseDialog report={report} />
              </Section>
              {chosen ? <ClosedYearView key={chosen.id} closed={chosen} report={report} /> : null}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Years({ years, report }: { readonly years: readonly Closed[]; readonly report: ClosedReport }) {
  const words = useResultsWords();
  const { closing: texts } = words;
  const place = PLACES[useArea()].closed;
  return (
    <Table
      caption={texts.years}
      rows={years}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: words.year,
          cell: ({ id, fiscalYear }) => (
            <AddressLink href={`${place}?${new URLSearchParams({ report, closed: id }).toString()}`}>
              {yearName(fiscalYear)}
            </AddressLink>
          ),
        },
        { heading: texts.version, cell: ({ version }) => texts.versionOf(formatNumber(version)), isShort: true },
        { heading: texts.closedAt, cell: ({ closedAt }) => formatMoment(closedAt), isShort: true },
        { heading: texts.note, cell: ({ note }) => note },
      ]}
    />
  );
}

function CloseDialog({ report }: { readonly report: ClosedReport }) {
  const { closing: words } = useResultsWords();
  const { role } = useMe();
  const present = usePresentYear();
  const show = useShow(PLACES[useArea()].closed);
  if (!isAdmin(role) && role !== 'PREFECTURE_OFFICER') return null;
  return (
    <FormDialog
      label={words.close}
      title={words.close}
      submitLabel={words.close}
      done={words.closed}
      defaultValues={{ fiscalYear: String(present - 1), note: '' }}
      send={async ({ fiscalYear, note }, idempotencyKey) => {
        const { closeYear } = await ask(CloseYear, {
          input: { idempotencyKey, report, fiscalYear: readWholeNumber(fiscalYear) ?? present - 1, note },
        });
        show({ report, closed: closeYear.closedYearId });
      }}
    >
      <NumberField name="fiscalYear" label={words.fiscalYear} unit="" min={FIRST_YEAR} max={present - 1} />
      <TextField name="note" label={words.note} hint={words.noteHint} isOptional />
    </FormDialog>
  );
}
