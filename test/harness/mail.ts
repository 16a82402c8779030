import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, MessageSummary } from '../../apps/cli/mail-catcher/message-store.js';
import { startMailCatcher } from '../../apps/cli/mail-catcher/mail-catcher.js';
import { testRunFolder } from './test-run.js';

export interface TestMail {
  /** For SMTP_URL. */
  smtpUrl: string;
  pageUrl: string;
  /** The newest mail that fits. @throws Error naming what did arrive when none comes in time */
  waitForMail(fits: (mail: MessageSummary) => boolean, deadlineMs?: number): Promise<Message>;
  /** Every mail so far, newest first. */
  list(): MessageSummary[];
  clear(): void;
  close(): Promise<void>;
}

const POLL_MS = 20;

/** The real mail catcher, inside this process, on free ports. */
export async function startTestMail(): Promise<TestMail> {
  const folder = mkdtempSync(path.join(testRunFolder(), 'mails-'));
  const catcher = await startMailCatcher({ folder, smtpPort: 0, httpPort: 0 });
  const { store } = catcher;
  return {
    smtpUrl: `smtp://127.0.0.1:${catcher.smtpPort}`,
    pageUrl: `http://127.0.0.1:${catcher.httpPort}`,
    list: () => store.list(),
    clear: () => store.clear(),
    async waitForMail(fits, deadlineMs = 60_000) {
      const deadline = performance.now() + deadlineMs;
      for (;;) {
        const found = store.list().find(fits);
        const message = found && (await store.read(found.id));
        if (message) return message;
        if (performance.now() > deadline) {
          const arrived = store.list().map(({ to, subject }) => `${to.join(',')}: ${subject}`);
          throw new Error(`no such mail in ${deadlineMs} ms; arrived: ${arrived.join(' | ') || 'none'}`);
        }
        await sleep(POLL_MS);
      }
    },
    async close() {
      await catcher.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
