import { isAdmin, useMe, useToday } from '../app/session.js';
import { ask } from '../data/ask.js';
import { ProcurementSettings } from '../data/generated/procurement-settings.js';
import { RecordPolicy } from '../data/generated/record-policy.js';
import { SetProcurementRule } from '../data/generated/set-procurement-rule.js';
import { SetProcurementTarget } from '../data/generated/set-procurement-target.js';
import type {
  Booking,
  Comparator,
  GovernmentLevel,
  ProcurementSettingsQuery,
  TargetMeasure,
} from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { Button } from '../kit/button.js';
import { RadioList } from '../kit/choices.js';
import { DateField } from '../kit/date-field.js';
import { NumberField, TextField } from '../kit/fields.js';
import { FormDialog } from '../kit/form-dialog.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { yearName } from '../kit/report/report.js';
import { Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatDate, formatNumber } from '../words/format.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { FIRST_YEAR, PLACES, useArea, useAsked, usePresentYear, useShow } from './search.js';
import { ResultTabs } from './tabs.js';
import { useResultsWords } from './words.js';

const MEASURES = ['YEN', 'COUNT'] as const satisfies readonly TargetMeasure[];
const COMPARATORS = ['AT_LEAST', 'MORE_THAN'] as const satisfies readonly Comparator[];
const BOOKINGS = ['PERFORMANCE', 'ACCEPTANCE'] as const satisfies readonly Booking[];
const LEVELS = ['NATION', 'PREFECTURE', 'MUNICIPALITY', 'INCORPORATED'] as const satisfies readonly GovernmentLevel[];

