import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accessErrors, type Config, type DomainError, type PersonActor } from '#yui/platform';
import { reportUnexpected } from './report-unexpected.js';
import { POLICY } from '../policy.js';
import { LARGE_OPERATIONS } from '../reach.js';
import { httpErrors, MAX_LARGE_MB, MAX_USUAL_MB } from './http.errors.js';
import type { Identified, IdentifyCaller } from './identify-caller.js';
import { type RateLimits, UNITS_OF_REQUEST } from './rate-limits.js';
import type { Refusals } from './refusals.js';
import { statusOfPassing } from './unavailable.js';

export const GRAPHQL_PATH = '/graphql';
/** Below these lie files and pages of people who are signed in; the policy says which of them are for everybody. */
const FILE_PATHS = [
  '/move-in.xlsx',
  '/papers/',
  '/publications/',
  '/transfers/',
  '/journal',
  '/attachments',
  '/letters/',
  '/exports/',
  '/events',
];
/** What a file is sent as, whatever it is: a foreign page cannot send this without being asked first. */
export const FILE_MEDIA_TYPE = 'application/octet-stream';
export const BYTES_PER_MB = 1024 * 1024;

/** What the gate found out about a request that it let through. */
interface Admission extends Identified {
  readonly isLarge: boolean;
}

const NOBODY: Admission = {
  caller: null,
  sessionToken: null,
  place: { address: '', browserToken: null, userAgent: '' },
  providerSecret: null,
  isLarge: false,
};

const admissions = new WeakMap<FastifyRequest, Admission>();

export function admissionOf(request: FastifyRequest): Admission {
  return admissions.get(request) ?? NOBODY;
}

/** Who asks for a file or a page. @throws ACCESS.SIGN_IN_REQUIRED */
export function actorOf(request: FastifyRequest): PersonActor {
  const { caller } = admissionOf(request);
  if (!caller) throw accessErrors.SIGN_IN_REQUIRED();
  return caller.actor;
}

/**
 * Looks at every request of GraphQL before its body is read: only POST, only JSON, only from our own pages, only as large
 * as it may be. Then finds out, once, who is asking, and whether they have asked too often; of files, too.
 */
export function installRequestGate(
  server: FastifyInstance,
  config: Pick<Config, 'PUBLIC_URL' | 'ATTACHMENT_MAX_MB'>,
  identifyCaller: IdentifyCaller,
  rateLimits: RateLimits,
  refusals: Refusals,
): void {
  const publicOrigin = new URL(config.PUBLIC_URL).origin;

  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    const path = request.routeOptions.url ?? '';
    if (path !== GRAPHQL_PATH && !FILE_PATHS.some((start) => path.startsWith(start))) return;
    try {
      const refused =
        path === GRAPHQL_PATH
          ? faultOf(request, publicOrigin)
          : faultOfFile(request, publicOrigin, config.ATTACHMENT_MAX_MB);
      if (refused) return await refusals.send(request, reply, refused);
      const identified = await identifyCaller.execute(request);
      if (request.method === 'POST' && path !== GRAPHQL_PATH && !identified.caller) {
        return await refusals.send(request, reply, { status: 401, error: accessErrors.SIGN_IN_REQUIRED() });
      }
      const tooSoon = await rateLimits.take(identified, UNITS_OF_REQUEST);
      if (tooSoon) {
        void reply.header('retry-after', tooSoon.seconds);
        return await refusals.send(request, reply, { status: 429, error: tooSoon.error, caller: identified.caller });
      }
      // A machine whose token ended or never was is told so by the status, whatever it asks.
      if (request.headers.authorization !== undefined && !identified.caller) {
        return await refusals.send(request, reply, { status: 401, error: accessErrors.SIGN_IN_REQUIRED() });
      }
      const isLarge = path === GRAPHQL_PATH && lengthOf(request) > MAX_USUAL_MB * BYTES_PER_MB;
      if (isLarge && !maySendLarge(identified.caller?.actor ?? null)) {
        const error = httpErrors.BODY_TOO_LARGE({ most: MAX_USUAL_MB });
        return await refusals.send(request, reply, { status: 413, error, caller: identified.caller });
      }
      admissions.set(request, { ...identified, isLarge });
    } catch (error) {
      const failure = reportUnexpected(error);
      return refusals.send(request, reply, { status: statusOfPassing(failure.code) ?? 500, error: failure });
    }
  });
}

function faultOf(request: FastifyRequest, publicOrigin: string): { status: number; error: DomainError } | null {
  const { headers } = request;
  if (request.method !== 'POST') return { status: 405, error: httpErrors.POST_ONLY() };
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') return { status: 415, error: httpErrors.JSON_ONLY() };
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, headers.host, publicOrigin)) {
    return { status: 403, error: httpErrors.FOREIGN_ORIGIN() };
  }
  if (headers['content-length'] === undefined) return { status: 411, error: httpErrors.LENGTH_MISSING() };
  if (lengthOf(request) > MAX_LARGE_MB * BYTES_PER_MB) {
    return { status: 413, error: httpErrors.BODY_TOO_LARGE({ most: MAX_LARGE_MB }) };
  }
  return null;
}

/** A file is sent as it is, never as a form of a foreign page; how large it is, is said first. */
function faultOfFile(
  request: FastifyRequest,
  publicOrigin: string,
  maxMb: number,
): { status: number; error: DomainError } | null {
  const { headers, method } = request;
  if (method === 'GET' || method === 'HEAD') return null;
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, headers.host, publicOrigin)) {
    return { status: 403, error: httpErrors.FOREIGN_ORIGIN() };
  }
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== FILE_MEDIA_TYPE) return { status: 415, error: httpErrors.FILE_ONLY() };
  if (headers['content-length'] === undefined) return { status: 411, error: httpErrors.LENGTH_MISSING() };
  if (lengthOf(request) > maxMb * BYTES_PER_MB) {
    return { status: 413, error: httpErrors.BODY_TOO_LARGE({ most: maxMb }) };
  }
  return null;
}

/** The page comes from the address people open, or from the very address it calls (as when opened by number). */
export function isOwnOrigin(origin: string, host: string | undefined, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}

function lengthOf(request: FastifyRequest): number {
  return Number(request.headers['content-length']);
}

function maySendLarge(actor: PersonActor | null): boolean {
  const grants = LARGE_OPERATIONS.map((operation) => POLICY[operation]);
  return actor !== null && grants.some((grant) => Array.isArray(grant) && grant.includes(actor.role));
}
