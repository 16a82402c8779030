import { parseArgs } from 'node:util';
import type { Command } from '../command.js';

/** Keeps every mail on this machine and shows it on a page; `yui start` runs it as a process of its own. */
export const mailCatcher: Command = {
  name: 'mail-catcher',
  summary: {
    ja: 'メールを外に送らずに受け取り、画面で見せます（SMTP_PORT、HTTP_PORT、MAIL_FOLDER）',
    en: 'catch mail and show it on a page (SMTP_PORT, HTTP_PORT, MAIL_FOLDER)',
  },
  async run(args) {
    parseArgs({ args, options: {} });
    const { runMailCatcher } = await import('../mail-catcher/run-mail-catcher.js');
    return runMailCatcher(process.env);
  },
};
