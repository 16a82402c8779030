import { parseArgs } from 'node:util';
import { CliError, type Command } from '../command.js';
import { elapsedSeconds } from '../terminal.js';

const USAGE = 'yui backup <file>';

/** Writes the whole database into one file, while the product goes on. */
export const backup: Command = {
  name: 'backup',
  summary: {
    ja: `データベースの全体を、動かしたまま一つのファイルに書き出します: ${USAGE}`,
    en: 'write the whole database into one file, while the product goes on',
  },
  async run(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new CliError('CLI.BAD_ARGUMENT', `使い方: ${USAGE}`, `Usage: ${USAGE}`);
    const { requireDatabaseUrl } = await import('../start/running-product.js');
    const databaseUrl = requireDatabaseUrl(process.env);
    const { writeBackup } = await import('#yui/platform');
    const { explainDatabaseError } = await import('../database.js');
    try {
      const { tables, rows, sha256 } = await writeBackup(databaseUrl, file, new Date());
      console.log(`✓ ${tables} 表、${rows} 行を ${file} に書き出しました（${elapsedSeconds()} 秒）。/ ${rows} rows.`);
      console.log(`  SHA-256 ${sha256}`);
      console.log('  帳票と添付ファイル（STORAGE_DIR または S3）は、このあとに別に写してください。');
      console.log('  Copy the files (STORAGE_DIR or S3) as well, after this.');
      return 0;
    } catch (error) {
      throw explainDatabaseError(error, databaseUrl);
    }
  },
};
