import { createHash, randomInt } from 'node:crypto';
import { defineErrors, type Transaction } from '#yui/platform';

/** Letters and digits nobody mixes up when one tells them on the telephone (no I, L, O, U, 0, 1). */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;

const errors = defineErrors('REGISTRATION', {
  CODE_INVALID: {
    ja: '登録コードが違うか、期限が切れています。相手に新しい登録コードを発行してもらってください。',
    en: 'The registration code is wrong or too old. Ask the organisation for a new one.',
  },
});

/** A code of 58 random bits, such as `7KQM-2XWA-9RTB`. */
export function newRegistrationCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Case, width and hyphens do not matter: people type what they hear. */
export function hashRegistrationCode(code: string): Buffer {
  const letters = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(letters).digest();
}

/** Uses a code up. @returns the organisation that issued it @throws REGISTRATION.CODE_INVALID */
export async function redeemRegistrationCode(
  tx: Transaction,
  kind: 'BUYER' | 'FACILITY',
  code: string,
): Promise<string> {
  const [row] = await tx.manager.query<[{ id: string | null }]>('SELECT redeem_registration_code($1, $2) AS id', [
    hashRegistrationCode(code),
    kind,
  ]);
  if (row.id === null) throw errors.CODE_INVALID().at('registrationCode');
  return row.id;
}
