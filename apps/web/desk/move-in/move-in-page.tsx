import { useState } from 'react';
import { ask } from '../../data/ask.js';
import { BroughtAlong } from '../../data/generated/brought-along.js';
import { ImportWorkbook } from '../../data/generated/import-workbook.js';
import type { MoveInAnswerInput } from '../../data/generated/types.js';
import { newKey } from '../../data/new-key.js';
import { LONG_PATIENCE_MS, patiently } from '../../data/patiently.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { Button } from '../../kit/button.js';
import { Done, FaultMessage, Message } from '../../kit/message.js';
import { Facts, Section } from '../../kit/text.js';
import { formatMoment } from '../../words/format.js';
import { SettingsPage } from '../settings/settings-page.js';
import { MoveInQuestions } from './move-in-questions.js';
import { MoveInProblems, MoveInReport } from './move-in-report.js';
import { type Report, storedCount } from './report.js';
import { type Workbook, WorkbookForm } from './workbook-form.js';
import { useMoveInWords } from './words.js';

/** Brings the past of a desk along: the workbook, everything that would be stored of it, and storing with one press. */
export function MoveInPage() {
  const words = useMoveInWords();
  const [workbook, setWorkbook] = useState<Workbook | null>(null);
  const [answers, setAnswers] = useState<readonly MoveInAnswerInput[]>([]);
  const [report, setReport] = useState<Report | null>(null);
  const act = useAct();

  const send = async (from: Workbook, given: readonly MoveInAnswerInput[], isDryRun: boolean, key: string) => {
    const input = { idempotencyKey: key, ...from, answers: [...given], isDryRun };
    const { importWorkbook } = await patiently(async () => ask(ImportWorkbook, { input }, undefined, LONG_PATIENCE_MS));
    setWorkbook(from);
    setAnswers(given);
    setReport(importWorkbook.report);
    window.scrollTo({ top: 0 });
  };
  const startAgain = () => {
    setReport(null);
    setWorkbook(null);
    setAnswers([]);
  };
  return (
    <SettingsPage tab="moveIn" lead={words.lead}>
      {report === null || workbook === null ? (
        <>
          <WorkbookForm onRead={async (from) => send(from, [], true, newKey())} />
          <BroughtSoFar />
        </>
      ) : (
        <>
          <State report={report} />
          {report.problemCount === 0 ? null : <MoveInProblems report={report} />}
          {report.questions.length === 0 ? null : (
            <MoveInQuestions
              key={report.questions.map(({ key }) => key).join()}
              questions={report.questions}
              onAnswer={async (more) => send(workbook, [...answers, ...more], true, newKey())}
            />
          )}
          <MoveInReport report={report} />
          {act.fault === null ? null : <FaultMessage error={act.fault} />}
          <div role="status">{act.isUnderWay ? <Message>{words.storing}</Message> : null}</div>
          <div className="mt-6 flex flex-wrap gap-3">
            {report.isStored ? null : (
              <Button
                isOff={!isReady(report) || act.isUnderWay}
                onClick={() =>
                  void act.run(async (key) => {
                    await send(workbook, answers, false, key);
                    await queryClient.invalidateQueries();
                  })
                }
              >
                {labelOf(report, words)}
              </Button>
            )}
            <Button look="secondary" onClick={startAgain}>
              {words.other}
            </Button>
          </div>
        </>
      )}
    </SettingsPage>
  );
}

function isReady(report: Report): boolean {
  return report.problemCount === 0 && report.questions.length === 0 && storedCount(report) > 0;
}

function labelOf(report: Report, words: ReturnType<typeof useMoveInWords>): string {
  if (report.problemCount > 0 || report.questions.length > 0) return words.mustBeMended;
  const count = storedCount(report);
  return count === 0 ? words.nothingToStore : words.store(count);
}

function State({ report }: { readonly report: Report }) {
  const words = useMoveInWords();
  if (report.isStored) return <Done takesFocus>{words.stored}</Done>;
  return report.isDryRun ? (
    <Message>{words.dryRun(report.fileName)}</Message>
  ) : (
    <Message kind="error">{words.notStored}</Message>
  );
}

function BroughtSoFar() {
  const words = useMoveInWords();
  const { data } = useAsk(BroughtAlong, {});
  if (!data || data.broughtAlong.length === 0) return null;
  return (
    <Section heading={words.done}>
      <Facts
        items={data.broughtAlong.map(
          ({ sheet, rowCount, fileName, importedAt }) =>
            [words.sheets[sheet], words.doneRow(rowCount, fileName, formatMoment(importedAt))] as const,
        )}
      />
    </Section>
  );
}
