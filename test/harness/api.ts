import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { loadConfig, type Role } from '#yui/platform';
import { createApi } from '../../apps/api/app.module.js';
import { prepareToLeave } from '../../apps/api/prepare-to-leave.js';
import { openAsOwner } from './owner.js';
import { createSampleDatabase, type TestDatabase } from './postgres.js';
import { recordStatements } from './record-statements.js';
import { storageFolderOf } from './test-run.js';
import { tryAgainWhenBusy } from './try-again.js';
import { UnauditedMutations } from './unaudited-mutations.js';

/** The people of the sample, by what they are. */
const PEOPLE = {
  COMPANY: 'company@yui.example.com',
  CITY: 'city@yui.example.com',
  COORDINATOR: 'coordinator@yui.example.com',
  DESK_ADMIN: 'desk-admin@yui.example.com',
  FACILITY_1: 'facility-1@yui.example.com',
  FACILITY_2: 'facility-2@yui.example.com',
  FACILITY_3: 'facility-3@yui.example.com',
  PLATFORM: 'platform@yui.example.com',
} as const;
export type Person = keyof typeof PEOPLE;

type Settings = Readonly<Record<string, string>>;
type Variables = Readonly<Record<string, unknown>>;

interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly messageJa: string;
    readonly messageEn: string;
    readonly details: Record<string, unknown>;
  };
}

/** An answer of the api that is an error: told apart by its code. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>>,
    readonly all: readonly AnsweredError[],
  ) {
    super(all.map((error) => `${error.extensions.code}: ${error.message}`).join('\n'));
  }
}

/** One person at the api, or nobody. */
export interface Client {
  readonly cookie: string | null;
  /** The data of the answer. @throws ApiError */
  ask<Data = Record<string, unknown>>(query: string, variables?: Variables): Promise<Data>;
  /** The code of the error that must come. @throws Error when the answer is none */
  refusal(query: string, variables?: Variables): Promise<string>;
}

export interface TestApi {
  readonly url: string;
  readonly databaseUrl: string;
  readonly app: NestFastifyApplication;
  readonly db: DataSource;
  readonly nobody: Client;
  /** Somebody of the sample, signed in. */
  as(person: Person): Promise<Client>;
  /** A new person with this role for this organisation, signed in. */
  asNew(role: Role, organisationId: string): Promise<Client>;
  /** The SQL statements the api sends while `work` runs. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  /** Goes as on SIGTERM; `close` is still to be called. */
  leave(noticeMs: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * The api in this process, on a free port, over a database of its own with the sample data.
 * @param reach the way from the api to its database; what the test itself asks of it goes straight there
 * @param createDatabase another one than that of the sample
 */
export async function startApi(
  settings: Settings = {},
  reach: (databaseUrl: string) => Promise<string> = async (url) => url,
  createDatabase: () => Promise<TestDatabase> = createSampleDatabase,
): Promise<TestApi> {
  const database = await createDatabase();
  const config = loadConfig({
    DATABASE_URL: await reach(database.url),
    STORAGE_DIR: storageFolderOf(database.url),
    SMTP_URL: 'smtp://127.0.0.1:1',
    // Pages are tested where they are meant (test/web); programs never see them.
    PAGES_DIR: '',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    // Tests ask faster than people do.
    RATE_LIMIT_PER_ACCOUNT: '1000000',
    RATE_LIMIT_PER_ORGANISATION: '1000000',
    RATE_LIMIT_PER_ADDRESS: '1000000',
    ...settings,
  });
  const app = await createApi(config);
  const leave = prepareToLeave(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `${await app.getUrl()}/graphql`;
  const db = await openAsOwner(app.get(DataSource), database.url);
  const mutations = new UnauditedMutations();
  const clientFor = async (accountId: string) => clientOf(url, `yui=${await openSession(db, accountId)}`, mutations);
  return {
    url,
    databaseUrl: database.url,
    app,
    db,
    nobody: clientOf(url, null, mutations),
    async as(person) {
      const [account] = await db.query<{ id: string }[]>('SELECT id FROM account WHERE email = $1', [PEOPLE[person]]);
      if (!account) throw new Error(`The sample has nobody with the address ${PEOPLE[person]}`);
      return clientFor(account.id);
    },
    async asNew(role, organisationId) {
      const id = randomUUID();
      await db.query(`INSERT INTO account (id, email, name, password_hash) VALUES ($1, $2, 'Somebody', NULL)`, [
        id,
        `${id}@yui.example.com`,
      ]);
      await db.query('INSERT INTO role_grant (id, account_id, role, organisation_id) VALUES ($1, $2, $3, $4)', [
        randomUUID(),
        id,
        role,
        organisationId,
      ]);
      return clientFor(id);
    },
    statementsOf: async (work) => recordStatements(app.get(DataSource), work),
    leave,
    async close() {
      try {
        await mutations.refuse(db);
      } finally {
        await db.destroy();
        await app.close();
        await database.drop();
      }
    },
  };
}

/**
 * Hashing a password takes a tenth of a second on purpose; tests that are not about signing in go past it, and past the
 * second factor.
 */
export async function openSession(db: DataSource, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.query(
    `INSERT INTO session (token_hash, account_id, role_grant_id, second_factor_at, expires_at)
     SELECT $1, account_id, id, now(), now() + interval '1 hour' FROM role_grant
     WHERE account_id = $2 ORDER BY granted_at, id LIMIT 1`,
    [createHash('sha256').update(token).digest(), accountId],
  );
  return token;
}

function clientOf(url: string, cookie: string | null, mutations: UnauditedMutations): Client {
  const send = async (query: string, variables: Variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie === null ? {} : { cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: unknown; errors?: AnsweredError[] };
    if (!answer.errors) mutations.note(query, response.headers.get('x-request-id'));
    return answer;
  };
  return {
    cookie,
    ask: async <Data>(query: string, variables: Variables = {}) =>
      tryAgainWhenBusy(async () => {
        const { data, errors } = await send(query, variables);
        if (errors?.[0]) throw new ApiError(errors[0].extensions.code, errors[0].extensions.details, errors);
        return data as Data;
      }),
    async refusal(query, variables = {}) {
      try {
        await this.ask(query, variables);
      } catch (error) {
        if (error instanceof ApiError) return error.code;
        throw error;
      }
      throw new Error('The api was to refuse this, and did not.');
    },
  };
}
