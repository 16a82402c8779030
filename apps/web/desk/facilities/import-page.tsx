import { useState } from 'react';
import { ask } from '../../data/ask.js';
import { ImportRegistry } from '../../data/generated/import-registry.js';
import type { KindAnswerInput } from '../../data/generated/types.js';
import { newKey } from '../../data/new-key.js';
import { queryClient } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { Button, ButtonLink, PageLink } from '../../kit/button.js';
import { Done, FaultMessage } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { ImportForm, type ImportSource } from './import-form.js';
import { askedIn, ImportQuestions } from './import-questions.js';
import { ImportReport } from './import-report.js';
import type { Report } from './report.js';
import { useFacilitiesWords } from './words.js';

/**
 * Brings a published list into the directory in three steps: the list, everything that would be stored of it with what has
 * to be answered, and storing. Nothing is written before the last.
 */
export function ImportPage() {
  const words = useFacilitiesWords();
  const { import: texts } = words;
  const [source, setSource] = useState<ImportSource | null>(null);
  const [kinds, setKinds] = useState<readonly KindAnswerInput[]>([]);
  const [report, setReport] = useState<Report | null>(null);
  const act = useAct();

  const send = async (from: ImportSource, answers: readonly KindAnswerInput[], isDryRun: boolean, key: string) => {
    const input = { idempotencyKey: key, ...from, kinds: [...answers], isDryRun };
    const { importRegistry } = await ask(ImportRegistry, { input });
    setSource(from);
    setKinds(answers);
    setReport(importRegistry.report);
    window.scrollTo({ top: 0 });
  };
  const startAgain = () => {
    setReport(null);
    setSource(null);
    setKinds([]);
  };
  const asked = report === null ? [] : askedIn(report);
  const toStore = report === null ? 0 : report.createdCount + report.updatedCount;
  return (
    <Page title={texts.title} area={words.title} lead={texts.lead}>
      <PageLink to="/desk/facilities">{words.back}</PageLink>
      {report === null || source === null ? (
        <ImportForm onRead={async (from) => send(from, [], true, newKey())} />
      ) : (
        <>
          {report.isDryRun ? null : <Done takesFocus>{texts.stored}</Done>}
          {report.isDryRun && asked.length > 0 ? (
            <ImportQuestions
              key={JSON.stringify(kinds)}
              asked={asked}
              onAnswer={async (answers) => send(source, [...kinds, ...answers], true, newKey())}
            />
          ) : null}
          <ImportReport report={report} />
          {act.fault === null ? null : <FaultMessage error={act.fault} />}
          <div className="mt-6 flex flex-wrap gap-3">
            {report.isDryRun ? (
              <Button
                isOff={toStore === 0 || act.isUnderWay}
                onClick={() =>
                  void act.run(async (key) => {
                    await send(source, kinds, false, key);
                    await queryClient.invalidateQueries();
                  })
                }
              >
                {toStore === 0 ? texts.nothingToStore : texts.submitStore(toStore)}
              </Button>
            ) : (
              <ButtonLink to="/desk/facilities">{texts.toList}</ButtonLink>
            )}
            <Button look="secondary" onClick={startAgain}>
              {texts.startAgain}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}
