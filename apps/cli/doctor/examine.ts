import { CliError } from '../command.js';
import { explainDatabaseError } from '../database.js';
import { requireFreePorts } from '../start/ports.js';
import { canRun } from '../start/postgres-account.js';
import { findPostgresBinaries, programPath } from '../start/postgres-binaries.js';
import type { RunState } from '../start/run-file.js';
import { findRunningProduct } from '../start/running-product.js';
import { listWantedPorts, readStartSettings, requireGoodConfig } from '../start/start-settings.js';
import { bad, type Finding, good, note } from './finding.js';
import { canConnect } from './can-connect.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Every look in turn; none stops the others. */
export async function examine(env: Environment): Promise<Finding[]> {
  const running = findRunningProduct(env);
  const looks: (() => Promise<Finding>)[] = [
    () => lookAtProduct(running),
    () => lookAtPorts(env, running),
    () => lookAtPrograms(env),
    () => lookAtDatabase(env.DATABASE_URL || running?.databaseUrl),
    () => lookAtEvents(env.DATABASE_URL || running?.databaseUrl),
    () => lookAtUsers(env),
    () => lookAtQueue(env),
    () => lookAtMail(env.SMTP_URL || running?.mail?.smtpUrl),
    () => lookAtStorage(env),
  ];
  const findings = [good(`Node.js ${process.versions.node}`, `on ${process.platform}-${process.arch}`)];
  for (const look of looks) findings.push(await look().catch(toFinding));
  return findings;
}

function toFinding(error: unknown): Finding {
  if (error instanceof CliError) return bad(error.messageJa, `${error.messageEn} [${error.code}]`);
  return bad('調べる途中で予期しないエラーがありました。', String(error));
}

async function lookAtProduct(running: RunState | undefined): Promise<Finding> {
  if (!running) return note('npm start では動いていません。', 'npm start does not run at the moment.');
  for (const url of [running.apiUrl && `${running.apiUrl}/health/ready`, running.workerHealthUrl]) {
    if (!url) return note('起動の途中です。', 'It is starting.');
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
    if (!response?.ok) {
      return bad(`${url} が応答しません。.data/logs を見てください。`, `${url} does not answer. Look into .data/logs.`);
    }
  }
  return good(`動いています: ${running.apiUrl}`, 'api and worker answer');
}

async function lookAtPorts(env: Environment, running: RunState | undefined): Promise<Finding> {
  const settings = readStartSettings(env);
  const config = await requireGoodConfig(env, settings);
  if (running)
    return good(
      '設定は正しく、ポートは動いている製品が使っています。',
      'settings are good; ports are in use by the product',
    );
  const wanted = listWantedPorts(settings, config);
  await requireFreePorts(wanted);
  const numbers = wanted.map(({ port }) => port).join(', ');
  return good(`設定は正しく、ポート ${numbers} は空いています。`, `settings are good; ports ${numbers} are free`);
}

async function lookAtPrograms(env: Environment): Promise<Finding> {
  if (env.DATABASE_URL)
    return note('PostgreSQL は DATABASE_URL のものを使います。', 'PostgreSQL is the one of DATABASE_URL.');
  const { nativeFolder, version } = findPostgresBinaries();
  if (canRun(programPath(nativeFolder, 'postgres'), {})) {
    return good(`PostgreSQL ${version}（同梱）`, 'the programs that come with the packages run');
  }
  return bad(
    '同梱の PostgreSQL がこの機械で動きません。DATABASE_URL で別の PostgreSQL を指定してください。',
    'The bundled PostgreSQL does not run on this machine. Point DATABASE_URL to another PostgreSQL server.',
  );
}

async function lookAtDatabase(databaseUrl: string | null | undefined): Promise<Finding> {
  if (!databaseUrl) return note('データベースは npm start が用意します。', 'npm start prepares the database.');
  const { checkRoles, pendingMigrations } = await import('#yui/platform');
  try {
    await checkRoles(databaseUrl);
    const pending = await pendingMigrations(databaseUrl);
    if (pending.length === 0) return good('データベースは最新です。', 'the database answers and is up to date');
    return bad(
      `適用していない変更が ${pending.length} 件あります。yui migrate を実行してください。`,
      `${pending.length} migrations are not applied. Run yui migrate.`,
    );
  } catch (error) {
    throw explainDatabaseError(error, databaseUrl);
  }
}

