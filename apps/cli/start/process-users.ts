import { createHash } from 'node:crypto';
import pg from 'pg';
import { CliError } from '../command.js';

type ProcessName = 'api' | 'worker';

/** Whom the processes sign in as. Each may act as its role and as no other; the owner is for the launcher and the commands. */
const PROCESS_USERS = {
  api: { name: 'yui_api', role: 'yui_app' },
  worker: { name: 'yui_background', role: 'yui_worker' },
} as const;

/** The address of the database for one process. Its password says nothing about that of the owner, which it is made from. */
export function databaseUrlFor(process: ProcessName, databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.username = PROCESS_USERS[process].name;
  url.password = passwordFor(process, url.password);
  return url.href;
}

function passwordFor(process: ProcessName, ownerPassword: string): string {
  return createHash('sha256').update(`${process} ${ownerPassword}`).digest('base64url');
}

/** Makes the users of the processes on a server of our own, or gives them their password again. */
export async function ensureProcessUsers(client: pg.Client, ownerPassword: string): Promise<void> {
  for (const process of ['api', 'worker'] as const) {
    const { name, role } = PROCESS_USERS[process];
    const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
    const password = client.escapeLiteral(passwordFor(process, ownerPassword));
    await client.query(`${known.rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN PASSWORD ${password}`);
    await client.query(`GRANT ${role} TO ${name}`);
  }
}

/**
 * The addresses of the database for the processes on a server that somebody else keeps. The owner of DATABASE_URL makes the
 * users where it may and they are not there; users that are there are left as they are.
 * @throws CliError DATABASE.USERS_MISSING that says what to run and to set
 */
export async function processUrlsOn(databaseUrl: string): Promise<Readonly<Record<ProcessName, string>>> {
  const ownerPassword = new URL(databaseUrl).password;
  const urls = { api: databaseUrlFor('api', databaseUrl), worker: databaseUrlFor('worker', databaseUrl) };
  if (ownerPassword !== '') {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'yui-start' });
    await client.connect();
    try {
      const { rows } = await client.query<{ may_create: boolean; known: string }>(
        `SELECT rolsuper OR rolcreaterole AS may_create,
           (SELECT count(*) FROM pg_roles WHERE rolname = ANY ($1)) AS known
         FROM pg_roles WHERE rolname = current_user`,
        [Object.values(PROCESS_USERS).map(({ name }) => name)],
      );
      if (rows[0]?.may_create && Number(rows[0].known) === 0) await ensureProcessUsers(client, ownerPassword);
    } finally {
      await client.end();
    }
    if ((await canSignIn(urls.api)) && (await canSignIn(urls.worker))) return urls;
  }
  const statements = Object.values(PROCESS_USERS)
    .map(({ name, role }) => `CREATE ROLE ${name} LOGIN PASSWORD '…' IN ROLE ${role};`)
    .join(' ');
  throw new CliError(
    'DATABASE.USERS_MISSING',
    `API とワーカーには、それぞれ専用のデータベースユーザーが必要です。サーバーの管理者に次の文を一度だけ実行してもらい、API_DATABASE_URL と WORKER_DATABASE_URL に設定してください: ${statements}`,
    `The api and the worker each need a user of the database of their own. Have an administrator of the server run this once, and set API_DATABASE_URL and WORKER_DATABASE_URL: ${statements}`,
  );
}

async function canSignIn(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
