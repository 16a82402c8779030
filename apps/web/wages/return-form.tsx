import { useRef } from 'react';
import { averageWage, personMonths, wageQuestions } from '#yui/money';
import { ask } from '../data/ask.js';
import { SaveWageReturn } from '../data/generated/save-wage-return.js';
import type { WageReturnFormQuery } from '../data/generated/types.js';
import { afterSaving } from '../kit/after-saving.js';
import { Button } from '../kit/button.js';
import { CheckField, SelectField } from '../kit/choices.js';
import { NumberField, TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Message } from '../kit/message.js';
import { More, Quiet } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatNumber, formatYen } from '../words/format.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { useWageWords } from './words.js';

type FormData = WageReturnFormQuery['wageReturnForm'];
const MAIN = ['FOOD', 'FARMING', 'CRAFTS', 'LIGHT_WORK', 'CLEANING', 'OTHER_SERVICES'] as const;
const GROUPS = ['OWN_PRODUCTS', 'CONTRACT_WORK', 'OUTSIDE_WORK'] as const;
const FIRST_MONTH = 4;
const MONTHS = Array.from({ length: 12 }, (_, index) => index);

interface Values {
  totalYen: string;
  personDays: string;
  daysOpen: string;
  monthsOpen: string;
  months: Record<string, string>;
  hours: string;
  productionRevenueYen: string;
  productionCostYen: string;
  subsidiesYen: string;
  minimumWageExceptions: string;
  targetYen: string;
  mainActivity: string;
  activityGroup: string;
  note: string;
  confirmed: Record<string, boolean>;
}

const written = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : formatNumber(value);

/** The figures of a year, with what they come to and what is asked of them while they are typed. */
export function ReturnForm({ data, year }: { readonly data: FormData; readonly year: number }) {
  const { form: words } = useWageWords();
  const { units } = useCommon();
  const isSubmitted = useRef(true);
  const { present, last } = data;
  const filling = useFilling<Values>({
    draftKey: `wages-${data.facility.id}-${year}`,
    defaultValues: {
      totalYen: written(present?.totalYen),
      personDays: written(present?.personDays),
      daysOpen: written(present?.daysOpen),
      monthsOpen: written(present?.monthsOpen ?? 12),
      months: Object.fromEntries(MONTHS.map((month) => [`m${month}`, written(present?.personsByMonth[month])])),
      hours: written(present?.hours),
      productionRevenueYen: written(present?.productionRevenueYen),
      productionCostYen: written(present?.productionCostYen),
      subsidiesYen: written(present?.subsidiesYen),
      minimumWageExceptions: written(present?.minimumWageExceptions),
      targetYen: written(present?.targetYen ?? data.targets.find(({ fiscalYear }) => fiscalYear === year)?.monthYen),
      mainActivity: present?.mainActivity ?? last?.mainActivity ?? '',
      activityGroup: present?.activityGroup ?? last?.activityGroup ?? '',
      note: present?.note ?? '',
      confirmed: Object.fromEntries((present?.confirmedQuestions ?? []).map((question) => [question, true])),
    },
    send: async (values, idempotencyKey) => {
      const figures = figuresOf(values);
      const asked = askedOf(data, year, values);
      await ask(SaveWageReturn, {
        input: {
          idempotencyKey,
          facilityId: data.facility.id,
          fiscalYear: year,
          figures,
          isSubmitted: isSubmitted.current,
          confirmed: asked.filter((question) => values.confirmed[question]),
        },
      });
      await afterSaving(isSubmitted.current ? words.sent : words.kept, () => undefined);
    },
  });
  const values = filling.form.watch();
  const asked = askedOf(data, year, values);
  const beside = (value: number | null | undefined) =>
    value === null || value === undefined ? undefined : words.lastYear(formatNumber(value));
  const submit = async (isFinal: boolean) => {
    isSubmitted.current = isFinal;
    await filling.submit();
    isSubmitted.current = true;
  };
  return (
    <Form
      filling={filling}
      submitLabel={words.send}
      others={
        <Button look="secondary" onClick={() => void submit(false)}>
          {words.draft}
        </Button>
      }
    >
      <NumberField name="totalYen" label={words.totalYen} unit={units.yen} hint={beside(last?.totalYen)} />
      <NumberField
        name="personDays"
        label={words.personDays}
        unit={words.personDayUnit}
        hint={beside(last?.personDays)}
        isOptional
      />
      <NumberField
        name="daysOpen"
        label={words.daysOpen}
        unit={words.days}
        max={366}
        hint={beside(last?.daysOpen)}
        isOptional
      />
      <NumberField name="monthsOpen" label={words.monthsOpen} unit={words.monthUnit} min={1} max={12} />
      <NumberField name="hours" label={words.hours} unit={words.hourUnit} hint={beside(last?.hours)} isOptional />
      <h3 className="mt-8">{words.months}</h3>
      <Quiet>{words.monthsHint}</Quiet>
      <div className="grid gap-x-4 sm:grid-cols-3 md:grid-cols-4">
        {MONTHS.map((month) => (
          <NumberField
            key={month}
            name={`months.m${month}`}
            label={words.month(((month + FIRST_MONTH - 1) % 12) + 1)}
            unit={words.people}
            hint={beside(last?.personsByMonth[month])}
            isOptional
          />
        ))}
      </div>
      <More summary={words.more}>
        <NumberField name="productionRevenueYen" label={words.productionRevenueYen} unit={units.yen} isOptional />
        <NumberField name="productionCostYen" label={words.productionCostYen} unit={units.yen} isOptional />
        <NumberField name="subsidiesYen" label={words.subsidiesYen} unit={units.yen} isOptional />
        {data.isEmployer ? (
          <NumberField
            name="minimumWageExceptions"
            label={words.minimumWageExceptions}
            unit={words.people}
            isOptional
          />
        ) : null}
        <NumberField name="targetYen" label={words.targetYen} unit={units.yen} isOptional />
        <Choices />
        <TextField name="note" label={words.note} rows={3} isOptional />
      </More>
      <Outcome data={data} year={year} values={values} />
      <Questions asked={asked} />
    </Form>
  );
}