async function lookAtEvents(databaseUrl: string | null | undefined): Promise<Finding> {
  if (!databaseUrl) return note('起きたことの待ち行列は、まだありません。', 'There are no events yet.');
  const { isInOrder, pendingMigrations, withEvents } = await import('#yui/platform');
  try {
    if ((await pendingMigrations(databaseUrl)).length > 0) {
      return note(
        '変更を適用してから、待っているものを調べます。',
        'Events are looked at once the migrations are applied.',
      );
    }
    const figures = await withEvents(databaseUrl, async ({ health }) => health.figures());
    const { waiting, oldestWaitingSeconds, setAside } = figures;
    if (isInOrder(figures)) {
      return good(
        `起きたことへの対応は滞っていません（待ち ${waiting} 件）。`,
        `what happened is followed up (${waiting} waiting)`,
      );
    }
    return bad(
      `対応が滞っています: 待ち ${waiting} 件（最長 ${oldestWaitingSeconds} 秒）、止めてあるもの ${setAside} 件。yui events list で原因を確かめてください。`,
      `What happened is not followed up: ${waiting} waiting (the oldest for ${oldestWaitingSeconds} s), ${setAside} set aside. See yui events list.`,
    );
  } catch (error) {
    throw explainDatabaseError(error, databaseUrl);
  }
}

/** Whom api and worker would sign in as. What `npm start` finds out by itself it makes narrow. */
async function lookAtUsers(env: Environment): Promise<Finding> {
  const users = [
    [env.API_DATABASE_URL, 'yui_app'],
    [env.WORKER_DATABASE_URL, 'yui_worker'],
  ] as const;
  if (users.every(([url]) => !url)) {
    return note(
      'API とワーカーのデータベースユーザーは npm start が用意します。別々に起動するときは API_DATABASE_URL と WORKER_DATABASE_URL を設定すると確かめられます。',
      'npm start prepares the users of api and worker. Set API_DATABASE_URL and WORKER_DATABASE_URL to have those of your own looked at.',
    );
  }
  const { DomainError, requireNarrowUser } = await import('#yui/platform');
  for (const [url, role] of users) {
    if (!url) continue;
    try {
      await requireNarrowUser(url, role);
    } catch (error) {
      if (error instanceof DomainError) return bad(error.messageJa, `${error.messageEn} [${error.code}]`);
      throw explainDatabaseError(error, url);
    }
  }
  return good(
    'API とワーカーは、それぞれ専用のデータベースユーザーを使います。',
    'api and worker have users of their own',
  );
}

async function lookAtQueue(env: Environment): Promise<Finding> {
  if (!env.REDIS_URL) return good('キューは PostgreSQL の上で動きます。', 'the queue runs on PostgreSQL');
  const { Redis } = await import('ioredis');
  const redis = new Redis(env.REDIS_URL, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 3_000 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
    return good('キューの Redis が応答します。', 'Redis answers');
  } catch (error) {
    return bad(
      `REDIS_URL の Redis につながりません（${String(error)}）。サーバーと設定を確かめてください。`,
      'Redis cannot be reached. Check the server and REDIS_URL.',
    );
  } finally {
    redis.disconnect();
  }
}

async function lookAtMail(smtpUrl: string | undefined): Promise<Finding> {
  if (!smtpUrl)
    return note('メールは npm start のメール受信に届きます。', 'Mail goes to the mail catcher of npm start.');
  const { hostname, port, protocol } = new URL(smtpUrl);
  const portNumber = Number(port) || (protocol === 'smtps:' ? 465 : 587);
  if (await canConnect(hostname, portNumber)) return good('メールサーバーが応答します。', 'the mail server answers');
  return bad(
    `メールサーバー ${hostname}:${portNumber} につながりません。サーバーと SMTP_URL を確かめてください。`,
    `The mail server ${hostname}:${portNumber} cannot be reached. Check the server and SMTP_URL.`,
  );
}

async function lookAtStorage(env: Environment): Promise<Finding> {
  const { createStorage } = await import('#yui/platform');
  const config = await requireGoodConfig(env, readStartSettings(env));
  const place = config.S3_ENDPOINT ?? config.STORAGE_DIR;
  try {
    await createStorage(config).check();
    return good(`帳票と添付ファイルの保管場所が使えます: ${place}`, 'papers and attachments can be kept');
  } catch (error) {
    return bad(
      `帳票と添付ファイルの保管場所 ${place} が使えません（${String(error)}）。設定 STORAGE_DIR または S3_… を確かめてください。`,
      'Papers and attachments cannot be kept there. Check STORAGE_DIR or the S3_… settings.',
    );
  }
}
