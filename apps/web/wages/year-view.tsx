import { useToday } from '../app/session.js';
import { fiscalYearOf, type LocalDate } from '#yui/calendar';
import { ask } from '../data/ask.js';
import { RecallWageReturn } from '../data/generated/recall-wage-return.js';
import { SetFacilityPeriod } from '../data/generated/set-facility-period.js';
import { SetWageTargets } from '../data/generated/set-wage-targets.js';
import type { WageReturnFormQuery } from '../data/generated/types.js';
import { WageReturnForm } from '../data/generated/wage-return-form.js';
import { useAsk } from '../data/use-ask.js';
import { useAct } from '../kit/act.js';
import { Button } from '../kit/button.js';
import { DateField } from '../kit/date-field.js';
import { NumberField } from '../kit/fields.js';
import { FormDialog } from '../kit/form-dialog.js';
import { Loaded } from '../kit/loaded.js';
import { FaultMessage, Message } from '../kit/message.js';
import { yearName } from '../kit/report/report.js';
import { Table } from '../kit/table.js';
import { P, Quiet, Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatDate, formatYen } from '../words/format.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { ReturnForm } from './return-form.js';
import { useWageWords } from './words.js';

type Data = WageReturnFormQuery['wageReturnForm'];
const TARGET_YEARS = [1, 2, 3] as const;

/** The year that was last over. */
export function useLastYear(): number {
  return fiscalYearOf(useToday() as LocalDate) - 1;
}

/** The return of a year, with what was before, the targets and since when the facility is open. */
export function YearView({
  facilityId,
  year,
  onYear,
}: {
  readonly facilityId: string;
  readonly year: number;
  readonly onYear: (year: number) => void;
}) {
  const { form: words } = useWageWords();
  const last = useLastYear();
  const query = useAsk(WageReturnForm, { facilityId, fiscalYear: year });
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Button look="secondary" onClick={() => onYear(year - 1)}>
          {words.before}
        </Button>
        <h2>{yearName(year)}</h2>
        <Button look="secondary" isOff={year > last} onClick={() => onYear(year + 1)}>
          {words.after}
        </Button>
      </div>
      <Loaded query={query}>
        {({ wageReturnForm: data }) => (
          <>
            <Standing data={data} />
            {mayWrite(data.present) ? (
              <ReturnForm key={`${data.facility.id} ${year} ${data.present?.id ?? ''}`} data={data} year={year} />
            ) : null}
            <Targets data={data} year={year} />
            <History data={data} />
            <Period data={data} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** Nothing is open, so that a version is begun, or an open one can be submitted. */
function mayWrite(present: Data['present']): boolean {
  return present === null || present.status === 'CHECKED' || present.availableActions.includes('submit');
}

function Standing({ data: { present, dueOn } }: { readonly data: Data }) {
  const { form: words } = useWageWords();
  const today = useToday();
  const act = useAct();
  return (
    <>
      {dueOn === null ? null : <P>{words.due(formatDate(dueOn, today))}</P>}
      {present?.status === 'RETURNED' ? (
        <Message kind="warning" heading={words.remark}>
          {present.remark}
        </Message>
      ) : null}
      {present?.status === 'CHECKED' ? <Message kind="success">{words.checked}</Message> : null}
      {present?.availableActions.includes('recall') ? (
        <Message kind="info">
          <p>{words.submitted}</p>
          <Button
            look="secondary"
            isOff={act.isUnderWay}
            onClick={() =>
              void act.run(async () => {
                await ask(RecallWageReturn, { input: { wageReturnId: present.id } });
              })
            }
          >
            {words.recall}
          </Button>
        </Message>
      ) : null}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </>
  );
}

function Targets({ data, year }: { readonly data: Data; readonly year: number }) {
  const { targets: words } = useWageWords();
  const { units } = useCommon();
  const years = TARGET_YEARS.map((offset) => year + offset);
  const targetOf = (of: number) => data.targets.find(({ fiscalYear }) => fiscalYear === of)?.monthYen;
  return (
    <Section heading={words.heading}>
      <P>{words.lead}</P>
      {data.leastAdditionTargetYen === null ? null : <P>{words.addition(formatYen(data.leastAdditionTargetYen))}</P>}
      {data.prefectureTargetYen === null ? null : <P>{words.prefecture(formatYen(data.prefectureTargetYen))}</P>}
      <ul>
        {data.targets.map(({ fiscalYear, monthYen }) => (
          <li key={fiscalYear}>{`${yearName(fiscalYear)}：${formatYen(monthYen)}`}</li>
        ))}
      </ul>
      <FormDialog<Record<string, string>>
        label={words.set}
        title={words.set}
        submitLabel={words.submit}
        done={words.done}
        defaultValues={Object.fromEntries(years.map((each) => [`y${each}`, String(targetOf(each) ?? '')]))}
        send={async (values) => {
          const targets = years.map((fiscalYear) => ({
            fiscalYear,
            monthYen: readWholeNumber(values[`y${fiscalYear}`] ?? '') ?? 0,
          }));
          await ask(SetWageTargets, { input: { facilityId: data.facility.id, targets } });
        }}
      >
        {years.map((each) => (
          <NumberField key={each} name={`y${each}`} label={words.monthly(yearName(each))} unit={units.yen} min={1} />
        ))}
      </FormDialog>
    </Section>
  );
}

function History({ data: { history } }: { readonly data: Data }) {
  const { history: words } = useWageWords();
  const yen = (value: number | null) => (value === null ? '' : formatYen(value));
  return (
    <Section heading={words.heading}>
      {history.length === 0 ? (
        <Quiet>{words.empty}</Quiet>
      ) : (
        <Table
          caption={words.heading}
          rows={[...history].reverse()}
          keyOf={({ fiscalYear }) => String(fiscalYear)}
          columns={[
            { heading: words.year, cell: ({ fiscalYear }) => yearName(fiscalYear), isShort: true },
            { heading: words.month, cell: ({ monthYen }) => yen(monthYen), isNumber: true },
            { heading: words.hour, cell: ({ hourYen }) => yen(hourYen), isNumber: true },
            { heading: words.target, cell: ({ targetYen }) => yen(targetYen), isNumber: true },
            { heading: words.from, cell: ({ sourceFile }) => sourceFile ?? words.ofReturn },
          ]}
        />
      )}
    </Section>
  );
}

function Period({ data }: { readonly data: Data }) {
  const { period: words } = useWageWords();
  const today = useToday();
  return (
    <Section heading={words.heading}>
      <P>{data.openedOn === null ? words.unknown : formatDate(data.openedOn, today)}</P>
      {data.closedOn === null ? null : <P>{`${words.closedOn}：${formatDate(data.closedOn, today)}`}</P>}
      <FormDialog<{ openedOn: string; closedOn: string }>
        label={words.set}
        title={words.set}
        submitLabel={words.submit}
        done={words.done}
        defaultValues={{ openedOn: data.openedOn ?? '', closedOn: data.closedOn ?? '' }}
        send={async ({ openedOn, closedOn }) => {
          const input = { facilityId: data.facility.id, openedOn: openedOn || null, closedOn: closedOn || null };
          await ask(SetFacilityPeriod, { input });
        }}
      >
        <DateField name="openedOn" label={words.openedOn} today={today} isOptional />
        <DateField name="closedOn" label={words.closedOn} today={today} isOptional />
      </FormDialog>
    </Section>
  );
}
