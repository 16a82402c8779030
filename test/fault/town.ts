import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { loadSample } from '#yui/directory';
import { runMigrations } from '#yui/platform';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { databaseUrlFor } from '../../apps/cli/start/process-users.js';
import { startTcpProxy, type TcpProxy, throughProxy } from '../harness/tcp-proxy.js';
import { type FaultyMailServer, startFaultyMailServer } from './faulty-mail-server.js';
import { type DatabaseServers, startPostgres } from './postgres-servers.js';
import { until } from './until.js';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
/** Four processes start at once, also where many others are at work. */
const START_DEADLINE_MS = 300_000;

/** A process of the product, kept alive as a supervisor would, with ways of its own to the database. */
export interface Member {
  readonly name: string;
  readonly port: number;
  readonly proxy: TcpProxy;
  /** Undefined while it is away. */
  child: ChildProcess | undefined;
}

/** Two apis, two workers, PostgreSQL, perhaps Redis, and a mail server: each a process or server that can be hurt. */
export interface Town {
  readonly apis: readonly Member[];
  readonly workers: readonly Member[];
  readonly mail: FaultyMailServer;
  readonly admin: pg.Pool;
  /** Cookies of a buyer who is signed in. */
  readonly buyer: string;
  readonly deskId: string;
  killPostgres(): Promise<void>;
  /** undefined: the queue is on PostgreSQL. */
  readonly redis: { kill(): Promise<void>; flush(): Promise<void> } | undefined;
  isReady(member: Member): Promise<boolean>;
  untilAllReady(): Promise<void>;
  close(): Promise<void>;
}

interface TownSettings {
  readonly onRedis: boolean;
  /** Default: 2, and as many workers. */
  readonly apis?: number;
  readonly startServers?: (folder: string) => Promise<DatabaseServers>;
}

export async function startTown(settings: TownSettings): Promise<Town> {
  const ends: End[] = [];
  try {
    return await buildTown(settings, ends);
  } catch (error) {
    // Where something does not come up, nothing of the rest stays behind.
    await endAll(ends);
    throw error;
  }
}

type End = () => unknown;

/** The last that was begun ends first; what cannot be ended keeps nothing else. */
async function endAll(ends: End[]): Promise<void> {
  for (const end of ends.splice(0).reverse()) {
    await Promise.resolve()
      .then(end)
      .catch((error: unknown) => console.error('not ended:', error));
  }
}

/** @param ends how to end what has been begun so far */
async function buildTown(
  { onRedis, apis: count = 2, startServers = startPostgres }: TownSettings,
  ends: End[],
): Promise<Town> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yui-faults-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startServers(folder);
  ends.push(async () => postgres.end());
  const redis = onRedis ? await startRedis() : undefined;
  ends.push(async () => redis?.end());
  await runMigrations(postgres.url);
  await loadSample(postgres.url);
  const admin = new pg.Pool({ connectionString: postgres.adminUrl, max: 3 });
  admin.on('error', () => undefined);
  ends.push(async () => admin.end());
  const mail = await startFaultyMailServer();
  ends.push(async () => mail.close());
  let isClosing = false;

  const start = (member: Member, app: 'api' | 'worker') => {
    const preload = ['--import', path.join(ROOT, 'test/fault/shifting-clock.mjs')];
    const child = spawn(process.execPath, [...preload, path.join(ROOT, `dist/apps/${app}/main.js`)], {
      env: {
        ...process.env,
        // As in the product: each process as a user of its own, which may nothing but act as its role.
        DATABASE_URL: throughProxy(databaseUrlFor(app, postgres.url), member.proxy),
        DATABASE_REPLICA_URL: postgres.replicaUrl === null ? '' : databaseUrlFor(app, postgres.replicaUrl),
        MAIL_GATHER_MINUTES: '0',
        PAGES_DIR: '',
        SMTP_URL: mail.smtpUrl,
        REDIS_URL: redis?.url ?? '',
        STORAGE_DIR: path.join(folder, 'files'),
        PUBLIC_URL: 'https://yui.example.jp',
        API_PORT: String(member.port),
        WORKER_HEALTH_PORT: String(member.port),
        LOG_LEVEL: 'fatal',
        RATE_LIMIT_PER_ACCOUNT: '0',
        RATE_LIMIT_PER_ORGANISATION: '0',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    member.child = child;
    child.once('exit', () => {
      member.child = undefined;
      if (!isClosing) setTimeout(() => void (isClosing || start(member, app)), 200);
    });
  };
  const join = async (app: 'api' | 'worker', number: number): Promise<Member> => {
    const port = await findFreePort('127.0.0.1', 21_000 + number * 450 + (process.pid % 400));
    const member: Member = {
      name: `${app} ${number}`,
      port,
      proxy: await startTcpProxy(postgres.url),
      child: undefined,
    };
    ends.push(async () => member.proxy.close());
    start(member, app);
    ends.push(() => {
      isClosing = true;
      member.child?.kill('SIGKILL');
    });
    return member;
  };
  const apis: Member[] = [];
  const workers: Member[] = [];
  for (let number = 1; number <= count; number += 1) {
    apis.push(await join('api', number));
    workers.push(await join('worker', count + number));
  }
  /** What it says of itself. */
  const readinessOf = async ({ port, child }: Member): Promise<string> => {
    if (child === undefined) return 'not there';
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2000) }).catch(
      (error: unknown) => String((error as { cause?: unknown }).cause ?? error),
    );
    return typeof answer === 'string' ? answer : `${answer.status} ${await answer.text()}`;
  };
  const isReady = async ({ port, child }: Member) =>
    child !== undefined &&
    (await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2000) }).catch(() => null))
      ?.ok === true;
  const town = {
    apis,
    workers,
    mail,
    admin,
    // The name it has where the address people open is one of https.
    buyer: `__Host-yui=${await openSession(admin, 'company@yui.example.com')}`,
    deskId: (await admin.query<{ id: string }>('SELECT id FROM desk ORDER BY id LIMIT 1')).rows[0]?.id ?? '',
    killPostgres: async () => postgres.kill(),
    redis,
    isReady,
    untilAllReady: async () => {
      const members = [...apis, ...workers];
      const areReady = async () => (await Promise.all(members.map(isReady))).every(Boolean);
      await until('all are ready', areReady, START_DEADLINE_MS).catch(async (error: unknown) => {
        for (const member of members) console.log(`${member.name}: ${await readinessOf(member)}`);
        throw error;
      });
    },
    close: async () => endAll(ends),
  };
  await town.untilAllReady();
  return town;
}

async function openSession(admin: pg.Pool, email: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await admin.query(
    `INSERT INTO session (token_hash, account_id, role_grant_id, second_factor_at, expires_at)
     SELECT $1, account_id, role_grant.id, now(), now() + interval '1 day' FROM role_grant JOIN account ON account.id = account_id
     WHERE email = $2 LIMIT 1`,
    [createHash('sha256').update(token).digest(), email],
  );
  return token;
}

async function startRedis() {
  const port = await findFreePort('127.0.0.1', 25_000 + (process.pid % 900));
  let child: ChildProcess;
  const start = () => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn('redis-server', args, { stdio: 'ignore' });
  };
  const end = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  start();
  const { Redis } = await import('ioredis');
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url);
  client.on('error', () => undefined);
  return {
    url,
    kill: async () => {
      await end();
      start();
    },
    flush: async () => void (await client.flushall()),
    end: async () => {
      client.disconnect();
      await end();
    },
  };
}

export const newKey = () => randomUUID();
