import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource, type PersonActor, UnitOfWork } from '#yui/platform';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.js';

const SOMEBODY: PersonActor = {
  accountId: randomUUID(),
  role: 'DESK_ADMIN',
  organisationId: randomUUID(),
  requestId: null,
};
const PEOPLE = [SOMEBODY, { ...SOMEBODY, accountId: randomUUID() }];
const OFTEN = 25;

describe('Plans PostgreSQL keeps', () => {
  let database: TestDatabase;
  let db: DataSource;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await createDataSource({
      url: database.url,
      poolSize: 1,
      applicationName: 'test',
      role: 'yui_app',
    }).initialize();
    unitOfWork = new UnitOfWork(db);
    for (const person of PEOPLE) {
      await unitOfWork.run(person, async (tx) => {
        await tx.manager.query(
          `INSERT INTO idempotency_key (account_id, key, operation, input_hash) VALUES ($1, 'a-key-of-mine', 'o', 'h')`,
          [person.accountId],
        );
      });
    }
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const kept = async (statement: string) =>
    db.query<object[]>(`SELECT 1 FROM pg_prepared_statements WHERE statement = $1`, [statement]);

  it('are of what is asked often', async () => {
    const [often, seldom] = ['SELECT $1::int + 1', 'SELECT $1::int + 2'] as const;
    for (let asked = 0; asked < OFTEN; asked += 1) await db.query(often, [asked]);
    await db.query(seldom, [1]);
    expect(await kept(often)).toHaveLength(1);
    expect(await kept(seldom)).toHaveLength(0);
  });

  it('show everybody their own rows, one after the other on one connection', async () => {
    const statement = 'SELECT account_id AS "accountId" FROM idempotency_key WHERE operation = $1';
    for (let turn = 0; turn < OFTEN * 2; turn += 1) {
      const person = { ...PEOPLE[turn % 2]! };
      const rows = await unitOfWork.read(person, async (reader) => reader.query<object[]>(statement, ['o']));
      expect(rows).toEqual([{ accountId: person.accountId }]);
    }
    expect(await kept(statement)).toHaveLength(1);
    expect(await db.query(statement, ['o'])).toEqual([]);
  });
});
