import type { EntityManager } from 'typeorm';
import { requireLine } from '#yui/platform';
import { accountErrors } from './identity.errors.js';

const MAX_CHARACTERS = 254;
/** Not the whole grammar: one @, a domain with a dot, nothing that could break a header. */
const SHAPE = /^[^\s@<>()",;:\\[\]]+@[^\s@<>()",;:\\[\]]+\.[^\s@<>()",;:\\[\]]+$/;

/** @throws INPUT.TEXT_EMPTY, INPUT.TEXT_TOO_LONG, ACCOUNT.EMAIL_INVALID */
export function requireEmail(value: string): string {
  const email = requireLine('email', value.normalize('NFKC'), MAX_CHARACTERS);
  if (!SHAPE.test(email)) throw accountErrors.EMAIL_INVALID().at('email');
  return email;
}

/**
 * The address as accounts are told apart by it. Only the database knows: what is the same letter in lower case is not the
 * same everywhere (`İ`).
 */
export async function foldEmail(manager: EntityManager, email: string): Promise<string> {
  const [row] = await manager.query<[{ folded: string }]>('SELECT lower($1) AS folded', [email]);
  return row.folded;
}
