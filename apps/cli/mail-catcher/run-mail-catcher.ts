import path from 'node:path';
import { CliError } from '../command.js';
import { PROJECT_ROOT } from '../project-root.js';
import { requireFreePorts } from '../start/ports.js';
import { readPort } from '../start/start-settings.js';
import { startMailCatcher } from './mail-catcher.js';

const DEFAULT_SMTP_PORT = 4025;
const DEFAULT_HTTP_PORT = 4080;

/** Runs the mail catcher until SIGTERM or Ctrl-C. @throws CliError when a port cannot be had */
export async function runMailCatcher(env: Readonly<Record<string, string | undefined>>): Promise<number> {
  const smtpPort = readPort(env, 'SMTP_PORT') ?? DEFAULT_SMTP_PORT;
  const httpPort = readPort(env, 'HTTP_PORT') ?? DEFAULT_HTTP_PORT;
  const folder = path.resolve(PROJECT_ROOT, env.MAIL_FOLDER || path.join('.data', 'mails'));
  const host = '127.0.0.1';
  await requireFreePorts([
    { purposeJa: 'メール受信（SMTP）', purposeEn: 'mail catcher SMTP', setting: 'SMTP_PORT', host, port: smtpPort },
    { purposeJa: 'メール閲覧', purposeEn: 'mail catcher page', setting: 'HTTP_PORT', host, port: httpPort },
  ]);
  const stop = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  const catcher = await startMailCatcher({ folder, smtpPort, httpPort }).catch((error: unknown) => {
    throw new CliError(
      'MAIL.NOT_STARTED',
      'メール受信を起動できませんでした。',
      'The mail catcher could not be started.',
      String(error),
    );
  });
  console.log(`smtp://${host}:${catcher.smtpPort}  http://${host}:${catcher.httpPort}`);
  await stop;
  await catcher.close();
  return 0;
}
