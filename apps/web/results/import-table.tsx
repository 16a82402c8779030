import { useState } from 'react';
import { ask } from '../data/ask.js';
import { base64Of } from '../data/base64.js';
import { ImportResults } from '../data/generated/import-results.js';
import type { ImportResultsInput, ImportResultsMutation, UnknownLabels } from '../data/generated/types.js';
import { newKey } from '../data/new-key.js';
import { queryClient } from '../data/use-ask.js';
import { useAct } from '../kit/act.js';
import { Button, ButtonRow } from '../kit/button.js';
import { RadioList } from '../kit/choices.js';
import { NumberField, TextField } from '../kit/fields.js';
import { FileField } from '../kit/file-field.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Done, FaultMessage, Message } from '../kit/message.js';
import { yearName } from '../kit/report/report.js';
import { Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { formatNumber, formatYen } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { useResultsWords } from './words.js';

type Report = ImportResultsMutation['importResults']['report'];
type Source = Omit<ImportResultsInput, 'idempotencyKey' | 'isDryRun'>;

const LABELS = ['GOVERNMENT', 'DEPARTMENT', 'FACILITY'] as const satisfies readonly UnknownLabels[];
const ANSWERS: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** A table of before: first what would come in, then the import itself. */
export function ImportTable() {
  const { import: words } = useResultsWords();
  const [source, setSource] = useState<Source | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const act = useAct();
  const send = async (from: Source, isDryRun: boolean, idempotencyKey: string) => {
    const { importResults } = await ask(ImportResults, { input: { ...from, isDryRun, idempotencyKey } });
    setSource(from);
    setReport(importResults.report);
  };
  return (
    <Section heading={words.heading}>
      <P>{words.lead}</P>
      {source === null || report === null ? (
        <TableForm onRead={async (from) => send(from, true, newKey())} />
      ) : (
        <>
          {report.isDryRun ? null : <Done takesFocus>{words.stored}</Done>}
          <ReportView report={report} />
          {act.fault === null ? null : <FaultMessage error={act.fault} />}
          <ButtonRow>
            {report.isDryRun && report.problemCount === 0 ? (
              <Button
                isOff={act.isUnderWay}
                onClick={() =>
                  void act.run(async (key) => {
                    await send(source, false, key);
                    await queryClient.invalidateQueries();
                  })
                }
              >
                {words.store}
              </Button>
            ) : null}
            <Button look="secondary" onClick={() => setReport(null)}>
              {words.again}
            </Button>
          </ButtonRow>
        </>
      )}
    </Section>
  );
}

function TableForm({ onRead }: { readonly onRead: (source: Source) => Promise<void> }) {
  const { import: words, procurement } = useResultsWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isMissing, setIsMissing] = useState(false);
  const filling = useFilling({
    defaultValues: { sourceName: '', tax: '', thousands: '', labels: '', fiscalYear: '' },
    send: async ({ sourceName, tax, thousands, labels, fiscalYear }) => {
      const file = files.at(-1);
      setIsMissing(file === undefined);
      if (!file) return;
      await onRead({
        fileName: file.name,
        contentBase64: await base64Of(file),
        sourceName,
        isTaxIncluded: ANSWERS[tax] ?? null,
        isInThousands: ANSWERS[thousands] ?? null,
        unknownLabels: LABELS.find((each) => each === labels) ?? null,
        fiscalYear: readWholeNumber(fiscalYear),
      });
    },
  });
  const stated = { value: '', label: words.stated };
  return (
    <Form filling={filling} submitLabel={words.dryRun}>
      <FileField
        label={words.file}
        hint={words.fileHint}
        accept=".csv,.tsv,.txt,.xlsx,.xls,.ods"
        files={files.slice(-1)}
        onChange={setFiles}
      />
      {isMissing ? (
        <div role="alert">
          <Message kind="error">{words.fileMissing}</Message>
        </div>
      ) : null}
      <TextField name="sourceName" label={words.sourceName} hint={words.sourceHint} />
      <RadioList
        name="tax"
        label={words.isTaxIncluded}
        isOptional
        choices={[stated, { value: 'yes', label: procurement.taxed }, { value: 'no', label: procurement.untaxed }]}
      />
      <RadioList
        name="thousands"
        label={words.isInThousands}
        isOptional
        choices={[
          stated,
          { value: 'no', label: procurement.units.YEN },
          { value: 'yes', label: procurement.units.THOUSAND_YEN },
        ]}
      />
      <RadioList
        name="labels"
        label={words.unknownLabels}
        isOptional
        choices={[stated, ...LABELS.map((value) => ({ value, label: words.labels[value] }))]}
      />
      <NumberField name="fiscalYear" label={words.fiscalYear} unit="" min={2005} max={2100} isOptional />
    </Form>
  );
}

function ReportView({ report }: { readonly report: Report }) {
  const { import: words } = useResultsWords();
  const isEnglish = useLanguage() === 'en';
  return (
    <>
      <h3 className="mt-4">{words.result}</h3>
      <P>
        {words.counts(
          formatNumber(report.createdCount),
          formatNumber(report.updatedCount),
          formatNumber(report.unchangedCount),
          formatNumber(report.removedCount),
        )}
      </P>
      <P>{`${report.fiscalYears.map(yearName).join('、')} ${words.sum(formatYen(report.yen))}`}</P>
      {report.differences.map(({ fiscalYear, printedYen, sumYen }) => (
        <Message key={fiscalYear} kind="info">
          {words.difference(yearName(fiscalYear), formatYen(printedYen), formatYen(sumYen))}
        </Message>
      ))}
      {report.problemCount === 0 ? null : (
        <>
          <Message kind="error">{words.problems(formatNumber(report.problemCount))}</Message>
          <Table
            caption={words.result}
            rows={report.problems.map((problem, place) => ({ ...problem, place }))}
            keyOf={({ place }) => String(place)}
            columns={[
              { heading: words.sheet, cell: ({ sheet }) => sheet ?? '–' },
              { heading: words.line, cell: ({ line }) => line ?? '–', isShort: true },
              { heading: words.column, cell: ({ column }) => column ?? '–' },
              { heading: words.value, cell: ({ value }) => value ?? '–' },
              { heading: words.message, cell: ({ messageJa, messageEn }) => (isEnglish ? messageEn : messageJa) },
            ]}
          />
        </>
      )}
    </>
  );
}
