import { parseArgs } from 'node:util';
import { CliError, type Command } from '../command.js';

const USAGE = 'yui create-prefecture --code <CODE> --name <name> [--desks <CODE,CODE>]';

/** Takes up a prefecture and the desks it oversees; a platform administrator invites its officers. */
export const createPrefectureCommand: Command = {
  name: 'create-prefecture',
  summary: {
    ja: `都道府県と、その所管する窓口を登録します: ${USAGE}`,
    en: 'take up a prefecture and the desks it oversees',
  },
  async run(args) {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { code: text, name: text, desks: text } });
    const { code, name, desks = '' } = values;
    if (!code || !name) throw new CliError('CLI.BAD_ARGUMENT', `使い方: ${USAGE}`, `Usage: ${USAGE}`);
    const deskCodes = [...new Set(desks.split(',').filter((deskCode) => deskCode !== ''))];
    const { requireDatabaseUrl } = await import('../start/running-product.js');
    const databaseUrl = requireDatabaseUrl(process.env);
    const { createPrefectureIn } = await import('#yui/directory');
    const { DomainError } = await import('#yui/platform');
    const { explainDatabaseError } = await import('../database.js');
    try {
      await createPrefectureIn(databaseUrl, { code, name, deskCodes });
    } catch (error) {
      if (error instanceof DomainError) throw new CliError(error.code, error.messageJa, error.messageEn);
      throw explainDatabaseError(error, databaseUrl);
    }
    console.log(`✓ 「${name}」を登録しました（所管する窓口 ${deskCodes.length}）。担当者は運営者が招待します。`);
    console.log('✓ Added. A platform administrator invites its officers.');
    return 0;
  },
};
