import { useEffect, useRef, useState } from 'react';
import { type DefaultValues, type FieldValues, type Path, useForm, type UseFormReturn } from 'react-hook-form';
import { Fault, NoAnswer } from '../data/fault.js';
import { newKey } from '../data/new-key.js';
import { showWhatIsTrue } from '../data/use-ask.js';
import { currentLanguage } from '../words/language.js';
import { forgetDraft, keepDraft, readDraft } from './drafts.js';

const WAITS_MS = [1_000, 2_000, 4_000, 8_000];

export interface Filling<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly state: 'open' | 'sending' | 'checking';
  /** What the api said no to; null while there is nothing to say. */
  readonly fault: unknown;
  readonly hasDraft: boolean;
  readonly submit: () => Promise<void>;
}

/**
 * One filling-in of a form. What is typed outlasts a reload (`draftKey`), and what is sent has one effect however often it
 * is sent: the same values go under the same key, and when no answer comes they are sent again until one does.
 */
export function useFilling<Values extends FieldValues>({
  defaultValues,
  draftKey,
  isReady,
  send,
}: {
  readonly defaultValues: DefaultValues<Values>;
  readonly draftKey?: string;
  /** Asked before anything is sent; false: the page says why not, and what was typed stays. */
  readonly isReady?: (values: Values) => boolean;
  /** Throws what the api answers; what it makes of a success is the page's. */
  readonly send: (values: Values, idempotencyKey: string) => Promise<void>;
}): Filling<Values> {
  const [draft] = useState(() => (draftKey === undefined ? null : readDraft<Values>(draftKey)));
  const form = useForm<Values>({
    defaultValues: { ...defaultValues, ...draft } as DefaultValues<Values>,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
  const [state, setState] = useState<Filling<Values>['state']>('open');
  const [fault, setFault] = useState<unknown>(null);
  const sent = useRef({ values: '', key: '' });
  const isUnderWay = useRef(false);

  useEffect(() => {
    if (draftKey === undefined) return undefined;
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => keepDraft(draftKey, values),
    });
  }, [form, draftKey]);

  const execute = async (values: Values): Promise<void> => {
    // A double click and Enter pressed twice mean once.
    if (isUnderWay.current) return;
    setFault(null);
    if (isReady?.(values) === false) return;
    isUnderWay.current = true;
    const text = JSON.stringify(values);
    if (sent.current.values !== text) sent.current = { values: text, key: newKey() };
    setState('sending');
    try {
      await persist(
        async () => send(values, sent.current.key),
        () => setState('checking'),
      );
      sent.current = { values: '', key: '' };
      if (draftKey !== undefined) forgetDraft(draftKey);
    } catch (error) {
      setFault(error);
      if (error instanceof Fault) showAtFields(form, error);
      showWhatIsTrue(error);
    } finally {
      isUnderWay.current = false;
      setState('open');
    }
  };
  const submit = async () => {
    // What the api found fault with may stand at a path that is no field of this form; nothing else would take it away.
    form.clearErrors();
    await form.handleSubmit(execute)();
  };
  return { form, state, fault, hasDraft: draft !== null, submit };
}

/** Sends again while no answer comes: under the same key it happens once. */
async function persist(send: () => Promise<void>, onChecking: () => void): Promise<void> {
  for (const wait of WAITS_MS) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      onChecking();
      await pause(wait);
    }
  }
  return send();
}

/** Ends early when the network comes back. */
async function pause(ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    addEventListener(
      'online',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

function showAtFields<Values extends FieldValues>(form: UseFormReturn<Values>, { fields }: Fault): void {
  for (const { path, messageJa, messageEn } of fields) {
    form.setError(path as Path<Values>, { message: currentLanguage() === 'en' ? messageEn : messageJa });
  }
}
