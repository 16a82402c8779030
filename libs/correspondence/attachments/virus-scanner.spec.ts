import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { VirusScanner } from './virus-scanner.js';

/** What antivirus programs agree to take for a virus, in two parts, so that none takes this file for one. */
const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD${'-ANTIVIRUS-TEST-FILE!$H+H*'}`;

/** Speaks as the daemon of ClamAV does: reads a stream whole, then says what it found. */
async function startScanner(judge: (content: string) => string | null): Promise<Server> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      received = Buffer.concat([received, part]);
      const content = contentOf(received);
      if (content === null) return;
      const answer = judge(content);
      if (answer === null) socket.destroy();
      else socket.end(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** @returns null: more is to come. @throws Error when it is not what the protocol wants */
function contentOf(received: Buffer): string | null {
  const command = 'zINSTREAM\0';
  if (received.length < command.length) return null;
  if (received.subarray(0, command.length).toString() !== command) throw new Error('not the command');
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts).toString('latin1');
    if (at + 4 + length > received.length) return null;
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

describe('the virus scanner', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  const ask = async (judge: (content: string) => string | null, content: string) => {
    server = await startScanner(judge);
    const { port } = server.address() as AddressInfo;
    const scanner = new VirusScanner({ VIRUS_SCANNER_URL: `tcp://127.0.0.1:${port}` });
    return scanner.check(Buffer.from(content, 'latin1')).then(
      () => 'KEPT',
      (error: { code: string }) => error.code,
    );
  };
  const clamd = (content: string) =>
    content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';

  it.each([
    ['nothing bad', 'KEPT', clamd, '%PDF-1.7'],
    [
      'more than one chunk',
      'KEPT',
      (content: string) => (content.length === 200_000 ? 'stream: OK\0' : 'no'),
      'x'.repeat(200_000),
    ],
    ['a virus', 'ATTACHMENT.INFECTED', clamd, EICAR],
    ['what it does not look at', 'ATTACHMENT.SCANNER_AWAY', () => 'INSTREAM size limit exceeded. ERROR\0', 'x'],
    ['an answer that only looks good', 'ATTACHMENT.SCANNER_AWAY', () => 'stream: OK but\0', 'x'],
    ['a scanner that hangs up', 'ATTACHMENT.SCANNER_AWAY', () => null, 'x'],
  ] as const)('%s: %s', async (_name, expected, judge, content) => {
    expect(await ask(judge, content)).toBe(expected);
  });

  it('that is not there keeps nothing from being refused; that nobody named is not asked', async () => {
    server = await startScanner(() => null);
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server?.close(resolve));
    const away = new VirusScanner({ VIRUS_SCANNER_URL: `tcp://127.0.0.1:${port}` });
    await expect(away.check(Buffer.from('x'))).rejects.toMatchObject({ code: 'ATTACHMENT.SCANNER_AWAY' });
    await expect(new VirusScanner({ VIRUS_SCANNER_URL: null }).check(Buffer.from(EICAR))).resolves.toBeUndefined();
  });
});
