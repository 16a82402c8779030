import { fiscalYearOf, type LocalDate } from '#yui/calendar';
import { useToday } from '../app/session.js';
import { ask } from '../data/ask.js';
import { PlansOfFacility } from '../data/generated/plans-of-facility.js';
import { SaveWagePlan } from '../data/generated/save-wage-plan.js';
import type { PlansOfFacilityQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { NumberField, TextField } from '../kit/fields.js';
import { FormDialog } from '../kit/form-dialog.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { LineChart } from '../kit/report/line-chart.js';
import { yearName } from '../kit/report/report.js';
import { Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatYen } from '../words/format.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { useWageWords } from './words.js';

type Plan = PlansOfFacilityQuery['wagePlansOfFacility'][number];
const USUAL_YEARS = 3;

interface Values {
  fromYear: string;
  issues: string;
  targets: Record<string, string>;
  measures: Record<string, string>;
  responsible: Record<string, string>;
}

/** 工賃向上計画: what a facility means to do, and what became of its targets. */
export function PlanSection({ facilityId }: { readonly facilityId: string }) {
  const { plans: words } = useWageWords();
  const query = useAsk(PlansOfFacility, { facilityId });
  return (
    <Section heading={words.heading}>
      <Loaded query={query}>
        {({ wagePlansOfFacility: plans }) => (
          <>
            {plans.length === 0 ? <Empty>{words.none}</Empty> : null}
            {plans.map((plan) => (
              <PlanView key={plan.id} plan={plan} />
            ))}
            <PlanDialog key={plans[0]?.id ?? ''} facilityId={facilityId} plan={plans[0] ?? null} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function PlanView({ plan: { fromYear, toYear, version, issues, years, measures } }: { readonly plan: Plan }) {
  const { plans: words } = useWageWords();
  const caption = words.period(yearName(fromYear), yearName(toYear), version);
  const yen = (value: number | null) => (value === null ? '' : formatYen(value));
  return (
    <article className="mb-6">
      <h3>{caption}</h3>
      <P>{issues}</P>
      <LineChart
        label={words.chart(caption)}
        categories={years.map(({ fiscalYear }) => yearName(fiscalYear))}
        series={[
          { name: words.target, values: years.map(({ targetYen }) => targetYen) },
          { name: words.actual, values: years.map(({ monthYen }) => monthYen) },
        ]}
      />
      <Table
        caption={caption}
        rows={years}
        keyOf={({ fiscalYear }) => String(fiscalYear)}
        columns={[
          { heading: words.year, cell: ({ fiscalYear }) => yearName(fiscalYear), isShort: true },
          { heading: words.target, cell: ({ targetYen }) => yen(targetYen), isNumber: true },
          { heading: words.actual, cell: ({ monthYen }) => yen(monthYen), isNumber: true },
          { heading: words.reached, cell: ({ targetYen, monthYen }) => words.isReached(targetYen, monthYen) },
          { heading: words.measures, cell: ({ fiscalYear }) => measuresText(measures, fiscalYear) },
        ]}
      />
    </article>
  );
}

function measuresText(measures: Plan['measures'], year: number): string {
  return measures
    .filter(({ fiscalYear }) => fiscalYear === year)
    .map(({ measure, responsible }) => (responsible === '' ? measure : `${measure}（${responsible}）`))
    .join('\n');
}

function PlanDialog({ facilityId, plan }: { readonly facilityId: string; readonly plan: Plan | null }) {
  const { plans: words } = useWageWords();
  const { units } = useCommon();
  const thisYear = fiscalYearOf(useToday() as LocalDate);
  const offsets = Array.from({ length: plan === null ? USUAL_YEARS : plan.years.length }, (_, offset) => offset);
  const byYear = (textOf: (year: number) => string) =>
    Object.fromEntries(offsets.map((offset) => [`o${offset}`, textOf((plan?.fromYear ?? thisYear) + offset)]));
  const only = (year: number) => plan?.measures.filter(({ fiscalYear }) => fiscalYear === year) ?? [];
  const label = plan === null ? words.make : words.change;
  return (
    <FormDialog<Values>
      label={label}
      title={label}
      submitLabel={words.submit}
      done={words.done}
      defaultValues={{
        fromYear: String(plan?.fromYear ?? thisYear),
        issues: plan?.issues ?? '',
        targets: byYear((year) => String(plan?.years.find(({ fiscalYear }) => fiscalYear === year)?.targetYen ?? '')),
        measures: byYear((year) =>
          only(year).length === 1 ? (only(year)[0]?.measure ?? '') : measuresText(plan?.measures ?? [], year),
        ),
        responsible: byYear((year) => (only(year).length === 1 ? (only(year)[0]?.responsible ?? '') : '')),
      }}
      send={async (values, idempotencyKey) => {
        const fromYear = readWholeNumber(values.fromYear) ?? thisYear;
        const years = offsets.map((offset) => ({ key: `o${offset}`, fiscalYear: fromYear + offset }));
        await ask(SaveWagePlan, {
          input: {
            idempotencyKey,
            facilityId,
            fromYear,
            toYear: fromYear + offsets.length - 1,
            issues: values.issues,
            targets: years.map(({ key, fiscalYear }) => ({
              fiscalYear,
              monthYen: readWholeNumber(values.targets[key] ?? '') ?? 0,
            })),
            measures: years.flatMap(({ key, fiscalYear }) => {
              const measure = values.measures[key] ?? '';
              return measure.trim() === '' ? [] : [{ fiscalYear, measure, responsible: values.responsible[key] ?? '' }];
            }),
          },
        });
      }}
    >
      <NumberField name="fromYear" label={words.fromYear} unit="" min={2005} />
      <TextField name="issues" label={words.issues} rows={3} />
      {offsets.map((offset) => (
        <fieldset key={offset} className="mt-4">
          <legend className="font-bold">{words.nth(offset + 1)}</legend>
          <NumberField name={`targets.o${offset}`} label={words.targetOf(offset + 1)} unit={units.yen} min={1} />
          <TextField name={`measures.o${offset}`} label={words.measureOf(offset + 1)} rows={2} isOptional />
          <TextField name={`responsible.o${offset}`} label={words.responsibleOf(offset + 1)} isOptional />
        </fieldset>
      ))}
    </FormDialog>
  );
}
