import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { ImportStatement } from '../../data/generated/import-statement.js';
import { StatementPreview } from '../../data/generated/statement-preview.js';
import type { StatementPreviewQuery } from '../../data/generated/types.js';
import { afterSaving } from '../../kit/after-saving.js';
import { Button } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { FileField } from '../../kit/file-field.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Message } from '../../kit/message.js';
import { Table } from '../../kit/table.js';
import { P } from '../../kit/text.js';
import { formatDate, formatYen } from '../../words/format.js';
import { useStatementWords } from './words.js';

type Preview = StatementPreviewQuery['statementPreview'];
const COLUMNS = ['dayColumn', 'amountColumn', 'payerColumn'] as const;
type Layout = Record<(typeof COLUMNS)[number], number>;

interface Read {
  readonly fileName: string;
  readonly text: string;
  readonly preview: Preview;
}

/** A statement is looked at first, its columns are confirmed, and only then it is imported. */
export function ImportForm({ onDone }: { readonly onDone: () => void }) {
  const [read, setRead] = useState<Read | null>(null);
  return read === null ? <FileForm onRead={setRead} /> : <ColumnsForm read={read} onRead={setRead} onDone={onDone} />;
}

function FileForm({ onRead }: { readonly onRead: (read: Read) => void }) {
  const words = useStatementWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isMissing, setIsMissing] = useState(false);
  const filling = useFilling({
    defaultValues: {},
    send: async () => {
      const file = files.at(-1);
      setIsMissing(file === undefined);
      if (!file) return;
      const text = decode(await file.arrayBuffer());
      const { statementPreview } = await ask(StatementPreview, { input: { text } });
      onRead({ fileName: file.name, text, preview: statementPreview });
    },
  });
  return (
    <Form filling={filling} submitLabel={words.read}>
      <FileField
        label={words.file}
        hint={words.fileHint}
        accept=".csv,.txt"
        files={files.slice(-1)}
        onChange={setFiles}
      />
      {isMissing ? (
        <div role="alert">
          <Message kind="error">{words.fileMissing}</Message>
        </div>
      ) : null}
    </Form>
  );
}

/** Banks write Shift_JIS; what has been through a spreadsheet is UTF-8. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

function ColumnsForm({
  read: { fileName, text, preview },
  onRead,
  onDone,
}: {
  readonly read: Read;
  readonly onRead: (read: Read) => void;
  readonly onDone: () => void;
}) {
  const words = useStatementWords();
  const today = useToday();
  const known = preview.knownLayout ?? preview.guess;
  const shown = (name: keyof Layout) => String(known?.[name] ?? '');
  const filling = useFilling({
    defaultValues: {
      dayColumn: shown('dayColumn'),
      payerColumn: shown('payerColumn'),
      amountColumn: shown('amountColumn'),
    },
    send: async (values, idempotencyKey) => {
      const layout = layoutOf(values);
      const { importStatement } = await ask(ImportStatement, { input: { idempotencyKey, fileName, text, layout } });
      await afterSaving(words.imported(importStatement.addedCount, importStatement.knownCount), onDone);
    },
  });
  const readAgain = async () => {
    const layout = layoutOf(filling.form.getValues());
    const { statementPreview } = await ask(StatementPreview, { input: { text, layout } });
    onRead({ fileName, text, preview: statementPreview });
  };
  return (
    <Form
      filling={filling}
      submitLabel={words.submit(preview.newCount)}
      others={
        <Button look="secondary" onClick={() => void filling.form.handleSubmit(readAgain)()}>
          {words.again}
        </Button>
      }
    >
      <P>{words.found(preview.depositCount, preview.newCount)}</P>
      {preview.problems.length === 0 ? null : (
        <Message kind="warning">
          {words.problems}
          <ul className="list-disc pl-6">
            {preview.problems.map(({ row, cell }) => (
              <li key={row}>{words.problem(row, cell)}</li>
            ))}
          </ul>
        </Message>
      )}
      <P className="mt-4 font-bold">{words.columns}</P>
      {COLUMNS.map((name) => (
        <RadioList
          key={name}
          name={name}
          label={words[name]}
          choices={preview.headings.map((heading, index) => ({
            value: String(index),
            label: words.column(heading, index + 1),
          }))}
        />
      ))}
      <Table
        caption={words.preview}
        rows={preview.deposits}
        keyOf={({ row }) => String(row)}
        columns={[
          { heading: words.day, isShort: true, cell: ({ paidOn }) => formatDate(paidOn, today) },
          { heading: words.payer, cell: ({ payerName }) => payerName },
          { heading: words.amount, isNumber: true, cell: ({ amountYen }) => formatYen(amountYen) },
        ]}
      />
    </Form>
  );
}

function layoutOf(values: Readonly<Record<keyof Layout, string>>): Layout {
  const { dayColumn, amountColumn, payerColumn } = values;
  return { dayColumn: Number(dayColumn), amountColumn: Number(amountColumn), payerColumn: Number(payerColumn) };
}
