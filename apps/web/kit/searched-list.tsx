import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { rich } from './rich.js';
import { type Choice, RadioList } from './choices.js';
import { type FieldProps, INPUT } from './fields.js';

/** So many can be looked through; of more, those are shown that were sought. */
const SHOWN = 6;

interface Props extends FieldProps {
  readonly choices: readonly Choice[];
  readonly searchLabel: string;
  readonly searchHint: string;
  /** How many were found, and how many of them are shown. */
  readonly found: (count: number, shown: number) => string;
}

/** One of many: found by a part of its name, in any width and case, and chosen among those found. */
export function SearchedList({ name, label, choices, searchLabel, searchHint, found: foundWords }: Props) {
  const { watch } = useFormContext<Record<string, string>>();
  const [text, setText] = useState('');
  const chosen = watch(name);
  if (choices.length <= SHOWN) return <RadioList name={name} label={label} choices={choices} />;
  const sought = plainly(text);
  const found = choices.filter((choice) => sought !== '' && plainly(choice.label).includes(sought));
  const shown = choices.filter((choice) => choice.value === chosen || found.slice(0, SHOWN).includes(choice));
  // While there is nothing to choose, an error leads to where one seeks.
  const id = shown.length === 0 ? name : `${name}-search`;
  return (
    <>
      <label htmlFor={id} className="mt-4 block">
        {rich(searchLabel)}
      </label>
      <p id={`${name}-search-hint`} className="text-sm text-quiet">
        {rich(searchHint)}
      </p>
      <input
        id={id}
        type="search"
        value={text}
        aria-describedby={`${name}-search-hint`}
        autoComplete="off"
        className={INPUT}
        onChange={(event) => setText(event.target.value)}
        // Sought is not sent: Enter is for the buttons of the form.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p role="status" className="text-sm text-quiet">
        {sought === '' ? '' : rich(foundWords(found.length, Math.min(found.length, SHOWN)))}
      </p>
      <RadioList name={name} label={label} choices={shown} />
    </>
  );
}

const plainly = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
