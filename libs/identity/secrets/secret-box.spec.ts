import { randomBytes } from 'node:crypto';
import { SecretBox } from './secret-box.js';

const key = () => randomBytes(32).toString('base64');

describe('SecretBox', () => {
  it('gives back what it sealed, and seals the same thing differently each time', () => {
    const box = new SecretBox({ SECRETS_KEY: key() });
    expect(box.open(box.seal('秘密'))).toBe('秘密');
    expect(box.seal('x')).not.toBe(box.seal('x'));
    expect(box.seal('geheim')).not.toContain('geheim');
  });

  it('is opened by its own key only, and not when somebody changed it', () => {
    const box = new SecretBox({ SECRETS_KEY: key() });
    const sealed = box.seal('x');
    expect(() => new SecretBox({ SECRETS_KEY: key() }).open(sealed)).toThrow();
    expect(() => new SecretBox({ SECRETS_KEY: null }).open(sealed)).toThrow('SECRETS_KEY');
    expect(() => box.open(`${sealed.slice(0, -4)}AAA=`)).toThrow();
  });

  it('still reads what was stored before there was a key', () => {
    const stored = new SecretBox({ SECRETS_KEY: null }).seal('x');
    expect(new SecretBox({ SECRETS_KEY: key() }).open(stored)).toBe('x');
  });
});
