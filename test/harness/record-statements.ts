import type { DataSource, Logger } from 'typeorm';

/** The SQL statements that go through `db` while `work` runs. */
export async function recordStatements(db: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const silent = () => undefined;
  const recorder: Logger = {
    logQuery: (statement) => void statements.push(statement),
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  const before = db.logger;
  Object.assign(db, { logger: recorder });
  try {
    await work();
  } finally {
    Object.assign(db, { logger: before });
  }
  return statements;
}
