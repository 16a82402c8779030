import { Fault, type FieldFault, NoAnswer } from './fault.js';
import type { TypedDocument } from './typed-document.js';

/** How long an answer is waited for. */
const PATIENCE_MS = 30_000;
const RELOADED = 'yui-reloaded-for';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly extensions: {
      readonly code: string;
      readonly messageJa: string;
      readonly messageEn: string;
      readonly details?: { readonly fields?: readonly FieldFault[] };
    };
  }[];
}

/**
 * Asks the api with a document it knows.
 * @param patienceMs how long an answer is waited for
 * @throws Fault when it says no, NoAnswer when it could not be reached
 */
export async function ask<Result, Variables>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<Result> {
  const response = await send(document, variables, signal, patienceMs);
  const answer = (await response.json().catch(() => ({}))) as Answer;
  const [error] = answer.errors ?? [];
  if (!error) {
    if (answer.data === undefined) throw new NoAnswer();
    return answer.data as Result;
  }
  const { code, messageJa, messageEn, details } = error.extensions;
  if (code === 'DOCUMENT.UNKNOWN') reloadOnce(document.id);
  if (code === 'ACCESS.SIGN_IN_REQUIRED') sessionEnded(document.name);
  throw new Fault(code, messageJa, messageEn, details?.fields ?? [], response.headers.get('x-request-id'));
}

async function send<Result, Variables>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  signal: AbortSignal | undefined,
  patienceMs: number,
): Promise<Response> {
  const timeout = AbortSignal.timeout(patienceMs);
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: document.id, operationName: document.name, variables }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NoAnswer();
  }
}

let sessionEnded: (documentName: string) => void = () => undefined;

/** Calls `listener` when the api no longer knows the session of this browser. */
export function onSessionEnd(listener: (documentName: string) => void): void {
  sessionEnded = listener;
}

/** The product was renewed while this page was open. Forms keep what was typed; see kit/filling.ts. */
export function reloadOnce(reason: string): void {
  if (sessionStorage.getItem(RELOADED) === reason) return;
  sessionStorage.setItem(RELOADED, reason);
  location.reload();
}
