import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { type MailCatcher, startMailCatcher } from './mail-catcher.js';
import { type Message, MessageStore, type MessageSummary } from './message-store.js';

describe('mail catcher', () => {
  let folder: string;
  let catcher: MailCatcher;
  let pages: string;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'yui-mails-'));
    catcher = await startMailCatcher({ folder, smtpPort: 0, httpPort: 0 });
    pages = `http://127.0.0.1:${catcher.httpPort}`;
  });
  afterEach(async () => {
    await catcher.close();
    rmSync(folder, { recursive: true });
  });

  async function send(mail: {
    to: string;
    subject: string;
    bcc?: string;
    text?: string;
    html?: string;
  }): Promise<void> {
    const transport = createTransport(`smtp://127.0.0.1:${catcher.smtpPort}`);
    await transport.sendMail({
      from: '共同受注窓口 <desk@example.jp>',
      ...mail,
      attachments: [{ filename: '見積書.txt', content: '金 10,000 円' }],
    });
    transport.close();
  }

  async function list(search = ''): Promise<{ items: MessageSummary[]; totalItems: number }> {
    const response = await fetch(`${pages}/api/messages${search}`);
    expect(response.status).toBe(200);
    return (await response.json()) as { items: MessageSummary[]; totalItems: number };
  }

  it('takes a Japanese mail over SMTP and gives it back by the API', async () => {
    await send({
      to: 'Himawari@Example.jp',
      bcc: 'copy@example.jp',
      subject: '打診のお知らせ',
      text: '回答期限は明日です。',
    });
    const { items, totalItems } = await list();
    expect(totalItems).toBe(1);
    expect(items[0]).toMatchObject({
      subject: '打診のお知らせ',
      from: '共同受注窓口 <desk@example.jp>',
      to: ['himawari@example.jp', 'copy@example.jp'],
    });
    const message = (await (await fetch(`${pages}/api/messages/${items[0]?.id}`)).json()) as Message;
    expect(message.text.trim()).toBe('回答期限は明日です。');
    expect(message.attachments).toMatchObject([{ name: '見積書.txt', mimeType: 'text/plain' }]);
    const attachment = await fetch(`${pages}/messages/${items[0]?.id}/attachments/0`);
    expect(await attachment.text()).toBe('金 10,000 円');
    expect(attachment.headers.get('content-disposition')).toContain(encodeURIComponent('見積書.txt'));
  });

  it('filters by recipient and by time, newest first', async () => {
    await send({ to: 'a@example.jp', subject: 'first' });
    const between = new Date(Date.now() + 5);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await send({ to: 'b@example.jp', subject: 'second' });
    expect((await list()).items.map(({ subject }) => subject)).toEqual(['second', 'first']);
    expect((await list('?to=A@example')).items.map(({ subject }) => subject)).toEqual(['first']);
    expect((await list(`?since=${between.toISOString()}`)).items.map(({ subject }) => subject)).toEqual(['second']);
    expect((await fetch(`${pages}/api/messages?since=yesterday`)).status).toBe(400);
  });

  it('keeps every mail over a restart', async () => {
    await send({ to: 'a@example.jp', subject: 'kept' });
    const reopened = new MessageStore(folder);
    expect(reopened.list().map(({ subject }) => subject)).toEqual(['kept']);
    expect(await reopened.read(reopened.list()[0]?.id ?? '')).toMatchObject({ subject: 'kept' });
  });

  it('deletes all, on disk as well', async () => {
    await send({ to: 'a@example.jp', subject: 'gone' });
    expect((await fetch(`${pages}/api/messages`, { method: 'DELETE' })).status).toBe(204);
    expect((await list()).totalItems).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('shows what a mail says as text and its HTML only inside a sandbox', async () => {
    const evil = '<script>alert(1)</script>';
    await send({
      to: 'a@example.jp',
      subject: evil,
      text: `${evil} https://example.jp/invite?token="x`,
      html: `<p>招待</p>${evil}`,
    });
    const id = (await list()).items[0]?.id;
    for (const address of ['/', `/messages/${id}`, `/messages/${id}?lang=en`]) {
      const page = await fetch(`${pages}${address}`);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      const body = await page.text();
      expect(body).not.toContain('<script');
      expect(body).toContain('&lt;script&gt;');
    }
    const page = await (await fetch(`${pages}/messages/${id}`)).text();
    expect(page).toContain('<a href="https://example.jp/invite?token="');
    expect(page).toContain('sandbox="allow-popups');
    const html = await fetch(`${pages}/messages/${id}/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
  });

  it('answers in Japanese, and in English when asked', async () => {
    expect(await (await fetch(pages)).text()).toContain('<html lang="ja">');
    expect(await (await fetch(`${pages}/?lang=en`)).text()).toContain('No mail yet.');
    expect((await fetch(`${pages}/messages/..%2f..%2fsecrets`)).status).toBe(404);
  });

  it('answers nobody who comes by another name or from another site', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      request(`${pages}/api/messages`, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(403);
    const foreign = { method: 'POST', headers: { origin: 'https://evil.example' } };
    expect((await fetch(`${pages}/messages/delete`, foreign)).status).toBe(403);
  });

  it('survives a sender that breaks off in the middle of a mail', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(catcher.smtpPort, '127.0.0.1');
      socket.on('data', (chunk) => {
        const reply = chunk.toString();
        if (reply.startsWith('220')) socket.write('EHLO x\r\nMAIL FROM:<a@b.jp>\r\nRCPT TO:<c@d.jp>\r\nDATA\r\n');
        if (reply.includes('354')) socket.write('Subject: half', () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    await send({ to: 'a@example.jp', subject: 'whole' });
    expect((await list()).items.map(({ subject }) => subject)).toEqual(['whole']);
  });
});
