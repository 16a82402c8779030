import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useToday } from '../../app/session.js';
import type { PostingChoicesQuery } from '../../data/generated/types.js';
import { PlaceFields } from '../../delivery-places/place-fields.js';
import { useDeliveryPlaceWords } from '../../delivery-places/words.js';
import { Button } from '../../kit/button.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { More } from '../../kit/text.js';
import { addDays } from '../../words/format.js';
import { DateAdvice, PriceHint } from './advice.js';
import { UNSURE, type PostValues } from './values.js';
import { usePostWords } from './words.js';
import { WorkChoice } from './work-choice.js';

/** One kind of work: what, how much, by when, and how. */
export function Line({
  index,
  workTypes,
  departments,
  onRemove,
}: {
  readonly index: number;
  readonly workTypes: PostingChoicesQuery['workTypes'];
  readonly departments: PostingChoicesQuery['buyers'][number]['departments'];
  /** Undefined: it is the only one. */
  readonly onRemove: (() => void) | undefined;
}) {
  const words = usePostWords();
  const placeWords = useDeliveryPlaceWords();
  const today = useToday();
  const { watch, getValues } = useFormContext<PostValues>();
  const [isDetailed] = useState(() => {
    const { lotSize, places = [] } = getValues(`lines.${index}`);
    return lotSize !== '' || places.length > 0;
  });
  const code = watch(`lines.${index}.workTypeCode`);
  const unit = workTypes.find((workType) => workType.code === code)?.unit ?? '';
  return (
    <fieldset className={onRemove === undefined ? '' : 'mt-6 rounded-lg border border-line p-4'}>
      <legend className={onRemove === undefined ? 'sr-only' : 'px-2 font-bold'}>{words.line(index + 1)}</legend>
      <WorkChoice index={index} workTypes={workTypes} />
      <NumberField name={`lines.${index}.quantity`} label={words.units} unit={unit} min={1} />
      <PriceHint index={index} unit={unit} />
      <DateField name={`lines.${index}.dueOn`} label={words.due} today={today} min={addDays(today, 1)} />
      <DateAdvice index={index} />
      <TextField
        name={`lines.${index}.specification`}
        label={words.specification}
        hint={words.specificationHint}
        rows={4}
        isOptional={code !== UNSURE}
      />
      <More summary={words.more} isOpen={isDetailed}>
        <NumberField
          name={`lines.${index}.lotSize`}
          label={words.lot}
          hint={words.lotHint}
          unit={unit}
          min={1}
          max={100_000}
          isOptional
        />
        <p className="mt-6 font-bold">{placeWords.heading}</p>
        <PlaceFields name={`lines.${index}.places`} unit={unit} departments={departments} />
      </More>
      {onRemove === undefined ? null : (
        <Button look="quiet" onClick={onRemove}>
          {words.removeLine(index + 1)}
        </Button>
      )}
    </fieldset>
  );
}
