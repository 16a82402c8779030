import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#yui/platform';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = 'sealed:';
const CLEAR = 'clear:';

/**
 * Keeps what the product must be able to read again (the secret of a second factor) unreadable in the database and its
 * backups, under SECRETS_KEY. What was stored before there was a key stays readable.
 */
@Injectable()
export class SecretBox {
  private readonly key: Buffer | null;

  constructor(@Inject(CONFIG) config: Pick<Config, 'SECRETS_KEY'>) {
    this.key = config.SECRETS_KEY === null ? null : Buffer.from(config.SECRETS_KEY, 'base64');
  }

  seal(secret: string): string {
    if (this.key === null) return CLEAR + secret;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, iv);
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return SEALED + Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
  }

  /** @throws Error when it was sealed under another key */
  open(stored: string): string {
    if (stored.startsWith(CLEAR)) return stored.slice(CLEAR.length);
    if (this.key === null) throw new Error('A sealed secret cannot be read without SECRETS_KEY');
    const bytes = Buffer.from(stored.slice(SEALED.length), 'base64');
    const decipher = createDecipheriv(ALGORITHM, this.key, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }
}
