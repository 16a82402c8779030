import { type ClipboardEvent, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { formatDate } from '../words/format.js';
import { useCommon } from '../words/common/index.js';
import { plain } from '../words/readings.js';
import { readDay, readWrittenDay } from '../words/typed-numbers.js';
import { FieldNotes, type FieldProps, INPUT, Optional, useField } from './fields.js';
import { rich } from './rich.js';

interface Props extends FieldProps {
  /** Today in the time of the product; what is pasted without a year is the next to come. */
  readonly today: string;
  readonly min?: string;
}

type Part = 'year' | 'month' | 'day';

/** A day in three boxes for year, month and day. The form holds `2026-12-21`, or what was typed when it is no day. */
export function DateField({ name, label, hint, isOptional = false, today, min }: Props) {
  const { form } = useCommon();
  const { watch } = useFormContext<Record<string, unknown>>();
  const { register, setValue, message, attributes } = useField(name, hint !== undefined);
  const value = watch(name);
  const held = typeof value === 'string' ? value : '';
  const [parts, setParts] = useState(() => split(held));
  const [seen, setSeen] = useState(held);
  // Set from outside: an advised day was taken.
  if (held !== seen) {
    setSeen(held);
    if (held !== join(parts)) setParts(split(held));
  }
  register(name, {
    // What the form holds, and not what the boxes show: an advised day is judged before they are drawn again.
    validate: (given: unknown) => {
      const text = typeof given === 'string' ? given : '';
      if (text === '') return isOptional || form.missing(plain(label));
      if (!/^\d{4}-\d\d-\d\d$/.test(text)) return form.notADay;
      return min === undefined || text >= min || form.tooEarly(formatDate(min, today));
    },
  });
  const change = (next: Record<Part, string>) => {
    setParts(next);
    setSeen(join(next));
    setValue(name, join(next), { shouldDirty: true, shouldValidate: message !== undefined });
  };
  const paste = (event: ClipboardEvent) => {
    const day = readWrittenDay(event.clipboardData.getData('text'), today);
    if (day === null) return;
    event.preventDefault();
    change(split(day));
  };
  return (
    <fieldset className="mt-6" aria-describedby={attributes['aria-describedby']}>
      <legend id={`${name}-label`} className="scroll-mt-24 font-bold">
        {rich(label)}
        {isOptional ? <Optional text={form.optional} /> : null}
      </legend>
      <FieldNotes name={name} hint={hint} message={message} />
      <div className="flex flex-wrap items-center gap-2">
        {(['year', 'month', 'day'] as const).map((part) => (
          <span key={part} className="flex items-center gap-1">
            <input
              id={part === 'year' ? name : `${name}-${part}`}
              value={parts[part]}
              inputMode="numeric"
              autoComplete="off"
              aria-label={`${plain(label)} ${plain(form[part])}`}
              aria-invalid={attributes['aria-invalid']}
              className={`${INPUT} text-center tabular-nums ${part === 'year' ? 'max-w-24' : 'max-w-16'}`}
              onPaste={paste}
              onChange={(event) => change({ ...parts, [part]: event.target.value })}
            />
            <span aria-hidden="true">{rich(form[part])}</span>
          </span>
        ))}
      </div>
      {readDay(parts.year, parts.month, parts.day) === null ? null : (
        <p className="mt-1 text-sm text-quiet">{formatDate(join(parts), today)}</p>
      )}
    </fieldset>
  );
}

function split(day: string): Record<Part, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: month.replace(/^0/, ''), day: date.replace(/^0/, '') };
}

function join({ year, month, day }: Record<Part, string>): string {
  if (year === '' && month === '' && day === '') return '';
  return readDay(year, month, day) ?? `${year}-${month}-${day}`;
}
