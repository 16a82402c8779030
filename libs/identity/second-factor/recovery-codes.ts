import { randomInt } from 'node:crypto';
import type { Transaction } from '#yui/platform';
import { hashSecret } from '../secrets/secret-token.js';

const CODES = 10;
const CHARACTERS = 24;
/** No letter or digit that looks like another one. 30 ^ 24 possibilities: more than 117 bits, so that a fast hash is enough. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTVWXY';

/** Replaces all recovery codes of an account. @returns the new ones, to be shown once */
export async function replaceRecoveryCodes(tx: Transaction, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await tx.manager.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
  await tx.manager.query('INSERT INTO recovery_code (code_hash, account_id) SELECT unnest($2::bytea[]), $1', [
    accountId,
    codes.map((code) => hashOf(accountId, code)),
  ]);
  return codes;
}

/** @returns false when it is none of the account's, or was used before */
export async function useRecoveryCode(tx: Transaction, accountId: string, code: string): Promise<boolean> {
  const [rows] = await tx.manager.query<[object[], number]>(
    `UPDATE recovery_code SET used_at = now()
     WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING account_id`,
    [accountId, hashOf(accountId, code)],
  );
  return rows.length > 0;
}

function newCode(): string {
  const characters = Array.from({ length: CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** However a person types it: small letters, blanks, no dashes. */
function hashOf(accountId: string, code: string): Buffer {
  const typed = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return hashSecret(`${accountId} ${typed}`);
}
