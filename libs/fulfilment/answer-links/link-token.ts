import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** SHA-256 is enough: what has 256 bits of chance in it cannot be found by trying. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * A token for one mail. It is made in the moment before the mail leaves, and only its hash is stored: no event, no table
 * and no log ever holds a link that works.
 */
export function newToken(): { readonly token: string; readonly tokenHash: Buffer } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}
