import { createDesk } from '#yui/directory';
import pg from 'pg';
import { createTestDatabase } from '../harness/postgres.js';

const kochi = { code: 'KOCHI', name: '高知県共同受注窓口', adminName: '管理者', adminEmail: 'admin@desk.example.com' };

it('opens a desk with its first administrator and the reference lists, once', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    const { deskId, password } = await createDesk(database.url, kochi);
    expect(password.length).toBeGreaterThanOrEqual(15);
    await client.connect();
    const grants = await client.query('SELECT role, organisation_id FROM role_grant');
    expect(grants.rows).toEqual([{ role: 'DESK_ADMIN', organisation_id: deskId }]);
    const lists = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM work_type');
    expect(lists.rows[0]?.count).toBeGreaterThan(30);

    await expect(createDesk(database.url, kochi)).rejects.toMatchObject({ code: 'DESK.CODE_TAKEN' });
    await expect(createDesk(database.url, { ...kochi, code: 'kochi' })).rejects.toMatchObject({
      code: 'DESK.CODE_INVALID',
    });
    await expect(createDesk(database.url, { ...kochi, code: 'TOKU' })).rejects.toMatchObject({
      code: 'ACCOUNT.EMAIL_TAKEN',
    });
    const desks = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM desk');
    expect(desks.rows[0]?.count).toBe(1);
  } finally {
    await client.end();
    await database.drop();
  }
});
