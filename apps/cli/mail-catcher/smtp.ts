import { SMTPServer } from 'smtp-server';
import type { MessageStore } from './message-store.js';

const MAX_BYTES = 25 * 1024 * 1024;

/** An SMTP server that takes every mail for everybody and sends none of them on. */
export function createSmtpServer(store: MessageStore): SMTPServer {
  return new SMTPServer({
    name: 'yui-mail-catcher',
    size: MAX_BYTES,
    // Loopback only, without a certificate: offering STARTTLS would make careful senders fail.
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anybody' }),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.once('error', (error) => done(error));
      stream.once('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('message exceeds the size limit'), { responseCode: 552 }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        store
          .add(Buffer.concat(chunks), {
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
          })
          .then(({ id }) => done(null, `kept as ${id}`))
          .catch((error: unknown) => done(Object.assign(new Error(String(error)), { responseCode: 451 })));
      });
    },
  });
}
