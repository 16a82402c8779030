import pg from 'pg';
import { defineErrors } from '../errors/domain-error.js';
import type { DatabaseRole } from './roles.js';

const errors = defineErrors('DATABASE', {
  USER_TOO_POWERFUL: {
    ja: "データベースのユーザー「{user}」の権限が強すぎます（{rights}）。この処理専用のユーザーを作り、DATABASE_URL に設定してください: CREATE ROLE … LOGIN PASSWORD '…' IN ROLE {role};",
    en: "The user {user} of the database may do too much ({rights}). Make one for this process alone and set DATABASE_URL: CREATE ROLE … LOGIN PASSWORD '…' IN ROLE {role};",
  },
});

/**
 * A process signs in as a user that may be its own role and nothing else: anyone who could run any SQL in it must not be able to
 * become the owner of the tables, or get past row-level security.
 * @throws DATABASE.USER_TOO_POWERFUL
 */
export async function requireNarrowUser(databaseUrl: string, role: DatabaseRole): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'yui-start' });
  await client.connect();
  try {
    const { rows } = await client.query<{ user: string; rights: string[] }>(
      `SELECT rolname AS user, array_remove(ARRAY[
           CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END,
           CASE WHEN rolcreaterole THEN 'CREATEROLE' END, CASE WHEN rolreplication THEN 'REPLICATION' END], NULL)
         || ARRAY(SELECT other.rolname::text FROM pg_roles other
                  WHERE NOT self.rolsuper AND other.oid <> self.oid AND other.rolname <> $1
                    AND pg_has_role(self.oid, other.oid, 'MEMBER') ORDER BY other.rolname) AS rights
       FROM pg_roles self WHERE rolname = session_user`,
      [role],
    );
    const [found] = rows;
    if (found && found.rights.length > 0) {
      throw errors.USER_TOO_POWERFUL({ user: found.user, rights: found.rights.join(', '), role });
    }
  } finally {
    await client.end();
  }
}
