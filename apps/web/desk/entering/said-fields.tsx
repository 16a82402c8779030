import { useToday } from '../../app/session.js';
import { useEnteringWords } from '../../entering/words.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { FileField } from '../../kit/file-field.js';
import { useDeskEnteringWords } from './words.js';

const CHANNELS = ['PHONE', 'FAX', 'MAIL', 'VISIT', 'LETTER'] as const;

/** Who said it, how and when; a file where there is something it can belong to. */
export function SaidFields({
  files,
  onFiles,
  isLegal = false,
}: {
  /** Null: no file can be kept here. */
  readonly files: readonly File[] | null;
  readonly onFiles: (files: readonly File[]) => void;
  /** A statement of law is shown for: a note or a file. */
  readonly isLegal?: boolean;
}) {
  const words = useDeskEnteringWords();
  const { channels } = useEnteringWords();
  const today = useToday();
  return (
    <>
      <TextField name="saidBy" label={words.saidBy} hint={words.saidByHint} autoComplete="off" />
      <RadioList
        name="channel"
        label={words.channel}
        choices={CHANNELS.map((value) => ({ value, label: channels[value] }))}
      />
      <RadioList
        name="saidWhen"
        label={words.when}
        choices={[
          { value: 'now', label: words.now },
          {
            value: 'earlier',
            label: words.earlier,
            more: (
              <>
                <DateField name="saidOn" label={words.saidOn} today={today} />
                <TextField name="saidTime" label={words.saidTime} hint={words.saidTimeHint} type="time" />
              </>
            ),
          },
        ]}
      />
      <TextField
        name="saidNote"
        label={words.note}
        hint={isLegal ? words.noteNeeded : words.noteRead}
        rows={2}
        isOptional={!isLegal || (files ?? []).length > 0}
      />
      {files === null ? null : (
        <FileField
          label={words.file}
          hint={words.fileHint}
          accept={words.fileAccept}
          files={files}
          onChange={(next) => onFiles(next.slice(-1))}
        />
      )}
    </>
  );
}
