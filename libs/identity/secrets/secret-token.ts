import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, given out once. Only the hash is ever stored. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 is enough: what has 256 bits of chance in it cannot be found by trying. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
