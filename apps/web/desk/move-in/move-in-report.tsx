import type { MoveInOutcome } from '../../data/generated/types.js';
import { StateTag, type Tone } from '../../kit/state-tag.js';
import { Table } from '../../kit/table.js';
import { More, P, Quiet, Section } from '../../kit/text.js';
import { formatNumber } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { type Report, type ReportRow, sheetsOf } from './report.js';
import { useMoveInWords } from './words.js';

const TONES: Readonly<Record<MoveInOutcome, Tone>> = {
  CREATED: 'done',
  UPDATED: 'active',
  UNCHANGED: 'ended',
  LATER: 'waiting',
  ASKED: 'waiting',
  FAULTY: 'trouble',
};
const SHOWN = 500;

/** Everything that would be stored, or was, row by row. */
export function MoveInReport({ report }: { readonly report: Report }) {
  const words = useMoveInWords();
  return (
    <>
      <Section heading={words.summary}>
        <Table
          caption={words.summaryCaption}
          rows={report.counts}
          keyOf={({ sheet, outcome }) => `${sheet} ${outcome}`}
          columns={[
            { heading: words.sheet, cell: ({ sheet }) => words.sheets[sheet] },
            {
              heading: words.outcome,
              cell: ({ outcome }) => <StateTag tone={TONES[outcome]}>{words.outcomes[outcome]}</StateTag>,
            },
            { heading: words.count, isNumber: true, cell: ({ count }) => formatNumber(count) },
          ]}
        />
      </Section>
      <Rows report={report} />
      <Leftovers report={report} />
    </>
  );
}

/** What has to be corrected before anything is stored. */
export function MoveInProblems({ report: { problems, problemCount } }: { readonly report: Report }) {
  const words = useMoveInWords();
  const isEnglish = useLanguage() === 'en';
  return (
    <Section heading={words.problems}>
      <P>{words.problemsLead(problemCount)}</P>
      <Table
        caption={words.problemsCaption}
        rows={problems.map((problem, index) => ({ ...problem, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          { heading: words.place, cell: ({ sheet, line, column }) => words.placeOf(sheet, line, column) },
          { heading: words.written, cell: ({ value }) => value ?? '' },
          { heading: words.what, cell: ({ messageJa, messageEn }) => (isEnglish ? messageEn : messageJa) },
        ]}
      />
    </Section>
  );
}

function Rows({ report }: { readonly report: Report }) {
  const words = useMoveInWords();
  const sheets = sheetsOf(report).filter((rows) => rows.length > 0);
  return (
    <Section heading={words.rows}>
      {sheets.map((rows) => {
        const sheet = words.sheets[rows[0]!.sheet];
        const changing = rows.filter(({ outcome, noteJa }) => outcome !== 'UNCHANGED' || noteJa !== null);
        return (
          <More key={rows[0]!.sheet} summary={words.rowsOf(sheet, changing.length)}>
            {() => (
              <>
                {rows.length < SHOWN ? null : <Quiet>{words.first500}</Quiet>}
                {changing.length === 0 ? <P>{words.noChange}</P> : <RowTable sheet={sheet} rows={changing} />}
              </>
            )}
          </More>
        );
      })}
    </Section>
  );
}

function RowTable({ sheet, rows }: { readonly sheet: string; readonly rows: readonly ReportRow[] }) {
  const words = useMoveInWords();
  return (
    <Table
      caption={words.rowsCaption(sheet)}
      rows={rows}
      keyOf={({ line }) => String(line)}
      columns={[
        { heading: words.line, isNumber: true, cell: ({ line }) => formatNumber(line) },
        { heading: words.name, cell: ({ name }) => name },
        {
          heading: words.outcome,
          isShort: true,
          cell: ({ outcome }) => <StateTag tone={TONES[outcome]}>{words.outcomes[outcome]}</StateTag>,
        },
        { heading: words.changes, cell: (row) => <Changes row={row} /> },
      ]}
    />
  );
}

function Changes({ row: { changes, outcome, noteJa, noteEn } }: { readonly row: ReportRow }) {
  const words = useMoveInWords();
  const note = useLanguage() === 'en' ? noteEn : noteJa;
  return (
    <>
      <ul>
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            {outcome === 'CREATED'
              ? words.newValue(field, after ?? words.nothing)
              : words.change(field, before ?? words.nothing, after ?? words.nothing)}
          </li>
        ))}
      </ul>
      {note === null ? null : <Quiet>{note}</Quiet>}
    </>
  );
}

function Leftovers({ report: { notRead, absent, absentCount } }: { readonly report: Report }) {
  const words = useMoveInWords();
  return (
    <>
      {notRead.length === 0 ? null : (
        <More summary={words.notRead}>
          <ul className="list-disc pl-6">
            {notRead.map(({ sheet, heading }) => (
              <li key={`${sheet} ${heading}`}>
                {heading === null ? words.notReadSheet(sheet) : words.notReadColumn(sheet, heading)}
              </li>
            ))}
          </ul>
        </More>
      )}
      {absentCount === 0 ? null : (
        <More summary={words.absent}>
          <P>{words.absentLead(absentCount)}</P>
          <ul className="list-disc pl-6">
            {absent.map(({ sheet, rowKey }) => (
              <li key={`${sheet} ${rowKey}`}>{`${words.sheets[sheet]} ${rowKey}`}</li>
            ))}
          </ul>
        </More>
      )}
    </>
  );
}
