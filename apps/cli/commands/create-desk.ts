import { parseArgs } from 'node:util';
import { CliError, type Command } from '../command.js';

const USAGE = 'yui create-desk --code <CODE> --name <name> --admin-name <name> --admin-email <address>';

/** Opens the first desk of an installation with data of its own; its administrator invites everybody else. */
export const createDeskCommand: Command = {
  name: 'create-desk',
  summary: {
    ja: `窓口と最初の管理者を登録します: ${USAGE}`,
    en: 'open a desk with its first administrator',
  },
  async run(args) {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args,
      options: { code: text, name: text, 'admin-name': text, 'admin-email': text },
    });
    const { code, name, 'admin-name': adminName, 'admin-email': adminEmail } = values;
    if (!code || !name || !adminName || !adminEmail) {
      throw new CliError('CLI.BAD_ARGUMENT', `使い方: ${USAGE}`, `Usage: ${USAGE}`);
    }
    const { requireDatabaseUrl } = await import('../start/running-product.js');
    const databaseUrl = requireDatabaseUrl(process.env);
    const { createDesk } = await import('#yui/directory');
    const { DomainError } = await import('#yui/platform');
    const { explainDatabaseError } = await import('../database.js');
    try {
      const { password } = await createDesk(databaseUrl, { code, name, adminName, adminEmail });
      console.log(`✓ 窓口「${name}」を登録しました。 / The desk is open.`);
      console.log(`  ${adminEmail}  ${password}`);
      console.log('  最初のパスワードです。二度と表示されません。サインインしたら変更してください。');
      console.log('  This is the first password, shown only now. Change it after signing in.');
      return 0;
    } catch (error) {
      if (error instanceof DomainError) throw new CliError(error.code, error.messageJa, error.messageEn);
      throw explainDatabaseError(error, databaseUrl);
    }
  },
};
