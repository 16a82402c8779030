import { type ReactNode, useEffect, useRef } from 'react';
import { type FieldErrors, type FieldValues, FormProvider } from 'react-hook-form';
import { useCommon } from '../words/common/index.js';
import { Button, type ButtonLook, ButtonRow } from './button.js';
import type { Filling } from './filling.js';
import { FaultMessage } from './message.js';
import { Quiet } from './text.js';

/** A form: what is wrong with it stands above it, has the focus, and leads to the fields. */
export function Form<Values extends FieldValues>({
  filling,
  submitLabel,
  submitLook = 'primary',
  label,
  children,
  others,
}: {
  readonly filling: Filling<Values>;
  /** What happens when it is sent. */
  readonly submitLabel: string;
  readonly submitLook?: ButtonLook;
  readonly label?: string;
  readonly children: ReactNode;
  /** Buttons beside. */
  readonly others?: ReactNode;
}) {
  const { form, state, fault, hasDraft, submit } = filling;
  const { states, form: words } = useCommon();
  return (
    <FormProvider {...form}>
      <form
        noValidate
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {hasDraft ? <Quiet>{words.draftKept}</Quiet> : null}
        <ErrorSummary errors={form.formState.errors} count={form.formState.submitCount} />
        {children}
        {fault === null ? null : <FaultMessage error={fault} />}
        <ButtonRow>
          <Button type="submit" look={submitLook} isOff={state !== 'open'}>
            {state === 'open' ? submitLabel : state === 'sending' ? states.saving : states.checking}
          </Button>
          {others}
        </ButtonRow>
      </form>
    </FormProvider>
  );
}

function ErrorSummary({ errors, count }: { readonly errors: FieldErrors; readonly count: number }) {
  const { form } = useCommon();
  const ref = useRef<HTMLDivElement>(null);
  const found = listErrors(errors);
  const hasErrors = found.length > 0;
  useEffect(() => {
    if (hasErrors && count > 0) ref.current?.focus();
    // Only a new attempt takes the focus, not each correction.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [count]);
  if (!hasErrors) return null;
  return (
    <div ref={ref} tabIndex={-1} role="alert" className="my-4 rounded-lg border-4 border-red-900 p-4">
      <h2 className="text-lg">{form.summary(found.length)}</h2>
      <ul className="mt-2 list-disc pl-6">
        {found.map(({ name, message }) => (
          <li key={name}>
            <a
              className="inline-flex min-h-11 items-center text-red-1000"
              href={`#${name}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(name);
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(name: string): void {
  const field = document.getElementById(name);
  let folded = field?.closest('details');
  while (folded) {
    folded.open = true;
    folded = folded.parentElement?.closest('details');
  }
  document.getElementById(`${name}-label`)?.scrollIntoView({ block: 'start' });
  field?.focus({ preventScroll: true });
}

function listErrors(errors: FieldErrors, before = ''): { name: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error) return [];
    const name = before === '' ? key : `${before}.${key}`;
    if (typeof error.message === 'string' && error.message !== '') return [{ name, message: error.message }];
    if (typeof error === 'object' && !('type' in error && 'ref' in error)) {
      return listErrors(error as FieldErrors, name);
    }
    return [];
  });
}
