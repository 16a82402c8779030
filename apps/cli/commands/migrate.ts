import { parseArgs } from 'node:util';
import { CliError, type Command } from '../command.js';

/** Brings the schema of DATABASE_URL, or of the running product, up to date. */
export const migrate: Command = {
  name: 'migrate',
  summary: { ja: 'データベースの形を最新にします', en: 'bring the database schema up to date' },
  async run(args) {
    parseArgs({ args, options: {} });
    const { findDatabaseUrl } = await import('../start/running-product.js');
    const { migrateDatabase } = await import('../database.js');
    const databaseUrl = findDatabaseUrl(process.env);
    if (databaseUrl === undefined) {
      throw new CliError(
        'DATABASE.NOT_NAMED',
        'DATABASE_URL を設定するか、先に npm start で起動してください。',
        'Set DATABASE_URL, or run npm start first.',
      );
    }
    const applied = await migrateDatabase(databaseUrl);
    for (const name of applied) console.log(`▸ ${name}`);
    console.log(`✓ 適用した変更: ${applied.length} 件 / Applied migrations: ${applied.length}`);
    return 0;
  },
};
