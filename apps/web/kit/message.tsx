import { type ReactNode, useEffect, useRef } from 'react';
import { Fault } from '../data/fault.js';
import { useCommon } from '../words/common/index.js';
import { useLanguage } from '../words/language.js';
import { announce } from './announce.js';
import { rich } from './rich.js';
import { Sign, type SignShape } from './sign.js';

export type MessageKind = 'info' | 'success' | 'warning' | 'error';

const LOOKS: Readonly<Record<MessageKind, string>> = {
  info: 'border-blue-900 bg-blue-50',
  success: 'border-green-900 bg-green-50',
  warning: 'border-orange-900 bg-orange-50',
  error: 'border-red-900 bg-red-50',
};
const SIGNS: Readonly<Record<MessageKind, SignShape>> = {
  info: 'info',
  success: 'check',
  warning: 'alert',
  error: 'cross',
};

/** A sentence that stays until it is no longer true. */
export function Message({
  kind = 'info',
  heading,
  children,
}: {
  readonly kind?: MessageKind;
  readonly heading?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`my-4 flex gap-3 rounded-lg border-2 p-4 ${LOOKS[kind]}`}>
      <span
        aria-hidden="true"
        className="flex size-7 shrink-0 items-center justify-center rounded-full border-2 border-current font-bold"
      >
        <Sign shape={SIGNS[kind]} />
      </span>
      <div className="min-w-0 flex-1">
        {heading === undefined ? null : <p className="font-bold">{rich(heading)}</p>}
        {typeof children === 'string' ? <p>{rich(children)}</p> : children}
      </div>
    </div>
  );
}

/** What has just been done, where the eye is; also said aloud, and focused when it takes the place of the form. */
export function Done({ children, takesFocus = false }: { readonly children: string; readonly takesFocus?: boolean }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    announce(children);
    if (takesFocus) ref.current?.focus();
  }, [children, takesFocus]);
  return (
    <div ref={ref} tabIndex={-1}>
      <Message kind="success">{children}</Message>
    </div>
  );
}

/** The sentence of the api, in the language of the page. */
export function useFaultSentence(): (error: unknown) => string {
  const { states } = useCommon();
  const language = useLanguage();
  return (error) => {
    if (error instanceof Fault) return language === 'en' ? error.messageEn : error.messageJa;
    return states.noAnswer;
  };
}

export function FaultMessage({
  error,
  isReading = false,
  children,
}: {
  readonly error: unknown;
  /** Nothing was to be changed, so that nothing is in doubt when no answer comes. */
  readonly isReading?: boolean;
  readonly children?: ReactNode;
}) {
  const sentenceOf = useFaultSentence();
  const { states } = useCommon();
  const requestId = error instanceof Fault && error.code === 'INTERNAL' ? error.requestId : null;
  return (
    <div role="alert">
      <Message kind="error">
        <p>{isReading && !(error instanceof Fault) ? rich(states.failed) : sentenceOf(error)}</p>
        {requestId === null ? null : <p className="text-sm text-quiet">{states.requestId(requestId)}</p>}
        {children}
      </Message>
    </div>
  );
}
