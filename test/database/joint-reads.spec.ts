import type { DataSource, EntityManager } from 'typeorm';
import { createDataSource, type PersonActor, SYSTEM, UnitOfWork } from '#yui/platform';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.js';

const ACTOR: PersonActor = {
  accountId: '01990000-0000-7000-8000-000000000001',
  role: 'DESK_ADMIN',
  organisationId: '01990000-0000-7000-8000-000000000002',
  requestId: null,
};

/** Names the transaction, and the moment as which it sees everything. */
const transactionOf = async (db: EntityManager): Promise<string> =>
  (
    await db.query<[{ id: string }]>(`SELECT virtualxid || ' ' || pid AS id FROM pg_locks
     WHERE pid = pg_backend_pid() AND locktype = 'virtualxid'`)
  )[0].id;

describe('Reads of one request', () => {
  let database: TestDatabase;
  let db: DataSource;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    database = await createTestDatabase();
    const settings = { url: database.url, poolSize: 5, applicationName: 'test' };
    db = await createDataSource({ ...settings, role: 'yui_app' }).initialize();
    unitOfWork = new UnitOfWork(db);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('share one transaction, also those that come of what was read', async () => {
    const actor = { ...ACTOR };
    const nested = async () => {
      const first = await unitOfWork.read(actor, transactionOf);
      const others = await Promise.all([1, 2].map(async () => unitOfWork.read(actor, transactionOf)));
      return [first, ...others, await unitOfWork.read(actor, transactionOf)];
    };
    const all = (await Promise.all([nested(), nested()])).flat();
    expect(all).toHaveLength(8);
    expect(new Set(all).size).toBe(1);
  });

  it('share nothing with another request', async () => {
    const seen = await Promise.all(
      [ACTOR, ACTOR, SYSTEM, SYSTEM].map(async (actor) =>
        unitOfWork.read(actor === SYSTEM ? SYSTEM : { ...actor }, transactionOf),
      ),
    );
    expect(new Set(seen).size).toBe(4);
  });

  it('see what was written before them, also while others still read as it was', async () => {
    const actor = { ...ACTOR };
    const count = async (reader: EntityManager) =>
      (await reader.query<[{ count: number }]>('SELECT count(*) AS count FROM idempotency_key'))[0].count;
    const write = async () =>
      unitOfWork.run(actor, async (tx) => {
        await tx.manager.query(
          `INSERT INTO idempotency_key (account_id, key, operation, input_hash) VALUES ($1, 'a-key-of-mine', 'o', 'h')`,
          [actor.accountId],
        );
      });
    const [before, between] = await unitOfWork
      .read(actor, async (reader) => {
        const first = await count(reader);
        await write();
        return [first, await count(reader), unitOfWork.read(actor, count)] as const;
      })
      .then(async ([first, second, next]) => [[first, second], await next] as const);
    expect(before).toEqual([0, 0]);
    expect(between).toBe(1);
  });

  it('are told apart when one of them fails', async () => {
    const actor = { ...ACTOR };
    const results = await Promise.allSettled([
      unitOfWork.read(actor, async () => Promise.reject(new Error('mine'))),
      unitOfWork.read(actor, transactionOf),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});
