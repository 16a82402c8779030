import type { EnteredForUsFragment } from '../data/generated/types.js';
import { FileLink } from '../kit/button.js';
import { formatMoment } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useEnteringWords } from './words.js';

/** What the desk entered, on whose word: next to what it is about, and never as if the party had done it. */
export function EnteredList({ entered }: { readonly entered: readonly EnteredForUsFragment[] }) {
  const words = useEnteringWords();
  const language = useLanguage();
  if (entered.length === 0) return null;
  return (
    <div className="mt-3 rounded-lg border border-line p-3">
      <p className="font-bold">{words.heading}</p>
      <ul className="mt-1 grid gap-2">
        {entered.map(({ id, what, saidBy, channel, saidAt, note, attachmentId, fileName, enteredBy, enteredAt }) => (
          <li key={id}>
            <p>
              <strong>{language === 'en' ? what.en : what.ja}</strong>{' '}
              {words.said(saidBy, words.channels[channel], formatMoment(saidAt))}
            </p>
            {note === '' ? null : <p className="text-quiet">{note}</p>}
            {attachmentId === null || fileName === null ? null : (
              <FileLink href={`/attachments/${attachmentId}`}>{fileName}</FileLink>
            )}
            <p className="text-sm text-quiet">
              {enteredBy === null
                ? words.enteredOn(formatMoment(enteredAt))
                : words.enteredBy(enteredBy, formatMoment(enteredAt))}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
