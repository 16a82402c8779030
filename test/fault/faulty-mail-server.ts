import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** REFUSING: 421 to everything. DYING: takes the mail, and the connection is gone before it can say so. */
export type MailMood = 'WELL' | 'REFUSING' | 'SLOW' | 'DYING';

const SLOW_MS = 3000;

export interface FaultyMailServer {
  readonly smtpUrl: string;
  mood: MailMood;
  /** How often each mail was taken, by its Message-ID. */
  readonly taken: ReadonlyMap<string, number>;
  /** Mails taken by a server that died before it said so: these come again. */
  readonly swallowed: ReadonlySet<string>;
  close(): Promise<void>;
}

export async function startFaultyMailServer(): Promise<FaultyMailServer> {
  const taken = new Map<string, number>();
  const swallowed = new Set<string>();
  const state = { mood: 'WELL' as MailMood };
  const busy = () => Object.assign(new Error('try again later'), { responseCode: 421 });
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onMailFrom: (_address, _session, done) => done(state.mood === 'REFUSING' ? busy() : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const id = /^Message-ID: (.*)$/im.exec(Buffer.concat(chunks).toString())?.[1] ?? 'none';
        const { mood } = state;
        const take = () => {
          taken.set(id, (taken.get(id) ?? 0) + 1);
          if (mood !== 'DYING') return done();
          swallowed.add(id);
          return throwOut(server, session);
        };
        if (mood === 'SLOW') setTimeout(take, SLOW_MS);
        else take();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return Object.assign(state, {
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    swallowed,
    close: async () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

function throwOut(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of (
    server as unknown as { connections: Set<{ session: { id: string }; _socket: { destroy(): void } }> }
  ).connections) {
    if (connection.session.id === id) connection._socket.destroy();
  }
}
