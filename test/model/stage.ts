import { randomUUID } from 'node:crypto';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { addDays, addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { ContractsModule, PapersModule } from '#yui/contracts';
import { DirectoryModule } from '#yui/directory';
import { IdentityModule } from '#yui/identity';
import { NotificationsModule } from '#yui/notifications';
import { ChangesModule } from '#yui/changes';
import { RecurringModule } from '#yui/recurring';
import { CorrespondenceModule } from '#yui/correspondence';
import { FulfilmentModule } from '#yui/fulfilment';
import { OrdersModule } from '#yui/orders';
import { SourcingModule } from '#yui/sourcing';
import { EventHandlers, loadConfig, OutboxRelay, PlatformModule, TaskProcessor, type TaskQueue } from '#yui/platform';
import { PRODUCT } from '#yui/product';
import { WagesModule } from '#yui/wages';
import { Deadlines } from '../../apps/worker/deadlines.js';
import { ApiError, type Client, startApi, type TestApi } from '../harness/api.js';
import { mutationText, withKey } from '../harness/mutation.js';
import { storageFolderOf } from '../harness/test-run.js';

type Task = Parameters<TaskQueue['add']>[0][number];

/** So few facilities that they meet in every order, and so small that they cannot do everything. */
const FACILITIES = 3;
const WORK_TYPE = 'ENVELOPE_STUFFING';
export const OTHER_WORK_TYPE = 'LABELLING';

/** Who acts: one person each, in the role they are named after. */
export interface Actor {
  readonly name: string;
  readonly kind: 'BUYER' | 'DESK' | 'FACILITY';
  readonly organisationId: string;
  readonly organisationName: string;
  readonly isGovernment: boolean;
  readonly client: Client;
}

/** What a request came to: null, or the code with which it was refused. */
export type Outcome = string | null;

/**
 * The product a model is run against: api, database, and the worker's handling of events and deadlines, called step by
 * step instead of by its loops, so that a run can be repeated.
 */
export class Stage {
  private constructor(
    readonly api: TestApi,
    private readonly worker: INestApplicationContext,
    private readonly sql: pg.Client,
    readonly buyers: readonly Actor[],
    readonly desk: Actor,
    readonly facilities: readonly Actor[],
    readonly strangers: readonly Actor[],
    private readonly emptyTables: readonly string[],
  ) {}

  static async begin(): Promise<Stage> {
    const api = await startApi();
    const worker = await openWorker(api.databaseUrl);
    // Looks at everything, no matter who may see it.
    const sql = new pg.Client({ connectionString: api.databaseUrl, types: { getTypeParser: parserOf } });
    await sql.connect();
    const facilities = await fewFacilities(sql);
    const actorOf = async (kind: Actor['kind'], { id, name, isGovernment = false }: Row): Promise<Actor> => ({
      name,
      kind,
      organisationId: id,
      organisationName: name,
      isGovernment,
      client: await api.asNew(`${kind === 'DESK' ? 'DESK_COORDINATOR' : `${kind}_MEMBER`}` as 'BUYER_MEMBER', id),
    });
    const rows = async (query: string) => (await sql.query<Row>(query)).rows;
    const buyers = await rows(
      `SELECT id, name, kind = 'GOVERNMENT' AS "isGovernment" FROM buyer ORDER BY kind, code LIMIT 2`,
    );
    const [desk] = await rows('SELECT id, name FROM desk LIMIT 1');
    const deskAdmin = await api.as('DESK_ADMIN');
    await deskAdmin.ask('mutation ($input: SetBuyerTermsInput!) { setBuyerTerms(input: $input) { __typename } }', {
      input: { buyerId: buyers[1]!.id, needsSignedPaper: true },
    });
    const foreign = await foreignOrganisations(sql);
    const stage = new Stage(
      api,
      worker,
      sql,
      await Promise.all(buyers.map(async (row) => actorOf('BUYER', row))),
      await actorOf('DESK', desk!),
      await Promise.all(facilities.map(async (row) => actorOf('FACILITY', row))),
      await Promise.all(foreign.map(async ({ kind, ...row }) => actorOf(kind, row))),
      await emptyTables(sql),
    );
    return stage;
  }

  async end(): Promise<void> {
    await this.sql.end();
    await this.worker.close();
    await this.api.close();
  }

  /** Everything that was done is forgotten, so that each run begins alike. */
  async reset(): Promise<void> {
    // The audit cannot be emptied: it goes on.
    const tables = this.emptyTables.filter((name) => !name.startsWith('audit_')).map((name) => `"${name}"`);
    await this.sql.query(`
      TRUNCATE ${tables.join(', ')};
      UPDATE facility_capacity SET promised_seconds = 0;
      UPDATE clock_shift SET shift = '0'`);
  }

  /** Rows of a query that sees everything; one that is asked at every step has a name, and is planned once. */
  async rows<Row extends object>(text: string, values: readonly unknown[] = [], name?: string): Promise<Row[]> {
    return (await this.sql.query<Row>({ name, text, values: [...values] })).rows;
  }

  async ask<Data>(actor: Actor, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    return actor.client.ask<Data>(query, variables);
  }

  /** One mutation as somebody. @throws Error when the product does not answer as it always should */
  async request(actor: Actor, mutation: string, input: object): Promise<Outcome> {
    try {
      await actor.client.ask(mutationText(mutation), { input: withKey(mutation, input) });
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code.startsWith('INTERNAL') || error.code.startsWith('GRAPHQL')) {
        throw new Error(`${actor.name}: ${mutation} ${JSON.stringify(input)} → ${error.message}`);
      }
      return error.code;
    }
  }

  /** Handles what has happened, until nothing is left: what goes outside (mails, files) is omitted. */
  async quiet(): Promise<void> {
    const relay = this.worker.get(OutboxRelay);
    const processor = this.worker.get(TaskProcessor);
    const handlers = this.worker.get(EventHandlers);
    for (let tasks: Task[] | null = null; tasks === null || tasks.length > 0;) {
      const taken: Task[] = [];
      await relay.publishDue({ add: async (more) => void taken.push(...more) });
      tasks = taken;
      for (const task of tasks) {
        if (handlers.get(task.consumer).before) continue;
        await processor.process(task);
      }
    }
  }

  /** Time passes, and what has become due happens. */
  async passMinutes(minutes: number): Promise<void> {
    await this.sql.query('UPDATE clock_shift SET shift = shift + make_interval(mins => $1)', [minutes]);
    await this.worker.get(Deadlines).execute();
  }

  async now(): Promise<Date> {
    return (await this.rows<{ now: Date }>('SELECT yui_now() AS now'))[0]!.now;
  }

  async workingDaysFromNow(days: number): Promise<LocalDate> {
    return addWorkingDays(todayInTokyo(await this.now()), days);
  }

  async daysFromNow(days: number): Promise<LocalDate> {
    return addDays(todayInTokyo(await this.now()), days);
  }

  /** Changes when anything changes that business is about, no matter who did it. */
  async digest(): Promise<string> {
    const tables = [
      ...this.emptyTables.filter((name) => !NOT_BUSINESS.test(name)),
      'outbox_event',
      'facility_capacity',
    ];
    // Who wrote a row last is another transaction after every change of it.
    const parts = tables.map(
      (name) => `(SELECT count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) FROM "${name}")`,
    );
    // PostgreSQL gives a function no more than a hundred arguments.
    const query = `SELECT array_to_string(ARRAY[${parts.join(', ')}], ', ') AS digest`;
    const [row] = await this.rows<{ digest: string }>(query, [], 'digest');
    return row!.digest;
  }
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly isGovernment?: boolean;
}

