import { assertSchemaCompatibility, DEFAULT_SCHEMA, SchemaMigrationRequiredError } from 'bullmq';
import { CLIENT_LIMITS, Connection } from '../database/connection.js';
import { connectionAs } from '../database/roles.js';
import { defineErrors } from '../errors/domain-error.js';
import { passingFaultOf } from '../errors/passing-fault.js';
import type { QueueSettings } from './task-queue.js';

const errors = defineErrors('QUEUE', {
  UNREACHABLE: {
    ja: 'ワーカーの仕事の順番待ちにつながりません。データベース（REDIS_URL があれば Redis）が動いているか、接続数に空きがあるかを確かめてください。',
    en: 'The queue of the worker cannot be reached. Check that the database (or Redis, with REDIS_URL) runs and has connections left.',
  },
  NOT_PREPARED: {
    ja: 'データベースに、ワーカーの仕事の順番待ち（スキーマ {schema}）が用意されていません。yui migrate を実行してください。',
    en: 'The queue of the worker is not prepared in the database (schema {schema}). Run yui migrate.',
  },
  NOT_ALLOWED: {
    ja: 'ワーカーには、順番待ち（スキーマ {schema}）を使う権限がありません。yui migrate を実行してください。データベースの管理者の権限が必要なことがあります。',
    en: 'The worker may not use its queue (schema {schema}). Run yui migrate, if need be as the administrator of the database.',
  },
});

const INSUFFICIENT_PRIVILEGE = '42501';

const MAY_WORK = `SELECT has_schema_privilege($1, 'CREATE') AND coalesce(bool_and(
    has_table_privilege(oid, 'INSERT') AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE')
  ), false) AS "mayWork" FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'p')`;

/**
 * Whether the queue on PostgreSQL is there and may be used. BullMQ itself asks again and again without a pause when it is
 * not: the process would neither work, nor say why, nor end. On Redis there is nothing to prepare.
 * @throws QUEUE.NOT_PREPARED, QUEUE.NOT_ALLOWED, QUEUE.UNREACHABLE, Error when the queue was made by a newer product
 */
export async function checkQueue({ databaseUrl, redisUrl }: QueueSettings): Promise<void> {
  if (redisUrl !== null) return;
  const client = new Connection({
    ...connectionAs(databaseUrl, 'yui_worker'),
    ...CLIENT_LIMITS,
    application_name: 'yui-worker',
  });
  try {
    await client.connect();
    await assertSchemaCompatibility(client);
    const { rows } = await client.query<{ mayWork: boolean }>(MAY_WORK, [DEFAULT_SCHEMA]);
    if (!rows[0]?.mayWork) throw errors.NOT_ALLOWED({ schema: DEFAULT_SCHEMA });
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) throw errors.NOT_PREPARED({ schema: DEFAULT_SCHEMA });
    if ((error as { code?: unknown }).code === INSUFFICIENT_PRIVILEGE) {
      throw errors.NOT_ALLOWED({ schema: DEFAULT_SCHEMA });
    }
    throw passingFaultOf(error) ? errors.UNREACHABLE() : error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until what is to work with the queue can. @throws QUEUE.UNREACHABLE */
export async function awaitQueue(ready: Promise<unknown>): Promise<void> {
  try {
    await ready;
  } catch {
    throw errors.UNREACHABLE();
  }
}
