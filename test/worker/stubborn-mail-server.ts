import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that does what a test wants. */
export interface StubbornMailServer {
  readonly smtpUrl: string;
  /** Message-IDs of mails whose content came in, taken or not. */
  readonly offered: string[];
  /** Message-IDs of mails it took. */
  readonly taken: string[];
  close(): Promise<void>;
}

export async function startStubbornMailServer(behaviour: {
  /** Takes the mail when this resolves. */
  readonly beforeTaking?: () => Promise<void>;
  /** Answers 550 to this recipient. */
  readonly unknownRecipient?: string;
  /** Answers 450 to this recipient, so often. */
  readonly putOff?: { readonly recipient: string; readonly times: number };
}): Promise<StubbornMailServer> {
  const offered: string[] = [];
  const taken: string[] = [];
  let putOff = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo: (address, _session, done) => {
      if (address.address === behaviour.putOff?.recipient && putOff < behaviour.putOff.times) {
        putOff += 1;
        done(Object.assign(new Error('come again'), { responseCode: 450 }));
        return;
      }
      const isUnknown = address.address === behaviour.unknownRecipient;
      done(isUnknown ? Object.assign(new Error(`${address.address} unknown`), { responseCode: 550 }) : null);
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const id = /^Message-ID: (.*)$/im.exec(Buffer.concat(chunks).toString())?.[1] ?? 'none';
        offered.push(id);
        void (behaviour.beforeTaking?.() ?? Promise.resolve()).then(() => {
          taken.push(id);
          done();
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    offered,
    taken,
    close: async () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