/** Targets, how results are counted, and which governments have adopted a policy. */
export function ResultSettingsPage() {
  const { settings: words } = useResultsWords();
  const { areas } = useCommon();
  const area = useArea();
  const present = usePresentYear();
  const { search } = useAsked();
  const fiscalYear = Math.max(FIRST_YEAR, readWholeNumber(search.year ?? '') ?? present);
  const query = useAsk(ProcurementSettings, { fiscalYear });
  const place = PLACES[area].settings ?? '/buyer/results/settings';
  return (
    <Page title={words.title} area={areas[area]}>
      <ResultTabs current={place} />
      <Loaded query={query}>
        {(data) => (
          <>
            <Targets targets={data.procurementTargets} />
            <Rules rules={data.procurementRules} />
            <Policies report={data.procurementPolicies} place={place} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function useMaySet(): boolean {
  const { role } = useMe();
  return isAdmin(role) || role === 'PREFECTURE_OFFICER';
}

function Targets({ targets }: { readonly targets: ProcurementSettingsQuery['procurementTargets'] }) {
  const words = useResultsWords();
  const { settings: texts, procurement } = words;
  const present = usePresentYear();
  const area = useArea();
  return (
    <Section heading={texts.targets}>
      {targets.length === 0 ? (
        <Empty>{texts.noTargets}</Empty>
      ) : (
        <Table
          caption={texts.targets}
          rows={targets}
          keyOf={({ id }) => id}
          columns={[
            { heading: words.year, cell: ({ fiscalYear }) => yearName(fiscalYear), isShort: true },
            { heading: texts.whose, cell: ({ government }) => government || texts.own },
            {
              heading: texts.target,
              cell: ({ measure, target, comparator }) =>
                `${procurement.measures[measure]} ${formatNumber(target)} ${procurement.comparators[comparator]}`,
            },
            { heading: texts.source, cell: ({ source }) => source },
          ]}
        />
      )}
      {useMaySet() ? (
        <FormDialog
          label={texts.addTarget}
          title={texts.addTarget}
          submitLabel={texts.save}
          done={texts.saved}
          defaultValues={{
            ...{ fiscalYear: String(present), government: '', measure: 'YEN', comparator: 'AT_LEAST' },
            ...{ target: '', source: '' },
          }}
          send={async ({ fiscalYear, measure, comparator, target, ...values }) =>
            ask(SetProcurementTarget, {
              input: {
                ...values,
                fiscalYear: readWholeNumber(fiscalYear) ?? present,
                measure: measure as TargetMeasure,
                comparator: comparator as Comparator,
                target: readWholeNumber(target) ?? 0,
              },
            })
          }
        >
          <NumberField name="fiscalYear" label={words.year} unit="" min={FIRST_YEAR} max={2100} />
          {area === 'prefecture' ? (
            <TextField name="government" label={texts.government} hint={texts.governmentHint} isOptional />
          ) : null}
          <RadioList
            name="measure"
            label={texts.measure}
            choices={MEASURES.map((value) => ({ value, label: procurement.measures[value] }))}
          />
          <RadioList
            name="comparator"
            label={texts.comparator}
            choices={COMPARATORS.map((value) => ({ value, label: procurement.comparators[value] }))}
          />
          <NumberField name="target" label={texts.target} unit="" />
          <TextField name="source" label={texts.source} hint={texts.sourceHint} />
        </FormDialog>
      ) : null}
    </Section>
  );
}

function Rules({ rules }: { readonly rules: ProcurementSettingsQuery['procurementRules'] }) {
  const words = useResultsWords();
  const { settings: texts, procurement } = words;
  const present = usePresentYear();
  return (
    <Section heading={texts.rules}>
      {rules.length === 0 ? (
        <P>{texts.noRules}</P>
      ) : (
        <Table
          caption={texts.rules}
          rows={rules}
          keyOf={({ id }) => id}
          columns={[
            { heading: texts.fromYear, cell: ({ fromYear }) => yearName(fromYear), isShort: true },
            { heading: texts.bookedBy, cell: ({ bookedBy }) => procurement.days[bookedBy] },
            {
              heading: texts.tax,
              cell: ({ isTaxIncluded }) => (isTaxIncluded ? procurement.taxed : procurement.untaxed),
            },
            { heading: texts.source, cell: ({ source }) => source },
          ]}
        />
      )}
      {useMaySet() ? (
        <FormDialog
          label={texts.addRule}
          title={texts.addRule}
          submitLabel={texts.save}
          done={texts.saved}
          defaultValues={{ fromYear: String(present), bookedBy: 'PERFORMANCE', tax: 'yes', source: '' }}
          send={async ({ fromYear, bookedBy, tax, source }) =>
            ask(SetProcurementRule, {
              input: {
                fromYear: readWholeNumber(fromYear) ?? present,
                bookedBy: bookedBy as Booking,
                isTaxIncluded: tax === 'yes',
                source,
              },
            })
          }
        >
          <NumberField name="fromYear" label={texts.fromYear} unit="" min={FIRST_YEAR} max={2100} />
          <RadioList
            name="bookedBy"
            label={texts.bookedBy}
            choices={BOOKINGS.map((value) => ({ value, label: procurement.days[value] }))}
          />
          <RadioList
            name="tax"
            label={texts.tax}
            choices={[
              { value: 'yes', label: procurement.taxed },
              { value: 'no', label: procurement.untaxed },
            ]}
          />
          <TextField name="source" label={texts.source} />
        </FormDialog>
      ) : null}
    </Section>
  );
}

function Policies({
  report,
  place,
}: {
  readonly report: ProcurementSettingsQuery['procurementPolicies'];
  readonly place: string;
}) {
  const { settings: texts } = useResultsWords();
  const today = useToday();
  const show = useShow(place);
  const area = useArea();
  const year = report.fiscalYear;
  return (
    <Section heading={texts.policies(yearName(year))}>
      <div className="mb-3 flex flex-wrap gap-3">
        <Button look="secondary" onClick={() => show({ year: String(year - 1) })}>
          {texts.previous}
        </Button>
        <Button look="secondary" onClick={() => show({ year: String(year + 1) })}>
          {texts.next}
        </Button>
      </div>
      {report.counts.map(({ level, adoptedCount, governmentCount }) => (
        <P key={level ?? ''}>
          {texts.adoptedCount(
            level === null ? texts.own : texts.levels[level],
            formatNumber(adoptedCount),
            formatNumber(governmentCount),
          )}
        </P>
      ))}
      {report.policies.length === 0 ? (
        <Empty>{texts.noPolicies}</Empty>
      ) : (
        <Table
          caption={texts.policies(yearName(year))}
          rows={report.policies}
          keyOf={({ id }) => id}
          columns={[
            { heading: texts.government, cell: ({ government }) => government || texts.own },
            { heading: texts.level, cell: ({ level }) => (level === null ? '–' : texts.levels[level]) },
            {
              heading: texts.adoptedOn,
              cell: ({ adoptedOn }) => (adoptedOn === null ? texts.notAdopted : formatDate(adoptedOn, today)),
              isShort: true,
            },
            {
              heading: texts.link,
              cell: ({ link }) =>
                link === '' ? (
                  '–'
                ) : (
                  <a href={link} rel="noreferrer">
                    {link}
                  </a>
                ),
            },
          ]}
        />
      )}
      {useMaySet() ? (
        <FormDialog
          label={texts.addPolicy}
          title={texts.addPolicy}
          submitLabel={texts.save}
          done={texts.saved}
          defaultValues={{ government: '', level: '', adoptedOn: '', link: '' }}
          send={async ({ government, level, adoptedOn, link }) =>
            ask(RecordPolicy, {
              input: {
                fiscalYear: year,
                government,
                link,
                level: LEVELS.find((each) => each === level) ?? null,
                adoptedOn: adoptedOn === '' ? null : adoptedOn,
              },
            })
          }
        >
          {area === 'prefecture' ? (
            <>
              <TextField name="government" label={texts.government} hint={texts.governmentHint} isOptional />
              <RadioList
                name="level"
                label={texts.level}
                isOptional
                choices={LEVELS.map((value) => ({ value, label: texts.levels[value] }))}
              />
            </>
          ) : null}
          <DateField name="adoptedOn" label={texts.adoptedOn} today={today} isOptional />
          <TextField name="link" label={texts.link} isOptional />
        </FormDialog>
      ) : null}
    </Section>
  );
}
