import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase } from '../harness/postgres.js';

/** A database with one desk, one buyer and as many submitted orders as a test asks for, written without use cases. */
export interface LightOrders {
  readonly databaseUrl: string;
  query<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Adds somebody to the desk. */
  hire(email: string): Promise<void>;
  /** Submits orders: everybody of the desk is to be told of each. */
  submit(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function createLightOrders(): Promise<LightOrders> {
  const database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  // Dropping the database throws out the one who is still connected.
  pool.on('error', () => undefined);
  const query = async <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await pool.query<Row>(statement, [...values])).rows;
  const [deskId, buyerId] = [randomUUID(), randomUUID()];
  await query(`INSERT INTO desk (id, code, name) VALUES ($1, 'DESK', '見本の窓口')`, [deskId]);
  await query(`INSERT INTO buyer (id, code, kind, name) VALUES ($1, 'BUYER', 'COMPANY', '見本の会社')`, [buyerId]);
  let submitted = 0;

  const hire = async (email: string) => {
    const accountId = randomUUID();
    await query(`INSERT INTO account (id, email, name, password_hash) VALUES ($1, $2, '担当者', 'nobody signs in')`, [
      accountId,
      email,
    ]);
    await query(
      `INSERT INTO role_grant (id, account_id, role, organisation_id) VALUES ($1, $2, 'DESK_COORDINATOR', $3)`,
      [randomUUID(), accountId, deskId],
    );
  };

  await hire('first@desk.example.jp');
  return {
    databaseUrl: database.url,
    query,
    hire,
    async submit(count) {
      for (let made = 0; made < count; made += 1) {
        submitted += 1;
        const workOrderId = randomUUID();
        await query(
          `INSERT INTO work_order (id, desk_id, number, buyer_id, title, status, created_by, created_at, submitted_at)
           SELECT $1, $2, $3, $4, $5, 'SUBMITTED', id, yui_now(), yui_now() FROM account LIMIT 1`,
          [workOrderId, deskId, `DESK-${submitted}`, buyerId, `案件${submitted}`],
        );
        await query(
          `INSERT INTO outbox_event (id, name, desk_id, payload) VALUES ($1, 'work-order.submitted', $2, $3)`,
          [randomUUID(), deskId, { workOrderId }],
        );
      }
    },
    async close() {
      await pool.end();
      await database.drop();
    },
  };
}
