import { DomainError } from './domain-error.js';
import { platformErrors } from './platform.errors.js';

/**
 * What passes by itself, or once somebody has mended the machine: others hold what is needed (BUSY), what is needed cannot
 * be reached (UNAVAILABLE), or there is no room (NO_SPACE). Never the fault of what was asked for.
 */
export type PassingFault = 'BUSY' | 'UNAVAILABLE' | 'NO_SPACE';

/** Codes of PostgreSQL (SQLSTATE) and of Node.js. Source: PostgreSQL, Appendix A. */
const BUSY_CODES = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '55006', // object_in_use
  '55P03', // lock_not_available
  '57014', // query_canceled: statement_timeout, or an administrator
]);
const UNAVAILABLE_CODES = new Set([
  '25P03', // idle_in_transaction_session_timeout: this process stood still
  '25P04', // transaction_timeout
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EMFILE',
  'ENETDOWN',
  'ENETUNREACH',
  'ENFILE',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
const NO_SPACE_CODES = new Set(['53100', 'ENOSPC', 'EDQUOT']);
/** Connections, resources, and the machine below PostgreSQL. */
const UNAVAILABLE_CLASSES = new Set(['08', '53', '58']);

/** What `pg`, its pool and TypeORM say without a code. */
const MESSAGES: Readonly<Record<string, PassingFault>> = {
  'timeout exceeded when trying to connect': 'BUSY',
  'Query read timeout': 'UNAVAILABLE',
  'timeout expired': 'UNAVAILABLE',
  'Connection terminated': 'UNAVAILABLE',
  'Connection terminated unexpectedly': 'UNAVAILABLE',
  'Connection terminated due to connection timeout': 'UNAVAILABLE',
  'Client was closed and is not queryable': 'UNAVAILABLE',
  'Client has encountered a connection error and is not queryable': 'UNAVAILABLE',
  'Cannot use a pool after calling end on the pool': 'UNAVAILABLE',
};
const TYPEORM_NAMES = new Set([
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
  'TransactionNotStartedError',
  'CannotExecuteNotConnectedError',
]);
const DOMAIN_CODES: Readonly<Record<string, PassingFault>> = {
  'PLATFORM.BUSY': 'BUSY',
  'PLATFORM.UNAVAILABLE': 'UNAVAILABLE',
  'PLATFORM.NO_SPACE': 'NO_SPACE',
};

/** Errors wrap errors; deeper than this is no chain but a circle. */
const MAX_DEPTH = 5;

/** @returns null: whatever was asked for fails by itself, today and tomorrow */
export function passingFaultOf(error: unknown, depth = 0): PassingFault | null {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return null;
  if (error instanceof DomainError) return DOMAIN_CODES[error.code] ?? null;
  const { name, message, code, driverError, cause, errors } = error as Readonly<Record<string, unknown>>;
  const own = (typeof code === 'string' ? faultOfCode(code) : null) ?? MESSAGES[String(message)] ?? null;
  if (own) return own;
  if (TYPEORM_NAMES.has(String(name))) return 'UNAVAILABLE';
  // A name with several addresses has several errors: each was tried in vain.
  for (const deeper of [driverError, cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])]) {
    const fault = passingFaultOf(deeper, depth + 1);
    if (fault) return fault;
  }
  return null;
}

/** The error that says so to the one who asked; null: it is none that passes. */
export function passingErrorFor(error: unknown): DomainError | null {
  if (error instanceof DomainError) return null;
  const fault = passingFaultOf(error);
  return fault && platformErrors[fault]();
}

function faultOfCode(code: string): PassingFault | null {
  if (NO_SPACE_CODES.has(code)) return 'NO_SPACE';
  if (BUSY_CODES.has(code)) return 'BUSY';
  const isClass = code.length === 5 && UNAVAILABLE_CLASSES.has(code.slice(0, 2));
  return isClass || UNAVAILABLE_CODES.has(code) ? 'UNAVAILABLE' : null;
}
