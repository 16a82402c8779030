import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#yui/platform';
import { createWorker } from '#worker/worker.module';
import type { Product } from '../harness/product.js';
import { storageFolderOf } from '../harness/test-run.js';

/** Long enough for a busy machine; a quiet one needs a second. */
const QUIET_DEADLINE_MS = 60_000;

/** What the monitor of these workers sends. */
export const METRICS_TOKEN = 'only the monitor knows this';

export const PUBLIC_URL = 'https://yui.example.jp';

/** A worker inside this process, its health page on any free port. */
export async function startWorker(
  databaseUrl: string,
  smtpUrl: string,
  redisUrl: string | null = null,
  /** 0: every mail at once, so that tests need not wait. */
  gatherMinutes = 0,
  settings: Readonly<Record<string, string>> = {},
): Promise<NestFastifyApplication> {
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: '10',
    SMTP_URL: smtpUrl,
    MAIL_GATHER_MINUTES: String(gatherMinutes),
    REDIS_URL: redisUrl ?? '',
    PUBLIC_URL,
    STORAGE_DIR: storageFolderOf(databaseUrl),
    LOG_LEVEL: 'silent',
    METRICS_TOKEN,
    ...settings,
  });
  return createWorker({ ...config, WORKER_HEALTH_PORT: 0 });
}

/** Gives every facility without people one person, so that each has somebody to be told. */
export async function staffFacilities(product: Product): Promise<void> {
  await product.db.query(`
    WITH lonely AS (
      SELECT id AS facility_id, gen_random_uuid() AS account_id FROM facility
      WHERE NOT EXISTS (SELECT 1 FROM role_grant WHERE organisation_id = facility.id)
    ), person AS (
      INSERT INTO account (id, email, name, password_hash)
      SELECT account_id, facility_id || '@facility.example.jp', '担当者', 'nobody signs in' FROM lonely
    )
    INSERT INTO role_grant (id, account_id, role, organisation_id)
    SELECT gen_random_uuid(), account_id, 'FACILITY_ADMIN', facility_id FROM lonely`);
}

/** Addresses of the people of an organisation. */
export async function addressesOf(product: Pick<Product, 'db'>, organisationId: string): Promise<string[]> {
  const rows = await product.db.query<{ email: string }[]>(
    `SELECT lower(email) AS email FROM account JOIN role_grant ON role_grant.account_id = account.id
     WHERE organisation_id = $1 AND revoked_at IS NULL ORDER BY 1`,
    [organisationId],
  );
  return rows.map((row) => row.email);
}

/** Nothing is left to do: every event has been handled by everybody. */
export async function allQuiet(product: Pick<Product, 'db'>): Promise<void> {
  const deadline = performance.now() + QUIET_DEADLINE_MS;
  for (;;) {
    const waiting = await product.db.query<{ name: string; cause: string | null }[]>(
      `SELECT name, cause FROM outbox_event LEFT JOIN task_trouble ON event_id = id WHERE acknowledged_at IS NULL`,
    );
    if (waiting.length === 0) return;
    if (performance.now() > deadline) throw new Error(`still waiting: ${JSON.stringify(waiting)}`);
    await sleep(30);
  }
}
