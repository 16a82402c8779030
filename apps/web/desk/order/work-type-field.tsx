import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { WorkTypes } from '../../data/generated/work-types.js';
import { useAsk } from '../../data/use-ask.js';
import { RadioList } from '../../kit/choices.js';
import { INPUT } from '../../kit/fields.js';
import { rich } from '../../kit/rich.js';
import { useWorkName } from '../../words/work-name.js';
import { useOrderWords } from './words.js';

const SHOWN = 6;

/** A kind of work: found by a part of its name, chosen among those found. */
export function WorkTypeField({ name, label }: { readonly name: string; readonly label: string }) {
  const { steps: words } = useOrderWords();
  const workName = useWorkName();
  const { watch } = useFormContext<Record<string, string>>();
  const { data } = useAsk(WorkTypes, {});
  const [text, setText] = useState('');
  const chosen = watch(name);
  const all = (data?.workTypes ?? []).map((workType) => ({ value: workType.code, label: workName(workType) }));
  const sought = text.normalize('NFKC').trim().toLowerCase();
  const found = all.filter((each) => sought !== '' && each.label.toLowerCase().includes(sought)).slice(0, SHOWN);
  const choices = all.filter((each) => each.value === chosen || found.includes(each));
  return (
    <>
      <label htmlFor={`${name}-search`} className="mt-4 block">
        {rich(words.workSearch)}
      </label>
      <p id={`${name}-search-hint`} className="text-sm text-quiet">
        {rich(words.workSearchHint)}
      </p>
      <input
        id={`${name}-search`}
        type="search"
        value={text}
        aria-describedby={`${name}-search-hint`}
        autoComplete="off"
        className={INPUT}
        onChange={(event) => setText(event.target.value)}
      />
      <RadioList name={name} label={label} choices={choices} />
    </>
  );
}
