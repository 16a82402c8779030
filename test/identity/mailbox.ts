import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Message } from '../../apps/cli/mail-catcher/message-store.js';
import { startApi, type TestApi } from '../harness/api.js';
import { startTestMail, type TestMail } from '../harness/mail.js';
import { startWorker } from '../worker/worker-fixtures.js';

/** An api with a worker that really sends its mails, and the mailboxes they go to. */
export interface ApiWithMail {
  readonly api: TestApi;
  readonly mail: TestMail;
  /** The token in the link of the newest mail to this address with these words in its subject. */
  tokenFor(address: string, subject: string): Promise<string>;
  mailFor(address: string, subject: string): Promise<Message>;
  close(): Promise<void>;
}

export async function startApiWithMail(settings: Record<string, string> = {}): Promise<ApiWithMail> {
  const api = await startApi(settings);
  const mail = await startTestMail();
  const worker: NestFastifyApplication = await startWorker(api.databaseUrl, mail.smtpUrl);
  const mailFor = async (address: string, subject: string) =>
    mail.waitForMail((candidate) => candidate.to.includes(address) && candidate.subject.includes(subject));
  return {
    api,
    mail,
    mailFor,
    async tokenFor(address, subject) {
      const { text } = await mailFor(address, subject);
      const token = /#([\w-]{43})\b/.exec(text ?? '')?.[1];
      if (!token) throw new Error(`The mail holds no link with a token: ${text}`);
      return token;
    },
    async close() {
      await worker.close();
      await mail.close();
      await api.close();
    },
  };
}
