import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '#yui/platform';
import { startMailCatcher } from '../../apps/cli/mail-catcher/mail-catcher.js';
import { MailServer } from '../../libs/notifications/mail-server.js';
import { testRunFolder } from '../harness/test-run.js';

/** A key of the right size for each kind. */
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ED25519 = generateKeyPairSync('ed25519');
const pemOf = (key: typeof RSA.privateKey) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** RFC 6376, 3.4.2 and 3.4.4: how a verifier sees header and body. */
const relaxed = (text: string) => text.replace(/[ \t]+/g, ' ');
const header = (name: string, value: string) => `${name.toLowerCase()}:${relaxed(value.replace(/\r\n/g, '')).trim()}`;
const bodyOf = (text: string) =>
  `${relaxed(text)
    .replace(/ \r\n/g, '\r\n')
    .replace(/(\r\n)*$/, '')}\r\n`;

/** What a receiving server does with the key published in the DNS. */
function verify(raw: string): { isSigned: boolean; isTrue: boolean; tags: Record<string, string> } {
  const end = raw.indexOf('\r\n\r\n');
  const fields = raw
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
  const signature = fields.find(([name]) => name.toLowerCase() === 'dkim-signature');
  if (!signature) return { isSigned: false, isTrue: false, tags: {} };
  const tags = Object.fromEntries(
    signature[1].split(';').map((tag): [string, string] => {
      const [name = '', ...value] = tag.split('=');
      return [name.trim(), value.join('=').replace(/\s/g, '')];
    }),
  );
  const signed = (tags.h ?? '').split(':').map((name) => {
    const field = fields.findLast((each) => each[0].toLowerCase() === name.toLowerCase());
    return field ? `${header(...field)}\r\n` : '';
  });
  const text = signed.join('') + header(signature[0], signature[1].replace(/\bb=[^;]*$/, 'b='));
  const isTrue =
    createHash('sha256')
      .update(bodyOf(raw.slice(end + 4)))
      .digest('base64') === tags.bh &&
    createVerify('sha256')
      .update(text)
      .verify(RSA.publicKey, tags.b ?? '', 'base64');
  return { isSigned: true, isTrue, tags };
}

describe('a mail', () => {
  let folder: string;
  let catcher: Awaited<ReturnType<typeof startMailCatcher>>;
  const mail = {
    messageId: '<1@example.jp>',
    to: { name: '見本 花子', address: 'hanako@buyer.example.jp' },
    subject: '【結】お見積り',
    text: 'お見積りができました。\n\n',
    html: '<p>お見積りができました。</p>',
  };
  beforeAll(async () => {
    folder = mkdtempSync(path.join(testRunFolder(), 'signed-'));
    catcher = await startMailCatcher({ folder, smtpPort: 0, httpPort: 0 });
  });
  afterAll(async () => {
    await catcher.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const serverWith = (dkim: Record<string, string>) =>
    new MailServer(
      loadConfig({
        DATABASE_URL: 'postgres://localhost/none',
        SMTP_URL: `smtp://127.0.0.1:${catcher.smtpPort}`,
        MAIL_FROM: '結 Yui <yui@example.jp>',
        ...dkim,
      }),
    );
  const dkimWith = (pem: string) => {
    const file = path.join(folder, 'key.pem');
    writeFileSync(file, pem);
    return { MAIL_DKIM_DOMAIN: 'example.jp', MAIL_DKIM_SELECTOR: 'yui', MAIL_DKIM_KEY_FILE: file };
  };
  async function sent(dkim: Record<string, string>): Promise<string> {
    catcher.store.clear();
    await serverWith(dkim).send(mail);
    return readFileSync(path.join(folder, `${catcher.store.list()[0]?.id ?? ''}.eml`), 'latin1');
  }

  it('is signed so that who has the public key sees that nothing was changed', async () => {
    const raw = await sent(dkimWith(pemOf(RSA.privateKey)));
    expect(verify(raw)).toMatchObject({ isTrue: true, tags: { d: 'example.jp', s: 'yui', a: 'rsa-sha256' } });
    expect(verify(raw.replace(/^Subject: .*$/m, 'Subject: x')).isTrue).toBe(false);
    expect(verify(`${raw}x\r\n`).isTrue).toBe(false);
  });

  it('is not signed without a key', async () => {
    expect(verify(await sent({})).isSigned).toBe(false);
  });

  it.each([
    ['no key', ''],
    ['a public key', RSA.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['a key of another kind', pemOf(ED25519.privateKey)],
  ])('is never sent with %s: the process does not start, and says which file', (_name, pem) => {
    const dkim = dkimWith(pem);
    expect(() => serverWith(dkim)).toThrow(dkim.MAIL_DKIM_KEY_FILE);
  });
});
