import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { SuggestWorkTypes } from '../../data/generated/suggest-work-types.js';
import type { PostingChoicesQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import { type Choice, RadioList } from '../../kit/choices.js';
import { Field, INPUT } from '../../kit/fields.js';
import { Quiet } from '../../kit/text.js';
import { useSettled } from '../../kit/use-settled.js';
import { useWorkName } from '../../words/work-name.js';
import { UNSURE, type PostValues } from './values.js';
import { usePostWords } from './words.js';

type WorkType = PostingChoicesQuery['workTypes'][number];

/** A kind of work by what the buyer calls it, or from the list. */
export function WorkChoice({ index, workTypes }: { readonly index: number; readonly workTypes: readonly WorkType[] }) {
  const words = usePostWords();
  const { register, watch } = useFormContext<PostValues>();
  const [isList, setIsList] = useState(false);
  const searchName = `lines.${index}.search` as const;
  const text = useSettled((watch(searchName) ?? '').trim());
  const { data, isPlaceholderData } = useAsk(SuggestWorkTypes, { text }, { isWanted: text !== '' });
  const suggested = text === '' || data === undefined ? [] : data.suggestWorkTypes;
  const choices = useChoices(
    isList ? workTypes.map((workType) => ({ workType, matchedWord: '' })) : suggested,
    workTypes,
    watch(`lines.${index}.workTypeCode`),
  );
  const isNone = !isList && text !== '' && data !== undefined && !isPlaceholderData && suggested.length === 0;
  return (
    <>
      <Field name={searchName} label={words.work} hint={words.workHint} message={undefined}>
        <input
          {...register(searchName)}
          id={searchName}
          type="search"
          autoComplete="off"
          aria-describedby={`${searchName}-hint`}
          className={INPUT}
          onKeyDown={(event) => {
            // Enter looks for the work; the form is sent by its button.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </Field>
      {isNone ? (
        <div role="status">
          <Quiet className="mt-2">{words.none}</Quiet>
        </div>
      ) : null}
      <RadioList name={`lines.${index}.workTypeCode`} label={words.choose} choices={choices} />
      <Button look="quiet" onClick={() => setIsList(!isList)}>
        {isList ? words.suggested : words.all}
      </Button>
    </>
  );
}

/** What is found, what is chosen already, and the way out for who does not know. */
function useChoices(
  found: readonly { readonly workType: WorkType; readonly matchedWord: string }[],
  workTypes: readonly WorkType[],
  chosenCode: string | undefined,
): Choice[] {
  const words = usePostWords();
  const workName = useWorkName();
  const choices = found.map(({ workType, matchedWord }) => ({
    value: workType.code,
    label: workName(workType),
    hint:
      matchedWord === '' || workName(workType).includes(matchedWord)
        ? words.countedIn(workType.unit)
        : words.alsoCalled(matchedWord, workType.unit),
  }));
  const chosen = workTypes.find(({ code }) => code === chosenCode);
  if (chosen && chosen.code !== UNSURE && !choices.some(({ value }) => value === chosen.code)) {
    choices.unshift({ value: chosen.code, label: workName(chosen), hint: words.countedIn(chosen.unit) });
  }
  const others = choices.filter(({ value }) => value !== UNSURE);
  return [...others, { value: UNSURE, label: words.unsure, hint: words.unsureHint }];
}