/** What is recorded about requests, not about business. */
const NOT_BUSINESS = /^(audit_|idempotency_key|rate_limit|outbox_event|inbox_entry|session|attempt|notification)/;

const BIGINT = 20;
const DATE = 1082;

/** bigint as number, dates as they are written, as the product has them. */
function parserOf(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === BIGINT) return Number;
  if (oid === DATE) return String;
  return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
}

/** All a worker has but its loops. */
async function openWorker(databaseUrl: string): Promise<INestApplicationContext> {
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    STORAGE_DIR: storageFolderOf(databaseUrl),
    SMTP_URL: 'smtp://127.0.0.1:1',
    LOG_LEVEL: 'silent',
  });
  @Module({
    imports: [
      PlatformModule.forRoot(config, 'worker', PRODUCT),
      IdentityModule,
      DirectoryModule,
      OrdersModule,
      SourcingModule,
      FulfilmentModule,
      ChangesModule,
      RecurringModule,
      CorrespondenceModule,
      ContractsModule,
      PapersModule,
      WagesModule,
      NotificationsModule,
    ],
    providers: [Deadlines],
  })
  class WorkerWithoutLoops {}
  return NestFactory.createApplicationContext(WorkerWithoutLoops, { logger: false });
}

/** A handful of members stay, each with other strengths; all can do both kinds of work. */
async function fewFacilities(sql: pg.Client): Promise<Row[]> {
  const { rows } = await sql.query<Row>(
    `SELECT facility.id, facility.name FROM membership JOIN facility ON facility.id = facility_id
     JOIN capability ON capability.facility_id = facility.id AND work_type_code = $1 AND is_offered
     WHERE left_on IS NULL ORDER BY facility.id LIMIT $2`,
    [WORK_TYPE, FACILITIES],
  );
  const ids = rows.map(({ id }) => id);
  await sql.query('DELETE FROM membership WHERE facility_id <> ALL($1)', [ids]);
  await sql.query('DELETE FROM capability WHERE facility_id = ANY($1)', [ids]);
  for (const [index, id] of ids.entries()) {
    for (const code of [WORK_TYPE, OTHER_WORK_TYPE]) {
      await sql.query(
        `INSERT INTO capability (id, facility_id, work_type_code, seconds_per_unit, minimum_lot, lead_days, unit_price_sen,
           is_offered, source)
         VALUES ($1, $2, $3, $4, $5, 0, 300, true, 'FACILITY')`,
        [randomUUID(), id, code, 20 + 10 * index, 1 + index],
      );
    }
    await sql.query('UPDATE work_week SET work_minutes = 120 WHERE facility_id = $1 AND work_minutes > 0', [id]);
  }
  return rows;
}

async function foreignOrganisations(sql: pg.Client): Promise<(Row & { kind: Actor['kind'] })[]> {
  const [desk, buyer, facility] = [randomUUID(), randomUUID(), randomUUID()];
  await sql.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'ELSEWHERE', 'よその窓口')`, [desk]);
  await sql.query(`INSERT INTO buyer (id, code, kind, name) VALUES ($1, 'ELSEWHERE', 'COMPANY', 'よその会社')`, [
    buyer,
  ]);
  await sql.query(
    `INSERT INTO facility (id, name, type_code, capacity_persons) VALUES ($1, 'よその事業所', 'B_TYPE', 20)`,
    [facility],
  );
  return [
    { kind: 'DESK', id: desk, name: 'よその窓口' },
    { kind: 'BUYER', id: buyer, name: 'よその会社' },
    { kind: 'FACILITY', id: facility, name: 'よその事業所' },
  ];
}

/** Tables of things that happen: a database nobody has worked with has no row in them. */
async function emptyTables(sql: pg.Client): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const empty: string[] = [];
  for (const { name } of rows) {
    if ((await sql.query(`SELECT 1 FROM "${name}" LIMIT 1`)).rowCount === 0) empty.push(name);
  }
  return empty;
}
