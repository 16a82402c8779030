import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { AuditEntry, createDataSource, type PersonActor, SYSTEM, UnitOfWork } from '#yui/platform';
import { createTestDatabase } from '../harness/postgres.js';

/** A migrated database with one desk and nothing else, and the way the product writes into it. */
export interface AuditBench {
  readonly url: string;
  readonly db: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly deskId: string;
  readonly officer: PersonActor;
  /** One transaction with one entry; the number tells entries apart. */
  write(number: number, deskId?: string | null): Promise<void>;
  /** An order of the desk, as nobody entered it. */
  order(id: string): Promise<void>;
  /** Does what somebody with all rights to the database can do: past every trigger. */
  tamper(...statements: string[]): Promise<void>;
  /** Id of the entry at this place in the chain of the desk. */
  entryAt(sequence: number): Promise<string>;
  close(): Promise<void>;
}

export async function openAuditBench(poolSize = 4): Promise<AuditBench> {
  const database = await createTestDatabase();
  const db = createDataSource({ url: database.url, poolSize, applicationName: 'test' }, [AuditEntry]);
  await db.initialize();
  const unitOfWork = new UnitOfWork(db);
  const deskId = randomUUID();
  await db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'KOCHI', '高知県共同受注窓口')`, [deskId]);
  const officer: PersonActor = {
    accountId: randomUUID(),
    role: 'DESK_ADMIN',
    organisationId: deskId,
    requestId: 'request-1',
    address: '198.51.100.7',
  };
  return {
    url: database.url,
    db,
    unitOfWork,
    deskId,
    officer,
    async write(number, entryDeskId = deskId) {
      const fact = { deskId: entryDeskId, subjectType: 'Thing', subjectId: randomUUID() };
      await unitOfWork.run(entryDeskId === null ? SYSTEM : officer, async (tx) =>
        tx.audit('thing.change', fact, { 番号: number, before: { price: 1.5 }, after: { price: 2, label: '"改行\n' } }),
      );
    },
    async order(id) {
      const buyerId = randomUUID();
      await db.query(`INSERT INTO buyer (id, code, kind, name) VALUES ($1, $2, 'COMPANY', 'x')`, [buyerId, buyerId]);
      await db.query(
        `WITH somebody AS (INSERT INTO account (id, email, name) VALUES ($4, 'somebody@example.jp', 'Somebody') RETURNING id)
         INSERT INTO work_order (id, number, desk_id, buyer_id, status, title, created_by, created_at)
         SELECT $1::uuid, $1::text, $2, $3, 'DRAFT', 'x', id, now() FROM somebody`,
        [id, deskId, buyerId, randomUUID()],
      );
    },
    async tamper(...statements) {
      await db.query(`
        ALTER TABLE audit_entry DISABLE TRIGGER USER;
        ALTER TABLE audit_link DISABLE TRIGGER USER;
        ALTER TABLE audit_origin DISABLE TRIGGER USER;
        ALTER TABLE audit_link DROP CONSTRAINT audit_link_entry_id_fkey;
        ALTER TABLE audit_origin DROP CONSTRAINT audit_origin_entry_id_fkey;
        ${statements.join(';\n')}`);
    },
    async entryAt(sequence) {
      const [row] = await db.query<{ entry_id: string }[]>(
        'SELECT entry_id FROM audit_link WHERE desk_id = $1 AND sequence = $2',
        [deskId, sequence],
      );
      if (!row) throw new Error(`The chain has no link ${sequence}`);
      return row.entry_id;
    },
    async close() {
      await db.destroy();
      await database.drop();
    },
  };
}
