import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { loadSample } from '#yui/directory';
import { runMigrations } from '#yui/platform';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { programPath } from '../../apps/cli/start/postgres-binaries.js';
import { ensureCluster, postgresArguments } from '../../apps/cli/start/postgres-cluster.js';
import { databaseUrlOf, ensureDatabase, isAnswering } from '../../apps/cli/start/postgres-database.js';
import {
  newSecrets,
  openPostgresFolder,
  type PostgresFolder,
  type PostgresSecrets,
} from '../../apps/cli/start/postgres-folder.js';
import { ensureProcessUsers } from '../../apps/cli/start/process-users.js';
import { withFileLock } from './file-lock.js';
import { schemaFingerprint } from './schema-fingerprint.js';
import { testRunFolder } from './test-run.js';

export interface TestDatabase {
  /** A fresh, migrated, empty database that nobody else uses. */
  url: string;
  /** Removes it, no matter who is still connected. */
  drop(): Promise<void>;
}

const TEMPLATE = `yui_template_${schemaFingerprint()}`;
/** Templates nobody has used for so long are dropped from a server that is shared. */
const TEMPLATE_LIFE_MS = 24 * 3_600_000;
const SAMPLE_DEADLINE_MS = 120_000;
/** Two runs that start together look for a free port from different places on. */
const FIRST_PORT = 20_000 + (process.pid % 10_000);
const START_DEADLINE_MS = 60_000;
/** Any number; the same in every process. */
const TEMPLATE_LOCK = 5_513_270;

/** PostgreSQL's code `object_in_use`. */
const TEMPLATE_IN_USE = '55006';
/** PostgreSQL's code `insufficient_privilege`. */
const NOT_OURS_TO_END = '42501';
const ATTEMPTS = 10;

let server: Promise<string> | undefined;

/**
 * A database of its own for one spec file, copied from a migrated template. The first asker of a run starts PostgreSQL
 * (or uses the server of TEST_DATABASE_URL, whose user must be allowed to create databases).
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  return copyOf(await testServer(), TEMPLATE);
}

/** A database with nothing in it, not even tables. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const serverUrl = await testServer();
  const name = `yui_test_${randomBytes(6).toString('hex')}`;
  await query(serverUrl, `CREATE DATABASE ${name}`);
  return { url: urlOf(serverUrl, name), drop: () => dropDatabase(serverUrl, name) };
}

/** Like createTestDatabase, with the sample data in it: loaded once a run, then copied. */
export async function createSampleDatabase(): Promise<TestDatabase> {
  const serverUrl = await testServer();
  const template = sampleTemplate();
  await withFileLock(path.join(testRunFolder(), 'sampling'), SAMPLE_DEADLINE_MS, async () => {
    const marker = path.join(testRunFolder(), 'sample-is-there');
    if (existsSync(marker)) return;
    await dropDatabase(serverUrl, template);
    await copyTemplate(serverUrl, TEMPLATE, template);
    await noteUse(serverUrl, template);
    await loadSample(urlOf(serverUrl, template));
    writeFileSync(marker, '');
  });
  return copyOf(serverUrl, template);
}

/** Of this run alone: on a shared server another one may have other sample data. */
function sampleTemplate(): string {
  return `${TEMPLATE}_${createHash('sha256').update(testRunFolder()).digest('hex').slice(0, 10)}`;
}

function testServer(): Promise<string> {
  server ??= process.env.TEST_DATABASE_URL ? prepareGivenServer(process.env.TEST_DATABASE_URL) : shareOwnServer();
  return server;
}

async function copyOf(serverUrl: string, template: string): Promise<TestDatabase> {
  const name = `yui_test_${randomBytes(6).toString('hex')}`;
  await copyTemplate(serverUrl, template, name);
  return {
    url: urlOf(serverUrl, name),
    drop: () => dropDatabase(serverUrl, name),
  };
}

