import { type ReactNode, useState } from 'react';
import { type RegisterOptions, useFormContext } from 'react-hook-form';
import { useCommon } from '../words/common/index.js';
import { plain } from '../words/readings.js';
import { readNumber, readSen, readWholeNumber } from '../words/typed-numbers.js';
import { formatNumber } from '../words/format.js';
import { Button } from './button.js';
import { rich } from './rich.js';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isOptional?: boolean;
}

/** What the form holds of a field: always text here. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export const INPUT =
  'block min-h-12 w-full rounded-lg border border-line bg-white px-3 py-2 text-base aria-invalid:border-2 aria-invalid:border-red-900 read-only:bg-ground';

export function useField(name: string, hasHint: boolean) {
  const { register, getFieldState, formState, setValue, getValues } = useFormContext<Record<string, unknown>>();
  const message = getFieldState(name, formState).error?.message;
  const described = [hasHint ? `${name}-hint` : '', message ? `${name}-error` : ''].filter(Boolean).join(' ');
  return {
    register,
    setValue,
    getValues,
    message,
    attributes: { id: name, 'aria-invalid': message ? true : undefined, 'aria-describedby': described || undefined },
  };
}

/** Label, help and error of a field, in the order in which they are read. */
export function Field({
  name,
  label,
  hint,
  isOptional = false,
  message,
  children,
}: FieldProps & { readonly message: string | undefined; readonly children: ReactNode }) {
  return (
    <div className="mt-6">
      <FieldLabel name={name} label={label} isOptional={isOptional} />
      <FieldNotes name={name} hint={hint} message={message} />
      {children}
    </div>
  );
}

function FieldLabel({ name, label, isOptional }: { name: string; label: string; isOptional: boolean }) {
  const { form } = useCommon();
  return (
    <label id={`${name}-label`} htmlFor={name} className="block scroll-mt-24 font-bold">
      {rich(label)}
      {isOptional ? <Optional text={form.optional} /> : null}
    </label>
  );
}

export function Optional({ text }: { readonly text: string }) {
  return <span className="ml-2 text-sm font-normal text-quiet">{rich(text)}</span>;
}

export function FieldNotes({
  name,
  hint,
  message,
}: {
  readonly name: string;
  readonly hint: ReactNode;
  readonly message: string | undefined;
}) {
  return (
    <>
      {hint === undefined ? null : (
        <div id={`${name}-hint`} className="mb-1 text-sm text-quiet">
          {rich(hint)}
        </div>
      )}
      {message ? (
        <p id={`${name}-error`} className="mb-1 font-bold text-red-1000">
          {rich(message)}
        </p>
      ) : null}
    </>
  );
}

interface TextProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'time';
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel';
  readonly rows?: number;
  readonly rules?: RegisterOptions;
}

/** One line, or several when `rows` says so. */
export function TextField({ name, label, hint, isOptional = false, type = 'text', rows, rules, ...rest }: TextProps) {
  const { form } = useCommon();
  const { register, message, attributes } = useField(name, hint !== undefined);
  const registration = register(name, {
    validate: (value) => isOptional || textIn(value).trim() !== '' || form.missing(plain(label)),
    ...rules,
  });
  return (
    <Field {...{ name, label, hint, isOptional, message }}>
      {rows === undefined ? (
        <input {...registration} {...attributes} {...rest} type={type} className={INPUT} />
      ) : (
        <textarea {...registration} {...attributes} rows={rows} className={INPUT} />
      )}
    </Field>
  );
}

export function PasswordField({ name, label, hint, autoComplete }: FieldProps & { readonly autoComplete: string }) {
  const { form } = useCommon();
  const [isShown, setIsShown] = useState(false);
  const { register, message, attributes } = useField(name, hint !== undefined);
  return (
    <Field {...{ name, label, hint, message }}>
      <div className="flex gap-2">
        <input
          {...register(name, { validate: (value) => textIn(value) !== '' || form.missing(plain(label)) })}
          {...attributes}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className={INPUT}
        />
        <Button look="secondary" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          <span aria-hidden="true">{isShown ? rich(form.hidePassword) : rich(form.showPassword)}</span>
          <span className="sr-only">{form.passwordToggle(plain(label), isShown)}</span>
        </Button>
      </div>
    </Field>
  );
}

interface NumberProps extends FieldProps {
  /** Stands behind the box. */
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  /** `whole`: pieces; `sen`: a price of one piece in yen, kept in hundredths. */
  readonly as?: 'whole' | 'sen';
}

/**
 * A number as people type it: full-width digits, commas, the unit behind. The form holds the text; `readWholeNumber` or
 * `readSen` makes the number of it.
 */
export function NumberField({ name, label, hint, isOptional = false, unit, min = 0, max, as = 'whole' }: NumberProps) {
  const { form } = useCommon();
  const { register, setValue, message, attributes } = useField(name, hint !== undefined);
  const validate = (value: unknown) => {
    const text = textIn(value).trim();
    if (text === '') return isOptional || form.missing(plain(label));
    if ((as === 'sen' ? readSen(text) : readWholeNumber(text)) === null) {
      return as === 'sen' ? form.notAnAmount : form.notANumber;
    }
    const number = readNumber(text) ?? 0;
    if (number < min) return form.tooSmall(`${formatNumber(min)}${unit}`);
    return max === undefined || number <= max || form.tooLarge(`${formatNumber(max)}${unit}`);
  };
  const { onBlur, ...registration } = register(name, { validate });
  return (
    <Field {...{ name, label, hint, isOptional, message }}>
      <div className="flex items-center gap-2">
        <input
          {...registration}
          {...attributes}
          type="text"
          inputMode={as === 'sen' ? 'decimal' : 'numeric'}
          autoComplete="off"
          className={`${INPUT} max-w-44 text-right tabular-nums`}
          onBlur={(event) => {
            const number = readNumber(event.target.value);
            if (number !== null) setValue(name, formatNumber(number), { shouldDirty: true });
            void onBlur(event);
          }}
        />
        <span>{rich(unit)}</span>
      </div>
    </Field>
  );
}
