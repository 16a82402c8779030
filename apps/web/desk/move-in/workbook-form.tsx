import { useState } from 'react';
import { base64Of } from '../../data/base64.js';
import { FileField } from '../../kit/file-field.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Message } from '../../kit/message.js';
import { P, Quiet, Section } from '../../kit/text.js';
import { useMoveInWords } from './words.js';

export interface Workbook {
  readonly fileName: string;
  readonly contentBase64: string;
}

/** The workbook to download and fill in, and where it is handed in. */
export function WorkbookForm({ onRead }: { readonly onRead: (workbook: Workbook) => Promise<void> }) {
  const words = useMoveInWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isMissing, setIsMissing] = useState(false);
  const filling = useFilling({
    defaultValues: {},
    send: async () => {
      const file = files.at(-1);
      setIsMissing(file === undefined);
      if (!file) return;
      await onRead({ fileName: file.name, contentBase64: await base64Of(file) });
    },
  });
  return (
    <Section heading={words.steps}>
      <P>{words.templateLead}</P>
      <a href="/move-in.xlsx" download className="inline-flex min-h-11 items-center">
        {words.template}
      </a>
      <P className="mt-6">{words.uploadLead}</P>
      <Form filling={filling} submitLabel={words.read}>
        <FileField
          label={words.file}
          hint={words.fileHint}
          accept=".xlsx,.xls,.ods"
          files={files.slice(-1)}
          onChange={setFiles}
        />
        {isMissing ? (
          <div role="alert">
            <Message kind="error">{words.fileMissing}</Message>
          </div>
        ) : null}
        <Quiet>{words.reading}</Quiet>
      </Form>
    </Section>
  );
}
