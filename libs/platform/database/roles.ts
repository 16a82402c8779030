import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Connection } from './connection.js';

/**
 * The roles of the database. None of them signs in: a process signs in as the user of its DATABASE_URL and is one of these
 * from its first statement on, so that neither the api nor the worker owns a table or gets past row-level security.
 */
export const DATABASE_ROLES = ['yui_migrator', 'yui_app', 'yui_worker', 'yui_auditor'] as const;
/** Owner of all tables; the api; the worker and the command line; anyone who checks the audit. */
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/**
 * The right to act as a role. From PostgreSQL 16 on the one who creates one may give it away, and is none the less not allowed to
 * act as it; before, to be a member was enough.
 */
const MAY_ACT = `CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END`;

const INSUFFICIENT_PRIVILEGE = '42501';
/** Roles belong to the whole server: another database may be prepared at this moment. */
const SOMEBODY_WAS_FIRST = new Set(['42710', '23505', 'XX000']);
const MAX_ATTEMPTS = 10;

/** The user of the database may neither create the roles of the product nor become them. */
export class RolesMissing extends Error {
  override readonly name = 'RolesMissing';
  /** What an administrator of the server runs once. */
  readonly remedy: string;
  constructor(user: string) {
    super(`${user} may not create the roles ${DATABASE_ROLES.join(', ')}, or not act as them`);
    this.remedy = rolesByHand(user);
  }
}

function rolesByHand(user: string): string {
  const roles = DATABASE_ROLES.join(', ');
  return [...DATABASE_ROLES.map((role) => `CREATE ROLE ${role} NOLOGIN;`), `GRANT ${roles} TO "${user}";`].join(' ');
}

/**
 * Makes sure that the roles are there and that `member` may act as them. Changes nothing where they are.
 * @throws RolesMissing
 */
export async function ensureRoles(client: pg.Client, member: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      for (const role of DATABASE_ROLES) await ensureRole(client, role, member);
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === INSUFFICIENT_PRIVILEGE) throw new RolesMissing(member);
      if (!SOMEBODY_WAS_FIRST.has(code ?? '') || attempt === MAX_ATTEMPTS) throw error;
      await pause(Math.random() * 50 * attempt);
    }
  }
}

/**
 * Whether the roles are there, or can be made by the user of the address.
 * @throws RolesMissing
 */
export async function checkRoles(databaseUrl: string): Promise<void> {
  const client = new Connection({ connectionString: databaseUrl, application_name: 'yui-doctor' });
  await client.connect();
  try {
    const { rows } = await client.query<{ user: string; may_create: boolean; held: string }>(
      `SELECT current_user AS user, rolsuper OR rolcreaterole AS may_create,
         (SELECT count(*) FROM pg_roles held WHERE held.rolname = ANY ($1) AND pg_has_role(held.oid, ${MAY_ACT})) AS held
       FROM pg_roles WHERE rolname = current_user`,
      [DATABASE_ROLES],
    );
    const [user] = rows;
    if (user && !user.may_create && Number(user.held) < DATABASE_ROLES.length) throw new RolesMissing(user.user);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: DatabaseRole, member: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (!found.rowCount) await client.query(`CREATE ROLE ${role} NOLOGIN`);
  const held = await client.query<{ is_held: boolean }>(`SELECT pg_has_role($1, $2, ${MAY_ACT}) AS is_held`, [
    member,
    role,
  ]);
  if (!held.rows[0]?.is_held) await client.query(`GRANT ${role} TO ${client.escapeIdentifier(member)}`);
}

/** The setting with which a connection begins as `role`. What the address says itself stays. */
export function startupOptions(
  databaseUrl: string,
  role: DatabaseRole | undefined,
  limits: readonly string[] = [],
): string {
  return [
    new URL(databaseUrl).searchParams.get('options'),
    role && `-c role=${role}`,
    // Locks are taken for READ COMMITTED, whatever the server is set to.
    String.raw`-c default_transaction_isolation=read\ committed`,
    // Policies make statements look expensive; compiling them would take longer than running them.
    '-c jit=off',
    ...limits,
  ]
    .filter(Boolean)
    .join(' ');
}

/** For clients that connect by themselves; an address with options of its own would hide the others. */
export function connectionAs(
  databaseUrl: string,
  role: DatabaseRole,
  limits: readonly string[] = [],
): { readonly connectionString: string; readonly options: string } {
  const url = new URL(databaseUrl);
  url.searchParams.delete('options');
  return { connectionString: url.href, options: startupOptions(databaseUrl, role, limits) };
}
