import { parseArgs } from 'node:util';
import { CliError, type Command } from '../command.js';
import { elapsedSeconds } from '../terminal.js';

const USAGE = 'yui restore <file>';

/** Brings a backup back into an empty database, with its roles and rules, and proves that it is the same. */
export const restore: Command = {
  name: 'restore',
  summary: {
    ja: `バックアップを空のデータベースに戻し、同じものであることを確かめます: ${USAGE}`,
    en: 'bring a backup back into an empty database and prove that it is the same',
  },
  async run(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new CliError('CLI.BAD_ARGUMENT', `使い方: ${USAGE}`, `Usage: ${USAGE}`);
    const databaseUrl = process.env.DATABASE_URL;
    if (!databaseUrl) {
      throw new CliError(
        'DATABASE.NOT_NAMED',
        '戻す先の空のデータベースを DATABASE_URL で指定してください。',
        'Point DATABASE_URL to the empty database to restore into.',
      );
    }
    const { DomainError, restoreBackup } = await import('#yui/platform');
    const { explainDatabaseError } = await import('../database.js');
    try {
      const { createdAt, rows, applied, chains } = await restoreBackup(databaseUrl, file);
      const broken = chains.filter(({ fault }) => fault !== null).length;
      console.log(`✓ ${createdAt} の ${rows} 行を戻しました（${elapsedSeconds()} 秒）。/ Restored ${rows} rows.`);
      console.log(`  適用した変更 ${applied.length} 件 / ${applied.length} newer migrations applied`);
      const mark = broken === 0 ? '✓' : '✗';
      console.log(
        `${mark} 操作の記録 ${chains.length} 本のうち、合わないもの ${broken} 本 / ${broken} of ${chains.length} audit chains broken`,
      );
      return broken === 0 ? 0 : 1;
    } catch (error) {
      if (error instanceof DomainError) throw new CliError(error.code, error.messageJa, error.messageEn);
      throw explainDatabaseError(error, databaseUrl);
    }
  },
};
