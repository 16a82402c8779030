import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const FAULT = 500;

/**
 * Begins a trace with every request; what a caller sends as its own is not taken over. GraphQL names it by its operation
 * ({@link nameRequest}).
 */
export function installTraces(server: FastifyInstance): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  const tracer = trace.getTracer('yui');
  server.addHook('onRequest', async (request) => {
    const { method, routeOptions } = request;
    // Monitors ask all day, and nobody asks after them.
    if (/^\/(?:health\/|health$|metrics$)/u.test(routeOptions.url ?? '')) return;
    spans.set(request, tracer.startSpan(`${method} ${routeOptions.url ?? 'unknown'}`, { kind: SpanKind.SERVER }));
  });
  // Only here: reading the body leaves the context in which the request arrived.
  server.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) context.with(trace.setSpan(context.active(), span), done);
    else done();
  });
  server.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= FAULT) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}

/** Calls the request that is going on by what it asks for. */
export function nameRequest(name: string): void {
  trace.getActiveSpan()?.updateName(name);
}
