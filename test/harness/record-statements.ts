import type { DataSource, Logger } from 'typeorm';

/** A statement as it was sent. */
export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The SQL statements that go through `db` while `work` runs. */
export async function recordStatements(db: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  return (await recordSent(db, work)).map(({ text }) => text);
}

/** The same with their values. */
export async function recordSent(db: DataSource, work: () => Promise<unknown>): Promise<SentStatement[]> {
  const statements: SentStatement[] = [];
  const silent = () => undefined;
  const recorder: Logger = {
    logQuery: (text, values) => void statements.push({ text, values: (values ?? []) as readonly unknown[] }),
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
