import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createPageServer } from './http.js';
import { MessageStore } from './message-store.js';
import { createSmtpServer } from './smtp.js';

const LOOPBACK = '127.0.0.1';

export interface MailCatcher {
  smtpPort: number;
  httpPort: number;
  store: MessageStore;
  close(): Promise<void>;
}

/**
 * Starts the SMTP server and the pages, both on loopback.
 * @param options.smtpPort 0: any free port
 * @throws the error of `listen` when a port cannot be had; nothing is left running then
 */
export async function startMailCatcher(options: {
  folder: string;
  smtpPort: number;
  httpPort: number;
}): Promise<MailCatcher> {
  const store = new MessageStore(options.folder);
  const smtp = createSmtpServer(store);
  const pages = createPageServer(store);
  // A sender that breaks off is its own trouble; without a listener it would end the process.
  smtp.on('error', () => undefined);

  pages.listen(options.httpPort, LOOPBACK);
  await once(pages, 'listening');
  try {
    smtp.listen(options.smtpPort, LOOPBACK);
    await once(smtp.server, 'listening');
  } catch (error) {
    pages.close();
    throw error;
  }
  return {
    smtpPort: (smtp.server.address() as AddressInfo).port,
    httpPort: (pages.address() as AddressInfo).port,
    store,
    close: async () => {
      pages.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => pages.close(() => resolve())),
        new Promise<void>((resolve) => smtp.close(() => resolve())),
      ]);
    },
  };
}
