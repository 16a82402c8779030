import { CliError } from './command.js';

/** Codes of Node.js and PostgreSQL for "nobody there", "wrong name or password", "no such database". */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ECONNRESET',
  '57P03',
]);
const REFUSED = new Set(['28P01', '28000', '3D000']);

/**
 * Brings the schema up to date.
 * @returns the names of the migrations that were applied
 * @throws CliError DATABASE.UNREACHABLE, DATABASE.REFUSED, or the error of a migration
 */
export async function migrateDatabase(databaseUrl: string): Promise<readonly string[]> {
  const { runMigrations } = await import('#yui/platform');
  try {
    return (await runMigrations(databaseUrl)).applied;
  } catch (error) {
    throw explainDatabaseError(error, databaseUrl);
  }
}

/** Turns the usual failures of a connection into sentences; gives back anything else unchanged. The password is omitted. */
export function explainDatabaseError(error: unknown, databaseUrl: string): unknown {
  const address = withoutPassword(databaseUrl);
  if (error instanceof Error && error.name === 'RolesMissing' && 'remedy' in error) {
    return new CliError(
      'DATABASE.ROLES_MISSING',
      `データベース ${address} のユーザーは、製品が使うロールを作れません。サーバーの管理者に、次の文を一度だけ実行してもらってください: ${String(error.remedy)}`,
      `The user of the database ${address} may not create the roles of the product. Ask an administrator of the server to run this once: ${String(error.remedy)}`,
    );
  }
  const code = findCode(error);
  if (code !== undefined && UNREACHABLE.has(code)) {
    return new CliError(
      'DATABASE.UNREACHABLE',
      `データベース ${address} につながりません（${code}）。サーバーが動いているか、DATABASE_URL が正しいかを確かめてください。`,
      `The database ${address} cannot be reached (${code}). Check that the server runs and that DATABASE_URL is right.`,
    );
  }
  if (code !== undefined && REFUSED.has(code)) {
    return new CliError(
      'DATABASE.REFUSED',
      `データベース ${address} に断られました（${code}）。DATABASE_URL のユーザー名、パスワード、データベース名を確かめてください。`,
      `The database ${address} refused us (${code}). Check user, password and database name in DATABASE_URL.`,
    );
  }
  return error;
}

function findCode(error: unknown): string | undefined {
  if (error instanceof AggregateError) return error.errors.map(findCode).find((code) => code !== undefined);
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

function withoutPassword(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `${host}${pathname}`;
  } catch {
    return '?';
  }
}