/** The address is left in the folder of the run by the one who started the server. */
function shareOwnServer(): Promise<string> {
  const runFolder = testRunFolder();
  const addressFile = path.join(runFolder, 'server-url');
  return withFileLock(path.join(runFolder, 'starting'), START_DEADLINE_MS, async () => {
    if (existsSync(addressFile)) return readFileSync(addressFile, 'utf8');
    const url = await startOwnServer(runFolder);
    await makeTemplate(url);
    writeFileSync(addressFile, url, { mode: 0o600 });
    return url;
  });
}

async function startOwnServer(runFolder: string): Promise<string> {
  // As root, PostgreSQL runs under another account, which has to pass through here.
  chmodSync(runFolder, 0o711);
  const place = openPostgresFolder(runFolder);
  const secrets = newSecrets(await findFreePort('127.0.0.1', FIRST_PORT));
  await ensureCluster(place, secrets.adminPassword, { isDurable: false });
  const child = await startServer(place, secrets, path.join(runFolder, 'postgres.log'));
  // It outlives the spec that asked for it; jest-teardown.mjs stops it.
  child.unref();
  await ensureDatabase(secrets, { mayCreateDatabases: true });
  return databaseUrlOf(secrets);
}

/** Starts PostgreSQL on a cluster and waits until it answers. @throws Error with its log when it does not */
export async function startServer(
  place: PostgresFolder,
  secrets: PostgresSecrets,
  logFile: string,
): Promise<ChildProcess> {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(
    programPath(place.nativeFolder, 'postgres'),
    postgresArguments(place.cluster, secrets.port, false),
    {
      ...place.account,
      cwd: place.folder,
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  const deadline = performance.now() + START_DEADLINE_MS;
  while (!(await isAnswering(secrets))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      throw new Error(`PostgreSQL did not start:\n${readFileSync(logFile, 'utf8')}`);
    }
    await sleep(25);
  }
  return child;
}

/** A server outside is shared by runs: each has the template that fits its own migrations. */
async function prepareGivenServer(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await makeTemplate(url);
    await ensureProcessUsers(client, new URL(url).password);
    await noteUse(url, TEMPLATE);
    await dropOldTemplates(url, new Date());
    return url;
  } finally {
    await client.end();
  }
}

/** When a template was last wanted is recorded as its comment. */
async function noteUse(serverUrl: string, template: string): Promise<void> {
  await query(serverUrl, `COMMENT ON DATABASE ${template} IS '${new Date().toISOString()}'`);
}

/** Templates of earlier schemas, once no run of today can be using them. */
export async function dropOldTemplates(serverUrl: string, now: Date): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; used: string }>(
      `SELECT datname AS name, shobj_description(oid, 'pg_database') AS used FROM pg_database
       WHERE datname LIKE 'yui\\_template\\_%' AND pg_has_role(datdba, 'MEMBER')
         AND shobj_description(oid, 'pg_database') IS NOT NULL`,
    );
    for (const { name, used } of rows) {
      if (now.getTime() - Date.parse(used) > TEMPLATE_LIFE_MS) await dropDatabase(serverUrl, name);
    }
  } finally {
    await client.end();
  }
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (!found.rowCount) await client.query(`CREATE DATABASE ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  await runMigrations(urlOf(serverUrl, TEMPLATE));
}

/** A template in use cannot be copied; on a shared server another run may just be looking at it. */
function copyTemplate(serverUrl: string, template: string, name: string): Promise<void> {
  return queryAgainOn(TEMPLATE_IN_USE, serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
}

/** The server's own housekeeping may be at work there for a moment; nobody but a superuser may end that. */
function dropDatabase(serverUrl: string, name: string): Promise<void> {
  return queryAgainOn(NOT_OURS_TO_END, serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function queryAgainOn(passingCode: string, url: string, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await query(url, statement);
    } catch (error) {
      if ((error as { code?: unknown }).code !== passingCode || attempt === ATTEMPTS) throw error;
      await sleep(200 * attempt);
    }
  }
}

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
