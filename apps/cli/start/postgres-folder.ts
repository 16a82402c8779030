import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { CliError } from '../command.js';
import { canRun, canWriteInto, choosePostgresAccount, type PostgresAccount } from './postgres-account.js';
import { findPostgresBinaries, programPath } from './postgres-binaries.js';

/** What the launcher remembers about its PostgreSQL. The file holds passwords and is readable by its owner only. */
export interface PostgresSecrets {
  port: number;
  /** Of the superuser `postgres`, used to create the database and nothing else. */
  adminPassword: string;
  /** Of the role `yui`, which owns the database and is what the product signs in as. */
  password: string;
}

/** One PostgreSQL of our own: where it lives, who runs it, which programs it uses. */
export interface PostgresFolder {
  /** `<data folder>/postgres`, or the place outside that it links to (see `openPostgresFolder`). */
  folder: string;
  cluster: string;
  nativeFolder: string;
  account: PostgresAccount;
}

/** Where root puts PostgreSQL when the account `postgres` cannot reach the project, for example below /root. */
const OUTSIDE = '/var/lib/yui';

/**
 * Makes the folder ready for the account PostgreSQL will run as. A project that this account cannot reach keeps its
 * PostgreSQL below /var/lib/yui, with `<data folder>/postgres` as a link to it, and the programs are copied there too.
 * @throws CliError POSTGRES.NO_BINARY, POSTGRES.NO_ACCOUNT, POSTGRES.BINARY_FAILS, POSTGRES.FOLDER_DENIED
 */
export function openPostgresFolder(dataFolder: string): PostgresFolder {
  const binaries = findPostgresBinaries();
  const account = choosePostgresAccount();
  const named = path.join(dataFolder, 'postgres');
  try {
    makeFolder(named, account);
  } catch (error) {
    throw folderDenied(named, String(error));
  }
  // The account may reach the goal of the link but not the link.
  const folder = realpathSync(named);
  if (!canWriteInto(folder, account)) throw folderDenied(folder, '');

  const inPlace = binaries.nativeFolder;
  const copied = path.join(folder, `programs-${binaries.version}`);
  const nativeFolder = canRun(programPath(inPlace, 'postgres'), account) ? inPlace : copied;
  if (nativeFolder === copied && account.uid !== undefined) copyPrograms(inPlace, copied);
  if (!canRun(programPath(nativeFolder, 'postgres'), account)) throw binaryFails(programPath(inPlace, 'postgres'));
  return { folder, cluster: path.join(folder, 'cluster'), nativeFolder, account };
}

function makeFolder(folder: string, account: PostgresAccount): void {
  if (existsSync(folder)) return;
  // A link whose goal is gone stands in the way.
  rmSync(folder, { force: true });
  mkdirSync(folder, { mode: 0o700 });
  if (account.uid === undefined || account.gid === undefined) return;
  chownSync(folder, account.uid, account.gid);
  if (canWriteInto(folder, account)) return;
  rmSync(folder, { recursive: true });
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  const outside = mkdtempSync(path.join(OUTSIDE, 'postgres-'));
  chownSync(outside, account.uid, account.gid);
  symlinkSync(outside, folder);
}

function copyPrograms(from: string, to: string): void {
  if (existsSync(to)) return;
  const half = `${to}.half`;
  rmSync(half, { recursive: true, force: true });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  // The umask of root may have kept everybody else out; nothing of the programs is secret.
  execFileSync('chmod', ['-R', 'a+rX', half]);
  renameSync(half, to);
}

export function readSecrets(folder: string): PostgresSecrets | undefined {
  try {
    return JSON.parse(readFileSync(secretsFile(folder), 'utf8')) as PostgresSecrets;
  } catch {
    return undefined;
  }
}

export function writeSecrets(folder: string, secrets: PostgresSecrets): void {
  const file = secretsFile(folder);
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function newSecrets(port: number): PostgresSecrets {
  const password = () => randomBytes(24).toString('base64url');
  return { port, adminPassword: password(), password: password() };
}

function secretsFile(folder: string): string {
  return path.join(folder, 'secrets.json');
}

function folderDenied(folder: string, details: string): CliError {
  const owner = existsSync(folder) ? `uid ${statSync(folder).uid}` : '?';
  return new CliError(
    'POSTGRES.FOLDER_DENIED',
    `データのフォルダー ${folder}（所有者 ${owner}）に書き込めません。前に起動したのと同じユーザーで実行してください。`,
    `The data folder ${folder} (owner ${owner}) cannot be written to. Run as the same user as before.`,
    details,
  );
}

function binaryFails(program: string): CliError {
  return new CliError(
    'POSTGRES.BINARY_FAILS',
    `PostgreSQL（${program}）がこの機械で動きません。DATABASE_URL で別の PostgreSQL を指定してください。`,
    `PostgreSQL (${program}) does not run on this machine. Point DATABASE_URL to another PostgreSQL server.`,
  );
}
