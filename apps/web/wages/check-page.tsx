import { useParams } from '@tanstack/react-router';
import { areaOf, useMe } from '../app/session.js';
import { ask } from '../data/ask.js';
import { DecideWageReturn } from '../data/generated/decide-wage-return.js';
import type { WageReturnFormQuery, WageReturnQuery } from '../data/generated/types.js';
import { WageReturn } from '../data/generated/wage-return.js';
import { WageReturnForm } from '../data/generated/wage-return-form.js';
import { useAsk } from '../data/use-ask.js';
import { ButtonRow, PageLink } from '../kit/button.js';
import { TextField } from '../kit/fields.js';
import { FormDialog } from '../kit/form-dialog.js';
import { Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { yearName } from '../kit/report/report.js';
import { Facts, P } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatNumber, formatYen } from '../words/format.js';
import { WAGE_PATHS } from './wage-paths.js';
import { useWageWords } from './words.js';

type Present = NonNullable<WageReturnFormQuery['wageReturnForm']['present']>;

/** A return beside the year before, to be checked or sent back. */
export function CheckWageReturnPage() {
  const { check: words } = useWageWords();
  const { areas } = useCommon();
  const area = areaOf(useMe().role) === 'desk' ? 'desk' : 'prefecture';
  const { id } = useParams({ strict: false });
  const query = useAsk(WageReturn, { id: id ?? '' });
  return (
    <Loaded query={query}>
      {({ wageReturn: { id: wageReturnId, facility, fiscalYear, status, availableActions } }) => (
        <Page title={`${facility.name} ${yearName(fiscalYear)}`} area={areas[area]} lead={words.states[status]}>
          <Figures facilityId={facility.id} fiscalYear={fiscalYear} />
          <Decide wageReturnId={wageReturnId} actions={availableActions} />
          <p className="mt-6">
            <PageLink to={WAGE_PATHS[area].list}>{words.to}</PageLink>
          </p>
        </Page>
      )}
    </Loaded>
  );
}

function Figures({ facilityId, fiscalYear }: { readonly facilityId: string; readonly fiscalYear: number }) {
  const { form, asked, check } = useWageWords();
  const query = useAsk(WageReturnForm, { facilityId, fiscalYear });
  return (
    <Loaded query={query}>
      {({ wageReturnForm: { present, last, lastMonthYen } }) => {
        if (present === null) return null;
        const beside = (now: number | null, before: number | null | undefined) =>
          `${now === null ? '–' : formatNumber(now)}${before === null || before === undefined ? '' : `（${form.lastYear(formatNumber(before))}）`}`;
        return (
          <>
            <Facts
              items={[
                [
                  check.month,
                  `${present.monthYen === null ? '–' : formatYen(present.monthYen)}${lastMonthYen === null ? '' : `（${form.lastYear(formatYen(lastMonthYen))}）`}`,
                ],
                [form.totalYen, beside(present.totalYen, last?.totalYen)],
                [form.personDays, beside(present.personDays, last?.personDays)],
                [form.daysOpen, beside(present.daysOpen, last?.daysOpen)],
                [form.monthsOpen, String(present.monthsOpen)],
                [form.hours, beside(present.hours, last?.hours)],
                [form.months, present.personsByMonth.map((persons) => persons ?? '–').join('、')],
                [form.productionRevenueYen, beside(present.productionRevenueYen, null)],
                [form.productionCostYen, beside(present.productionCostYen, null)],
                [form.note, present.note],
              ]}
            />
            <Confirmed present={present} words={asked.questions} heading={check.confirmed} />
          </>
        );
      }}
    </Loaded>
  );
}

function Confirmed({
  present,
  words,
  heading,
}: {
  readonly present: Present;
  readonly words: Readonly<Record<Present['confirmedQuestions'][number], string>>;
  readonly heading: string;
}) {
  if (present.confirmedQuestions.length === 0) return null;
  return (
    <section className="mt-4">
      <h2>{heading}</h2>
      <ul className="list-disc pl-6">
        {present.confirmedQuestions.map((question) => (
          <li key={question}>{words[question]}</li>
        ))}
      </ul>
    </section>
  );
}

function Decide({
  wageReturnId,
  actions,
}: {
  readonly wageReturnId: string;
  readonly actions: WageReturnQuery['wageReturn']['availableActions'];
}) {
  const { check: words } = useWageWords();
  const decide = async (isAccepted: boolean, idempotencyKey: string, remark: string | null) =>
    ask(DecideWageReturn, { input: { idempotencyKey, wageReturnId, isAccepted, remark } });
  return (
    <ButtonRow>
      {actions.includes('check') ? (
        <FormDialog
          label={words.accept}
          look="primary"
          title={words.accept}
          submitLabel={words.accept}
          done={words.accepted}
          defaultValues={{}}
          send={async (_, key) => decide(true, key, null)}
        >
          <P>{words.acceptAsk}</P>
        </FormDialog>
      ) : null}
      {actions.includes('return') ? (
        <FormDialog<{ remark: string }>
          label={words.returnIt}
          title={words.returnIt}
          submitLabel={words.returnIt}
          done={words.returned}
          defaultValues={{ remark: '' }}
          send={async ({ remark }, key) => decide(false, key, remark)}
        >
          <TextField name="remark" label={words.remark} rows={4} />
        </FormDialog>
      ) : null}
    </ButtonRow>
  );
}
