import { useState } from 'react';
import { base64Of } from '../../data/base64.js';
import { RadioList } from '../../kit/choices.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { FileField } from '../../kit/file-field.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Message } from '../../kit/message.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useFacilitiesWords } from './words.js';

export interface ImportSource {
  readonly fileName: string;
  readonly contentBase64: string;
  readonly sourceName: string;
  readonly fiscalYear: number | null;
}

const PASTED = 'pasted.tsv';

/** The list as a file, or as it was copied out of a spreadsheet. */
export function ImportForm({ onRead }: { readonly onRead: (source: ImportSource) => Promise<void> }) {
  const { import: texts } = useFacilitiesWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isMissing, setIsMissing] = useState(false);
  const filling = useFilling({
    defaultValues: { how: 'file', pasted: '', sourceName: '', fiscalYear: '' },
    send: async ({ how, pasted, sourceName, fiscalYear }) => {
      const file = how === 'file' ? files.at(-1) : new File([pasted], PASTED);
      setIsMissing(file === undefined);
      if (!file) return;
      const contentBase64 = await base64Of(file);
      await onRead({ fileName: file.name, contentBase64, sourceName, fiscalYear: readWholeNumber(fiscalYear) });
    },
  });
  return (
    <Form filling={filling} submitLabel={texts.submitDry}>
      <RadioList
        name="how"
        label={texts.how}
        choices={[
          {
            value: 'file',
            label: texts.byFile,
            more: (
              <FileField
                label={texts.file}
                hint={texts.fileHint}
                accept=".csv,.tsv,.txt,.xlsx,.xls,.ods"
                files={files.slice(-1)}
                onChange={setFiles}
              />
            ),
          },
          {
            value: 'paste',
            label: texts.byPaste,
            more: <TextField name="pasted" label={texts.paste} hint={texts.pasteHint} rows={10} />,
          },
        ]}
      />
      <TextField name="sourceName" label={texts.source} hint={texts.sourceHint} />
      <NumberField
        name="fiscalYear"
        label={texts.fiscalYear}
        hint={texts.fiscalYearHint}
        unit={texts.yearUnit}
        min={1970}
        max={2100}
        isOptional
      />
      {isMissing ? (
        <div role="alert">
          <Message kind="error">{texts.fileMissing}</Message>
        </div>
      ) : null}
    </Form>
  );
}
