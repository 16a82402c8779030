import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CliError, type Command } from '../command.js';

const USAGE = 'yui import-banks [<file.csv>]';

/** Brings banks and branches up to date: mergers are frequent, and a transfer to a closed branch comes back. */
export const importBanksCommand: Command = {
  name: 'import-banks',
  summary: {
    ja: `銀行と支店の一覧を新しくします（ファイルを指定すると、その分を足します）: ${USAGE}`,
    en: 'bring banks and branches up to date from the package zengin-code, or add those of a CSV file',
  },
  async run(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [file] = positionals;
    if (positionals.length > 1) throw new CliError('CLI.BAD_ARGUMENT', `使い方: ${USAGE}`, `Usage: ${USAGE}`);
    const { requireDatabaseUrl } = await import('../start/running-product.js');
    const databaseUrl = requireDatabaseUrl(process.env);
    const content = file === undefined ? null : { name: path.basename(file), content: await contentOf(file) };
    const { importBanks } = await import('#yui/directory');
    const { DomainError } = await import('#yui/platform');
    const { explainDatabaseError } = await import('../database.js');
    try {
      const { bankCount, branchCount, endedCount } = await importBanks(databaseUrl, content);
      console.log(`✓ ${bankCount} 銀行、${branchCount} 支店。一覧からなくなったもの: ${endedCount}`);
      console.log(`  ${bankCount} banks, ${branchCount} branches; no longer listed: ${endedCount}`);
      return 0;
    } catch (error) {
      if (error instanceof DomainError) throw new CliError(error.code, error.messageJa, error.messageEn);
      throw explainDatabaseError(error, databaseUrl);
    }
  },
};

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CliError(
      'IMPORT.FILE_UNREADABLE',
      `ファイル ${file} を読めません。場所と名前を確かめてください。`,
      `The file ${file} cannot be read. Check where it is and what it is called.`,
      String(error),
    );
  }
}
