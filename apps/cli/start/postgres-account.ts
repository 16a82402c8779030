import { execFileSync, spawnSync } from 'node:child_process';
import { CliError } from '../command.js';

/** The operating system account PostgreSQL runs as; `{}`: our own. */
export interface PostgresAccount {
  uid?: number;
  gid?: number;
}

const ACCOUNT_NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root, so root lends it the account `postgres`, made on first use.
 * @throws CliError POSTGRES.NO_ACCOUNT
 */
export function choosePostgresAccount(): PostgresAccount {
  if (process.getuid?.() !== 0) return {};
  const account = findAccount();
  if (account) return account;
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT_NAME],
      {
        stdio: 'pipe',
      },
    );
  } catch (error) {
    throw noAccount(String(error));
  }
  const created = findAccount();
  if (!created) throw noAccount('');
  return created;
}

function findAccount(): PostgresAccount | undefined {
  const [uid, gid] = ['-u', '-g'].map((option) => {
    const { status, stdout } = spawnSync('id', [option, ACCOUNT_NAME], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function noAccount(details: string): CliError {
  return new CliError(
    'POSTGRES.NO_ACCOUNT',
    `PostgreSQL は root では動きません。一般ユーザーで実行するか、ユーザー ${ACCOUNT_NAME} を作ってください。`,
    `PostgreSQL does not run as root. Run as an ordinary user, or create the user ${ACCOUNT_NAME}.`,
    details,
  );
}

/** Whether the account can run this program, libraries and all folders on the way included. */
export function canRun(program: string, account: PostgresAccount): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether the account can write into a folder, which needs every folder above it to let it pass. */
export function canWriteInto(folder: string, account: PostgresAccount): boolean {
  const script = 'touch "$1/.probe" && rm "$1/.probe"';
  return spawnSync('/bin/sh', ['-c', script, 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
