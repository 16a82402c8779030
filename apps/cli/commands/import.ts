import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportReport, KindAnswer } from '#yui/directory';
import { CliError, type Command } from '../command.js';

const USAGE =
  'yui import <file> --desk <code> [--dry-run] [--source <name>] [--type <code>] [--kind <sheet or section>=<code>]… [--fiscal-year <year>]';

/** Brings a published list of facilities into the directory of a desk. */
export const importRegistry: Command = {
  name: 'import',
  summary: {
    ja: `事業所の名簿（CSV・Excel）を取り込みます: ${USAGE}`,
    en: 'import a list of facilities (CSV or Excel); --dry-run only shows what would change',
  },
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        desk: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        source: { type: 'string' },
        type: { type: 'string' },
        kind: { type: 'string', multiple: true, default: [] },
        'fiscal-year': { type: 'string' },
      },
    });
    const [file] = positionals;
    const kinds = values.kind.flatMap(kindAnswersOf);
    const year = values['fiscal-year'];
    if (year !== undefined && !/^\d{4}$/.test(year)) throw badArgument();
    if (file === undefined || positionals.length > 1 || values.desk === undefined) {
      throw badArgument();
    }
    const content = await readContent(file);
    const { requireDatabaseUrl } = await import('../start/running-product.js');
    const databaseUrl = requireDatabaseUrl(process.env);
    const report = await runImport(databaseUrl, values.desk, {
      fileName: path.basename(file),
      content,
      sourceName: values.source,
      defaultTypeCode: values.type,
      kinds,
      fiscalYear: year === undefined ? null : Number(year),
      isDryRun: values['dry-run'],
    });
    const { renderImportReport } = await import('#yui/directory');
    process.stdout.write(renderImportReport(report));
    return report.facilities.length === 0 && report.problems.length > 0 ? 1 : 0;
  },
};

function badArgument(): CliError {
  return new CliError('CLI.BAD_ARGUMENT', `使い方: ${USAGE}`, `Usage: ${USAGE}`);
}

/** `B型=B_TYPE` answers for the sheet and for the section of that name, and for cells that hold just that. */
function kindAnswersOf(argument: string): KindAnswer[] {
  const [, where = '', typeCode = ''] = /^(.+)=([A-Z_]+)$/u.exec(argument) ?? [];
  if (typeCode === '') throw badArgument();
  return [
    { section: where, typeCode },
    { sheet: where, typeCode },
    { value: where, typeCode },
  ];
}

async function readContent(file: string): Promise<Buffer> {
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

async function runImport(
  databaseUrl: string,
  deskCode: string,
  input: {
    fileName: string;
    content: Buffer;
    sourceName: string | undefined;
    defaultTypeCode: string | undefined;
    kinds: readonly KindAnswer[];
    fiscalYear: number | null;
    isDryRun: boolean;
  },
): Promise<ImportReport> {
  const { importRegistryFile } = await import('#yui/directory');
  const { DomainError } = await import('#yui/platform');
  const { explainDatabaseError } = await import('../database.js');
  try {
    return await importRegistryFile(databaseUrl, deskCode, input);
  } catch (error) {
    if (error instanceof DomainError) throw new CliError(error.code, error.messageJa, error.messageEn);
    throw explainDatabaseError(error, databaseUrl);
  }
}
