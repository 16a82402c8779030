import pg from 'pg';
import type { PostgresSecrets } from './postgres-folder.js';
import { ensureProcessUsers } from './process-users.js';

/** The role and the database of the product. */
const NAME = 'yui';

/** Where the product finds its database; holds the password. */
export function databaseUrlOf({ port, password }: Pick<PostgresSecrets, 'port' | 'password'>, database = NAME): string {
  return `postgres://${NAME}:${password}@127.0.0.1:${port}/${database}`;
}

function adminUrlOf({ port, adminPassword }: Pick<PostgresSecrets, 'port' | 'adminPassword'>): string {
  return `postgres://postgres:${adminPassword}@127.0.0.1:${port}/postgres`;
}

/** Whether PostgreSQL answers yet. A refused password is an answer: it comes from somebody else's server. */
export async function isAnswering(secrets: PostgresSecrets): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrlOf(secrets), connectionTimeoutMillis: 2_000 });
  // A server that goes away between two looks is no reason to end the launcher.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Creates the role and the database of the product where missing; the role is an ordinary one, never a superuser, so the
 * roles it acts as are made here, too.
 */
export async function ensureDatabase(
  secrets: PostgresSecrets,
  options: { mayCreateDatabases: boolean },
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrlOf(secrets) });
  // What is lost with the connection is told by the statement that waits for it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [NAME]);
    const verb = role.rowCount ? 'ALTER' : 'CREATE';
    const right = options.mayCreateDatabases ? 'CREATEDB' : 'NOCREATEDB';
    await client.query(`${verb} ROLE ${NAME} LOGIN ${right} PASSWORD ${client.escapeLiteral(secrets.password)}`);
    const { ensureRoles } = await import('#yui/platform');
    await ensureRoles(client, NAME);
    await ensureProcessUsers(client, secrets.password);
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
    if (!database.rowCount) await client.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
  } finally {
    await client.end();
  }
}
