import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = () => trace.getTracer('yui');

/** Traces `work` as a part of what is going on; outside of a trace it is only done. A failure is told by its code alone. */
export async function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (trace.getActiveSpan() === undefined) return work();
  return tracer().startActiveSpan(name, async (span) => ended(span, work));
}

/** Where the work now going on stands in its trace (W3C `traceparent`), to go on from there elsewhere; null: nothing is traced. */
export function currentTrace(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

/** Like `traced`, as what follows from work that may have ended in another process. */
export async function tracedAfter<T>(traceparent: string | null, name: string, work: () => Promise<T>): Promise<T> {
  if (traceparent === null) return work();
  const cause = propagation.extract(context.active(), { traceparent });
  return tracer().startActiveSpan(name, { kind: SpanKind.CONSUMER }, cause, async (span) => ended(span, work));
}

/** Traces one statement as a part of what is going on, without its values. @param ask sends it */
export function tracedStatement(statement: unknown, ask: () => unknown): unknown {
  const text = typeof statement === 'string' ? statement : (statement as { text?: unknown } | null)?.text;
  if (trace.getActiveSpan() === undefined || typeof text !== 'string') return ask();
  const withoutValues = text.replace(/'(?:[^']|'')*'/gu, "'…'");
  const attributes = { 'db.system.name': 'postgresql', 'db.query.text': withoutValues };
  const span = tracer().startSpan(/\w+/u.exec(text)?.[0] ?? 'statement', { attributes, kind: SpanKind.CLIENT });
  const answer = ask();
  if (answer instanceof Promise)
    void answer.catch(() => span.setStatus({ code: SpanStatusCode.ERROR })).finally(() => span.end());
  else span.end();
  return answer;
}

async function ended<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as { code?: unknown };
    span.setStatus({ code: SpanStatusCode.ERROR, message: typeof code === 'string' ? code : 'unexpected' });
    throw error;
  } finally {
    span.end();
  }
}
