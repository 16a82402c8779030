import { useFieldArray, useFormContext } from 'react-hook-form';
import { useToday } from '../app/session.js';
import { Button } from '../kit/button.js';
import { SelectField } from '../kit/choices.js';
import { DateField } from '../kit/date-field.js';
import { FieldNotes, NumberField, TextField } from '../kit/fields.js';
import { P } from '../kit/text.js';
import { addDays } from '../words/format.js';
import { EMPTY_PLACE, type PlaceValues } from './values.js';
import { useDeliveryPlaceWords } from './words.js';

interface Props {
  /** Where the form holds them: `places`, `lines.0.places`. */
  readonly name: string;
  readonly unit: string;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** Days the places have already: they stay good when they have passed. */
  readonly keptDays?: readonly string[];
}

/** Any number of places; none: all of it goes to one. */
export function PlaceFields({ name, unit, departments, keptDays = [] }: Props) {
  const words = useDeliveryPlaceWords();
  const today = useToday();
  const { control, getFieldState, formState, watch } = useFormContext<Record<string, PlaceValues[]>>();
  const { fields, append, remove } = useFieldArray({ control, name });
  const message = getFieldState(name, formState).error?.message;
  const typed = watch(name);
  const tomorrow = addDays(today, 1);
  const minOf = (dueOn: string) => (dueOn < tomorrow && keptDays.includes(dueOn) ? dueOn : tomorrow);
  return (
    <div id={name} tabIndex={-1}>
      <P>{words.lead}</P>
      <FieldNotes name={name} hint={undefined} message={message} />
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="mt-4 rounded-lg border border-line p-4">
          <legend className="px-2 font-bold">{words.place(index + 1)}</legend>
          <TextField name={`${name}.${index}.name`} label={words.name} hint={words.nameHint} />
          <TextField name={`${name}.${index}.address`} label={words.address} isOptional />
          {departments.length === 0 ? null : (
            <SelectField
              name={`${name}.${index}.departmentId`}
              label={words.department}
              none={words.noDepartment}
              choices={departments.map((department) => ({ value: department.id, label: department.name }))}
            />
          )}
          <NumberField name={`${name}.${index}.quantity`} label={words.quantity} unit={unit} min={1} />
          <DateField
            name={`${name}.${index}.dueOn`}
            label={words.due}
            today={today}
            min={minOf(typed?.[index]?.dueOn ?? '')}
            isOptional
          />
          <Button look="quiet" onClick={() => remove(index)}>
            {words.remove(index + 1)}
          </Button>
        </fieldset>
      ))}
      <div className="mt-4">
        <Button look="secondary" onClick={() => append(EMPTY_PLACE)}>
          {words.add}
        </Button>
      </div>
    </div>
  );
}
