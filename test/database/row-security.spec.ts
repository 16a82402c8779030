import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { createDataSource, type PersonActor, type Role, ROLES, SYSTEM, UnitOfWork } from '#yui/platform';
import { ROW_RULES, WITHOUT_RULES } from '../../libs/platform/database/row-security/rules.js';
import { startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';
import { fillTables, mirror } from './two-worlds.js';

const DENIED = { driverError: { code: '42501' } };
const TABLES = Object.keys(ROW_RULES);

/** While writing, people are found by links, addresses and roles, no matter who they are: the use cases ask who may. */
const PEOPLE = [
  ...['account', 'role_grant', 'session', 'passkey', 'totp', 'recovery_code', 'oidc_identity', 'known_place'],
  ...['api_token', 'invitation', 'attempt', 'challenge', 'mailed_token', 'password_reset'],
];
/** While writing, a desk compares a published list with all facilities there are, and the buyers that are new. */
const DIRECTORY = [
  ...['facility', 'membership', 'service_mention', 'registry_wage', 'capability', 'work_week', 'calendar_exception'],
  ...['facility_capacity', 'capacity_promise', 'facility_eligibility', 'head_count', 'buyer'],
];
/** Filled by hand for this test with one buyer and one facility, as no order of the product would. */
const NAMES_BY_HAND = [
  ...['contract', 'contract_milestone', 'timeline_entry', 'paper', 'settlement_line', 'payment', 'payment_part'],
  ...['invoice', 'invoice_line', 'facility', 'facility_eligibility', 'head_count', 'attachment', 'question'],
  ...['quote_candidate', 'reduction'],
];
/** What prefectures publish: anyone who is signed in may know it. */
const PUBLISHED = ['wage_rule'];
/** Events and what became of them hold ids alone; the platform sees which ones need a hand. */
const TASKS = ['outbox_event', 'task_trouble'];
const OF_THE_PLATFORM = ['desk', 'prefecture', 'prefecture_desk', 'platform_act'];

describe('Row-level security', () => {
  let api: TestApi;
  let app: DataSource;
  let worker: DataSource;
  let unitOfWork: UnitOfWork;
  const actors: PersonActor[] = [];
  /** The rows of the first of two worlds that have nothing to do with each other. */
  const ownRows = new Map<string, Set<string>>();

  const connect = async (role: 'yui_app' | 'yui_worker' | 'yui_auditor') =>
    createDataSource({ url: api.databaseUrl, poolSize: 3, applicationName: 'test', role }).initialize();

  const rowsOf = async (db: Pick<EntityManager, 'query'>, table: string) =>
    (await db.query<{ row: string }[]>(`SELECT t::text AS row FROM ${table} t`)).map(({ row }) => row);

  beforeAll(async () => {
    api = await startApi();
    const { db } = api;
    const coordinator = await api.as('COORDINATOR');
    const flow = new OrderFlow(api, await api.as('COMPANY'), coordinator);
    const order = await flow.order('DESK_CONTRACT', { quantity: 6000 });
    const [facility] = await flow.offer(order);
    await new OrderFlow(api, await api.as('CITY'), coordinator).order('REFERRAL');
    const [first] = await db.query<[{ desk: string; buyer: string }]>(
      'SELECT desk_id AS desk, buyer_id AS buyer FROM work_order WHERE id = $1',
      [order.id],
    );
    const accountId = randomUUID();
    await db.query(`INSERT INTO account (id, email, name) VALUES ($1, 'somebody@yui.example.com', 'Somebody')`, [
      accountId,
    ]);
    const parties = { account: accountId, ...first, facility: facility!, work_order: order.id };
    await fillTables(db, TABLES, parties);
    const [prefecture] = await db.query<[{ id: string }]>('SELECT prefecture_id AS id FROM prefecture_desk LIMIT 1');
    const organisationOf = (role: Role) =>
      ({
        BUYER: parties.buyer,
        DESK: parties.desk,
        FACILITY: parties.facility,
        PREFECTURE: prefecture.id,
        PLATFORM: '00000000-0000-0000-0000-000000000000',
      })[role.slice(0, role.indexOf('_'))]!;
    for (const role of ROLES) {
      actors.push({ accountId, role, organisationId: organisationOf(role), requestId: null });
    }
    for (const table of TABLES) ownRows.set(table, new Set(await rowsOf(db, table)));
    await mirror(db, TABLES);
    app = await connect('yui_app');
    worker = await connect('yui_worker');
    unitOfWork = new UnitOfWork(app);
  });
  afterAll(async () => {
    await app.destroy();
    await worker.destroy();
    await api.close();
  });

  it('covers every table with a rule or a reason', async () => {
    const tables = await api.db.query<{ name: string; is_forced: boolean; owner: string }[]>(
      `SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS is_forced, relowner::regrole::text AS owner
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
    );
    const known = [...TABLES, ...Object.keys(WITHOUT_RULES)];
    expect(tables.map(({ name }) => name).sort()).toEqual(known.sort());
    expect(
      tables
        .filter(({ is_forced }) => is_forced)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...TABLES].sort());
    expect(new Set(tables.map(({ owner }) => owner))).toEqual(new Set(['yui_migrator']));
  });

  it('has something to hide in every table', () => {
    expect(TABLES.filter((table) => ownRows.get(table)?.size === 0)).toEqual([]);
  });

  it.each(ROLES)('shows %s no row of the other world when a query asks for all', async (role) => {
    const actor = actors.find((candidate) => candidate.role === role)!;
    const foreign: string[] = [];
    for (const table of TABLES) {
      const seen = await unitOfWork.read(actor, async (db) => rowsOf(db, table));
      if (seen.some((row) => !ownRows.get(table)?.has(row))) foreign.push(table);
    }
    expect(foreign.filter((table) => !PUBLISHED.includes(table))).toEqual(
      role === 'PLATFORM_ADMIN' ? [...OF_THE_PLATFORM, ...TASKS] : [],
    );
  });

  it.each(ROLES)('lets %s see and change no row of the other world while it writes', async (role) => {
    const actor = actors.find((candidate) => candidate.role === role)!;
    const isForeign = (table: string, rows: readonly string[]) => rows.some((row) => !ownRows.get(table)?.has(row));
    const seen: string[] = [];
    const changed: string[] = [];
    for (const table of TABLES.filter((name) => !PEOPLE.includes(name))) {
      const rows = await unitOfWork.run(actor, async (tx) => rowsOf(tx.manager, table));
      if (isForeign(table, rows)) seen.push(table);
      if (isForeign(table, await changedRows(actor, table))) changed.push(table);
    }
    const isDesk = role.startsWith('DESK_');
    expect(seen.filter((table) => ![...PUBLISHED, ...(isDesk ? DIRECTORY : [])].includes(table))).toEqual(
      role === 'PLATFORM_ADMIN' ? [...OF_THE_PLATFORM, 'notification', 'audit_entry', 'audit_origin', ...TASKS] : [],
    );
    expect(changed).toEqual(role === 'PLATFORM_ADMIN' ? [...OF_THE_PLATFORM, 'notification', ...TASKS] : []);
  });

  /** Changes every row it can, and takes it back. */
  async function changedRows(actor: PersonActor, table: string): Promise<string[]> {
    const [column] = await api.db.query<[{ name: string }]>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1`,
      [table],
    );
    let rows: string[] = [];
    const back = new Error('taken back');
    await unitOfWork
      .run(actor, async (tx) => {
        const [changed] = await tx.manager.query<[{ row: string }[], number]>(
          `UPDATE ${table} SET ${column.name} = ${column.name} RETURNING ${table}::text AS row`,
        );
        rows = changed.map(({ row }) => row);
        throw back;
      })
      .catch((error: unknown) => {
        // Final rows refuse for everybody, and so does a right that nobody has.
        if (error !== back && !/never changed|permission denied/.test(String(error))) throw error;
      });
    return rows;
  }

  it.each(['BUYER_ADMIN', 'FACILITY_ADMIN'] as const)('shows %s no row of another party of its desk', async (role) => {
    const actor = actors.find((candidate) => candidate.role === role)!;
    const column = role === 'BUYER_ADMIN' ? 'buyer_id' : 'facility_id';
    const tables = await api.db.query<{ name: string }[]>(
      'SELECT attrelid::regclass::text AS name FROM pg_attribute WHERE attname = $1 AND attrelid::regclass::text = ANY ($2)',
      [column, TABLES],
    );
    const others: string[] = [];
    for (const { name } of tables) {
      const rows = await unitOfWork.read(actor, async (db) =>
        db.query<object[]>(`SELECT 1 FROM ${name} WHERE ${column} <> $1`, [actor.organisationId]),
      );
      if (rows.length > 0) others.push(name);
    }
    // All who were called read each question; the api keeps who asked to itself.
    expect(others.filter((name) => name !== 'call_question')).toEqual([]);
  });

  it('shows the buyer of a 契約型 order neither who works for it nor for how much', async () => {
    const buyer = actors.find(({ role }) => role === 'BUYER_ADMIN')!;
    const works = await api.db.query<{ id: string; name: string }[]>(
      `SELECT DISTINCT facility.id, facility.name FROM facility JOIN assignment ON assignment.facility_id = facility.id
       JOIN work_order ON work_order.id = work_order_id WHERE contract_type = 'DESK_CONTRACT' AND buyer_id = $1`,
      [buyer.organisationId],
    );
    expect(works.length).toBeGreaterThan(0);
    const [order] = await api.db.query<[{ id: string }]>(
      `SELECT work_order_id AS id FROM assignment JOIN work_order ON work_order.id = work_order_id
       WHERE contract_type = 'DESK_CONTRACT' AND buyer_id = $1 LIMIT 1`,
      [buyer.organisationId],
    );
    const told: string[] = [];
    for (const table of TABLES.filter((name) => !NAMES_BY_HAND.includes(name))) {
      const rows = await unitOfWork.read(buyer, async (db) => rowsOf(db, table));
      if (rows.some((row) => works.some(({ id, name }) => row.includes(id) || row.includes(name)))) told.push(table);
    }
    expect(told).toEqual([]);
    for (const table of ['assignment', 'quote_step', 'delivery', 'progress_report', 'allocation', 'allocation_share']) {
      const [{ count }] = await unitOfWork.read(buyer, async (db) =>
        db.query<[{ count: number }]>(
          table === 'quote_step'
            ? 'SELECT count(*) AS count FROM quote_step JOIN quote ON quote.id = quote_id WHERE work_order_id = $1'
            : `SELECT count(*) AS count FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`,
          [order.id],
        ),
      );
      expect([table, count]).toEqual([table, 0]);
    }
    const columns = await api.db.query<{ name: string }[]>(
      `SELECT attrelid::regclass || '.' || attname AS name FROM pg_attribute
       WHERE attrelid::regclass::text = ANY ($1) AND attnum > 0 AND attname ~ '^facility_.*(_sen|_yen)$'`,
      [TABLES],
    );
    const priced = ['occurrence_price', 'quote_step', 'standing_order_price'];
    expect(columns.map(({ name }) => name.split('.')[0]).sort()).toEqual(priced);
    for (const table of priced.filter((name) => name !== 'quote_step')) {
      expect([table, await unitOfWork.read(buyer, async (db) => rowsOf(db, table))]).toEqual([table, []]);
    }
  });

  it('shows nobody anything but the time', async () => {
    for (const [db, open] of [
      [app, ['clock_shift']],
      [worker, ['outbox_event', 'inbox_entry', 'task_trouble', 'clock_shift']],
    ] as const) {
      const seen: string[] = [];
      for (const table of TABLES) if ((await rowsOf(db, table)).length > 0) seen.push(table);
      expect(seen).toEqual(open);
    }
  });

  it('shows the product all rows in the worker, and in the api only what finds out who somebody is', async () => {
    const hidden: string[] = [];
    const shown: string[] = [];
    for (const table of TABLES) {
      const all = await rowsOf(api.db, table);
      const inWorker = await new UnitOfWork(worker).read(SYSTEM, async (db) => rowsOf(db, table));
      if (inWorker.length < all.length) hidden.push(table);
      if ((await unitOfWork.read(SYSTEM, async (db) => rowsOf(db, table))).length > 0) shown.push(table);
    }
    expect(hidden).toEqual([]);
    expect(shown.filter((table) => !PEOPLE.includes(table))).toEqual(
      TABLES.filter((table) => {
        const isFound = ['READ', 'WRITE'].includes(ROW_RULES[table]?.visitors ?? '') && !PEOPLE.includes(table);
        return isFound || table === 'clock_shift';
      }),
    );
  });

  describe('the roles', () => {
    it('are neither owner nor above the rules', async () => {
      const roles = await api.db.query<object[]>(
        `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcanlogin FROM pg_roles
         WHERE rolname IN ('yui_app', 'yui_worker', 'yui_auditor') ORDER BY rolname`,
      );
      const ordinary = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false };
      expect(roles).toEqual(['yui_app', 'yui_auditor', 'yui_worker'].map((rolname) => ({ rolname, ...ordinary })));
    });

    it.each([
      `UPDATE audit_entry SET action = 'x'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
      'DELETE FROM audit_link',
      'ALTER TABLE work_order DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE work_order NO FORCE ROW LEVEL SECURITY',
      'DROP POLICY may_see ON work_order',
      'CREATE TABLE mine (id int)',
    ])('refuse api and worker: %s', async (statement) => {
      await expect(app.query(statement)).rejects.toMatchObject(DENIED);
      await expect(worker.query(statement)).rejects.toMatchObject(DENIED);
    });

    it('refuse to leave the rules out', async () => {
      await expect(
        app.transaction(async (tx) => {
          await tx.query('SET LOCAL row_security = off');
          await tx.query('SELECT 1 FROM work_order');
        }),
      ).rejects.toMatchObject(DENIED);
    });

    it('refuse a row for another desk', async () => {
      const [stranger] = await api.db.query<[{ desk_id: string }]>(
        'SELECT desk_id FROM work_order_number WHERE desk_id <> $1',
        [actors.find(({ role }) => role === 'DESK_ADMIN')!.organisationId],
      );
      for (const actor of actors) {
        const write = unitOfWork.run(actor, async (tx) => {
          await tx.manager.query('INSERT INTO work_order_number VALUES ($1, 1999, 1)', [stranger.desk_id]);
        });
        await expect(write).rejects.toMatchObject(DENIED);
      }
    });

    it('let a desk register nobody who has not agreed, nor change what a registration says', async () => {
      const desk = actors.find(({ role }) => role === 'DESK_ADMIN')!;
      const as = (work: (manager: EntityManager) => Promise<unknown>) =>
        unitOfWork.run(desk, async (tx) => work(tx.manager));
      const [taken] = await api.db.query<[{ facility_id: string; buyer_id: string }]>(
        `SELECT facility_id, buyer_id FROM membership, desk_buyer
         WHERE membership.desk_id <> $1 AND left_on IS NULL AND desk_buyer.desk_id = membership.desk_id LIMIT 1`,
        [desk.organisationId],
      );
      const join = `INSERT INTO membership (id, desk_id, facility_id, joined_on) VALUES (gen_random_uuid(), $1, $2, '2026-04-01')`;
      await expect(as(async (db) => db.query(join, [desk.organisationId, taken.facility_id]))).rejects.toMatchObject(
        DENIED,
      );
      await expect(
        as(async (db) =>
          db.query('INSERT INTO desk_buyer (desk_id, buyer_id) VALUES ($1, $2)', [desk.organisationId, taken.buyer_id]),
        ),
      ).rejects.toMatchObject(DENIED);
      for (const change of [
        'UPDATE membership SET left_on = NULL, left_by = NULL',
        'UPDATE membership SET is_agreed = true',
        `UPDATE membership SET facility_id = '${taken.facility_id}'`,
        `UPDATE membership SET registered_at = '1990-01-01'`,
        'DELETE FROM membership',
        `INSERT INTO registration_code (code_hash, organisation_kind, organisation_id, issued_by, expires_at, used_at, used_by_desk)
         VALUES ('x', 'FACILITY', '${taken.facility_id}', '${desk.accountId}', now(), now(), '${desk.organisationId}')`,
      ]) {
        await expect(as(async (db) => db.query(change))).rejects.toMatchObject(DENIED);
      }
    });

    it.each(ROLES)(
      'let %s add no entry of another desk, person, organisation or time, and take no address away',
      async (role) => {
        const actor = actors.find((candidate) => candidate.role === role)!;
        const { accountId, organisationId } = actor;
        const [foreignDesk] = await api.db.query<[{ id: string }]>('SELECT id FROM desk WHERE NOT id = ANY($1)', [
          [...(ownRows.get('desk') ?? [])].map((row) => row.slice(1, 37)),
        ]);
        const add = async (entry: Record<string, unknown>) =>
          unitOfWork.run(actor, async (tx) => {
            const written = { deskId: null, accountId, role, organisationId, at: new Date(), ...entry };
            await tx.manager.query(
              `INSERT INTO audit_entry (id, at, desk_id, account_id, role, organisation_id, action, subject_type)
             VALUES ($1, $2, $3, $4, $5, $6, 'thing.change', 'Thing')`,
              [randomUUID(), written.at, written.deskId, written.accountId, written.role, written.organisationId],
            );
          });
        await add({});
        await add({ accountId: null, organisationId: null, role: 'SYSTEM' });
        const DAY = 86_400_000;
        const forged: Record<string, unknown>[] = [
          { accountId: randomUUID() },
          { organisationId: randomUUID() },
          { accountId: null },
          // The platform answers for all desks, and moves clocks.
          ...(role === 'PLATFORM_ADMIN'
            ? []
            : [{ deskId: foreignDesk.id }, { at: new Date(Date.now() - DAY) }, { at: new Date(Date.now() + DAY) }]),
        ];
        for (const entry of forged) await expect(add(entry)).rejects.toThrow(/row-level security/);
        const [, taken] = await unitOfWork.run(actor, async (tx) =>
          tx.manager.query<[unknown[], number]>(
            'DELETE FROM audit_origin WHERE entry_id IN (SELECT id FROM audit_entry WHERE account_id IS DISTINCT FROM $1)',
            [accountId],
          ),
        );
        if (role !== 'PLATFORM_ADMIN') expect(taken).toBe(0);
      },
    );

    it('let the auditor read the audit and nothing else', async () => {
      const auditor = await connect('yui_auditor');
      try {
        const all = await rowsOf(api.db, 'audit_entry');
        expect(all.length).toBeGreaterThan(0);
        expect(await rowsOf(auditor, 'audit_entry')).toHaveLength(all.length);
        for (const table of ['work_order', 'account', 'contract']) {
          await expect(rowsOf(auditor, table)).rejects.toMatchObject(DENIED);
        }
        await expect(auditor.query('DELETE FROM audit_origin')).rejects.toMatchObject(DENIED);
      } finally {
        await auditor.destroy();
      }
    });
  });

  it('a connection never keeps whose request it served before', async () => {
    const said = `SELECT current_setting('yui.organisation_id', true) AS organisation, pg_sleep(random() * 0.005)`;
    const asked = Array.from({ length: 300 }, async (_, i) => {
      const actor = { ...actors[i % actors.length]! };
      if (i % 3 === 0) {
        const [row] = await app.query<[{ organisation: string | null }]>(said);
        return (row.organisation ?? '') === '';
      }
      const read = async (db: EntityManager) => (await db.query<[{ organisation: string }]>(said))[0].organisation;
      const organisation =
        i % 3 === 1
          ? await unitOfWork.read(actor, read)
          : await unitOfWork
              .run(actor, async (tx) => {
                const answer = await read(tx.manager);
                // Also after a transaction that fails.
                if (i % 2 === 0) throw Object.assign(new Error('fails'), { answer });
                return answer;
              })
              .catch((error: { answer?: string }) => error.answer);
      return organisation === actor.organisationId;
    });
    expect((await Promise.all(asked)).every(Boolean)).toBe(true);
  });
});