function Choices() {
  const { form: words, report } = useWageWords();
  const choices = (values: readonly (keyof typeof report.names)[]) =>
    values.map((value) => ({ value, label: report.names[value] }));
  return (
    <>
      <SelectField name="mainActivity" label={words.mainActivity} none={words.none} choices={choices(MAIN)} />
      <SelectField name="activityGroup" label={words.activityGroup} none={words.none} choices={choices(GROUPS)} />
    </>
  );
}

/** Both formulas with the very figures that were typed, and which of them counts for the year. */
function Outcome({ data, year, values }: { readonly data: FormData; readonly year: number; readonly values: Values }) {
  const { result: words } = useWageWords();
  const figures = figuresOf(values);
  const wage = averageWage({ fiscalYear: year, ...figures }, data.rounding);
  const users = wage.usersTenths === null ? '' : formatNumber(wage.usersTenths / 10);
  const months = formatNumber(personMonths(figures.personsByMonth));
  return (
    <section className="mt-6 rounded-lg bg-ground p-4">
      <h3>{words.heading}</h3>
      {wage.monthYen === null ? (
        <p>{words.unknown}</p>
      ) : (
        <p className="font-bold">{words.counts(formatYen(wage.monthYen))}</p>
      )}
      {wage.byUsersYen === null ? null : (
        <>
          <p>{words.users(users, words.roundings[data.rounding])}</p>
          <Quiet>{data.roundingSource === null ? words.usual : words.source(data.roundingSource)}</Quiet>
          <p>
            {words.byUsers(
              formatYen(figures.totalYen),
              users,
              formatNumber(figures.monthsOpen),
              formatYen(wage.byUsersYen),
            )}
          </p>
        </>
      )}
      {wage.byPersonsYen === null ? null : (
        <p>{words.byPersons(formatYen(figures.totalYen), months, formatYen(wage.byPersonsYen))}</p>
      )}
      {wage.hourYen === null ? null : <p>{words.hourly(formatYen(wage.hourYen))}</p>}
    </section>
  );
}

function Questions({ asked }: { readonly asked: ReturnType<typeof askedOf> }) {
  const { asked: words } = useWageWords();
  if (asked.length === 0) return null;
  return (
    <Message kind="warning" heading={words.heading}>
      <p>{words.lead}</p>
      {asked.map((question) => (
        <CheckField key={question} name={`confirmed.${question}`} label={words.questions[question]} />
      ))}
    </Message>
  );
}

type Main = (typeof MAIN)[number];
type Group = (typeof GROUPS)[number];

function figuresOf(values: Values) {
  const number = (text: string) => readWholeNumber(text);
  return {
    totalYen: number(values.totalYen) ?? 0,
    personDays: number(values.personDays),
    daysOpen: number(values.daysOpen),
    monthsOpen: number(values.monthsOpen) ?? 12,
    personsByMonth: MONTHS.map((month) => number(values.months[`m${month}`] ?? '')),
    hours: number(values.hours),
    productionRevenueYen: number(values.productionRevenueYen),
    productionCostYen: number(values.productionCostYen),
    subsidiesYen: number(values.subsidiesYen),
    minimumWageExceptions: number(values.minimumWageExceptions),
    targetYen: number(values.targetYen),
    mainActivity: (values.mainActivity || null) as Main | null,
    activityGroup: (values.activityGroup || null) as Group | null,
    note: values.note,
  };
}

function askedOf(data: FormData, year: number, values: Values) {
  return wageQuestions({ fiscalYear: year, ...figuresOf(values) }, data);
}
