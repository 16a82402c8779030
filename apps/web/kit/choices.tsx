import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useCommon } from '../words/common/index.js';
import { plain } from '../words/readings.js';
import { Field, FieldNotes, type FieldProps, INPUT, Optional, textIn, useField } from './fields.js';
import { rich } from './rich.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is asked besides, once this is chosen. */
  readonly more?: ReactNode;
}

interface Props extends FieldProps {
  readonly choices: readonly Choice[];
}

/** One of a few, all of them in sight. */
export function RadioList({ name, label, hint, isOptional = false, choices }: Props) {
  const { form } = useCommon();
  const { watch } = useFormContext<Record<string, unknown>>();
  const { register, message, attributes } = useField(name, hint !== undefined);
  const registration = register(name, {
    validate: (value) => isOptional || textIn(value) !== '' || form.choose(plain(label)),
  });
  return (
    <Group
      {...{ name, label, hint, isOptional, message }}
      describedBy={attributes['aria-describedby']}
      role="radiogroup"
    >
      {choices.map((choice, index) => (
        <div key={choice.value}>
          <Option
            {...{ choice }}
            input={
              <input
                {...registration}
                type="radio"
                id={index === 0 ? name : `${name}-${choice.value}`}
                value={choice.value}
                className="mt-1.5 size-6 shrink-0 accent-blue-900"
              />
            }
          />
          {choice.more !== undefined && watch(name) === choice.value ? (
            <div className="ml-3 border-l-4 border-blue-900 pb-4 pl-5">{choice.more}</div>
          ) : null}
        </div>
      ))}
    </Group>
  );
}

/** One of many, found by its first letters; nothing chosen is the first line. */
export function SelectField({ name, label, hint, none, choices }: Props & { readonly none: string }) {
  const { register, message, attributes } = useField(name, hint !== undefined);
  return (
    <Field {...{ name, label, hint, message }}>
      <select {...register(name)} {...attributes} className={`${INPUT} bg-white!`}>
        <option value="">{plain(none)}</option>
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {plain(text)}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Any of a few. The form holds the list of values. */
export function CheckList({ name, label, hint, isOptional = false, choices }: Props) {
  const { form } = useCommon();
  const { register, message, attributes } = useField(name, hint !== undefined);
  const registration = register(name, {
    validate: (value) => isOptional || (Array.isArray(value) && value.length > 0) || form.choose(plain(label)),
  });
  return (
    <Group {...{ name, label, hint, isOptional, message }} describedBy={attributes['aria-describedby']} role="group">
      {choices.map((choice, index) => (
        <Option
          key={choice.value}
          {...{ choice }}
          input={
            <input
              {...registration}
              type="checkbox"
              id={index === 0 ? name : `${name}-${choice.value}`}
              value={choice.value}
              className="mt-1.5 size-6 shrink-0 accent-blue-900"
            />
          }
        />
      ))}
    </Group>
  );
}

/** One thing that is so or not. */
export function CheckField({ name, label, hint }: FieldProps) {
  const { register, message, attributes } = useField(name, hint !== undefined);
  return (
    <div className="mt-4">
      <FieldNotes name={name} hint={undefined} message={message} />
      <Option
        choice={{ value: name, label, hint }}
        input={
          <input
            {...register(name)}
            {...attributes}
            type="checkbox"
            className="mt-1.5 size-6 shrink-0 accent-blue-900"
          />
        }
      />
    </div>
  );
}

function Option({ choice, input }: { readonly choice: Choice; readonly input: ReactNode }) {
  return (
    <label className="flex min-h-12 items-start gap-3 rounded-lg p-2 hover:bg-blue-50">
      {input}
      <span className="min-w-0 pt-0.5">
        <span className="block">{rich(choice.label)}</span>
        {choice.hint === undefined ? null : <span className="block text-sm text-quiet">{rich(choice.hint)}</span>}
      </span>
    </label>
  );
}

function Group({
  name,
  label,
  hint,
  isOptional,
  message,
  describedBy,
  role,
  children,
}: FieldProps & {
  readonly message: string | undefined;
  readonly describedBy: string | undefined;
  readonly role: 'radiogroup' | 'group';
  readonly children: ReactNode;
}) {
  const { form } = useCommon();
  return (
    <fieldset role={role} aria-labelledby={`${name}-label`} aria-describedby={describedBy} className="mt-6">
      <legend id={`${name}-label`} className="scroll-mt-24 font-bold">
        {rich(label)}
        {isOptional ? <Optional text={form.optional} /> : null}
      </legend>
      <FieldNotes name={name} hint={hint} message={message} />
      <div className="mt-1 grid gap-1">{children}</div>
    </fieldset>
  );
}
