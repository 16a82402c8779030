import { parseArgs } from 'node:util';
import { CliError, type Command } from '../command.js';

const USAGE = 'yui add-admin <mail address> --name <name>';

/** Makes the first account of an installation; its owner sets a password with the link in a mail. */
export const addAdmin: Command = {
  name: 'add-admin',
  summary: {
    ja: `最初の運営者を登録し、パスワードを決めるためのメールを送ります: ${USAGE}`,
    en: 'add the first platform administrator, who sets a password by mail',
  },
  async run(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { name: { type: 'string' } } });
    const [email] = positionals;
    if (email === undefined || positionals.length > 1 || values.name === undefined) {
      throw new CliError('CLI.BAD_ARGUMENT', `使い方: ${USAGE}`, `Usage: ${USAGE}`);
    }
    const { requireDatabaseUrl } = await import('../start/running-product.js');
    const databaseUrl = requireDatabaseUrl(process.env);
    const { addPlatformAdminTo } = await import('#yui/identity');
    const { DomainError } = await import('#yui/platform');
    const { explainDatabaseError } = await import('../database.js');
    try {
      await addPlatformAdminTo(databaseUrl, { email, name: values.name });
    } catch (error) {
      if (error instanceof DomainError) throw new CliError(error.code, error.messageJa, error.messageEn);
      throw explainDatabaseError(error, databaseUrl);
    }
    console.log('✓ 登録しました。メールのリンクからパスワードを決めてください（24時間以内）。');
    console.log('✓ Added. A mail brings the link to set a password (within 24 hours).');
    return 0;
  },
};
