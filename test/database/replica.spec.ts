import { DataSource, type EntityManager } from 'typeorm';
import { createDataSource, DatabaseWatch, Metrics, type PersonActor, Readiness, UnitOfWork } from '#yui/platform';
import { Replica } from '../../libs/platform/database/replica.js';
import { createReplicatedDatabase, type ReplicatedDatabase } from '../harness/replica.js';
import { until } from '../queue/queue-fixtures.js';

const actor = (): PersonActor => ({
  accountId: '01990000-0000-7000-8000-000000000001',
  role: 'DESK_ADMIN',
  organisationId: '01990000-0000-7000-8000-000000000002',
  requestId: null,
});

const isReplica = async (db: EntityManager): Promise<boolean> =>
  (await db.query<[{ found: boolean }]>('SELECT pg_is_in_recovery() AS found'))[0].found;

describe('A replica that reports are read from', () => {
  let servers: ReplicatedDatabase;
  let db: DataSource;
  let replica: Replica;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    servers = await createReplicatedDatabase();
    const settings = { url: servers.primaryUrl, poolSize: 5, applicationName: 'test' };
    db = await createDataSource({ ...settings, role: 'yui_app' }).initialize();
    replica = new Replica(
      { DATABASE_REPLICA_URL: servers.replicaUrl, DATABASE_REPLICA_MAX_LAG_SECONDS: 2 },
      db,
      new Metrics({ METRICS_TOKEN: null }),
    );
    unitOfWork = new UnitOfWork(db, replica);
    await replica.onApplicationBootstrap();
    await until('the replica follows', () => Promise.resolve(replica.reads !== null));
  }, 120_000);
  afterAll(async () => {
    await replica.onApplicationShutdown();
    await db.destroy();
    await servers.stop();
  });

  /** As a monitor reads it at `/health`. */
  const health = async () => {
    const checks = new Readiness(new DatabaseWatch(db), replica).allChecks as (() => object)[];
    return Object.assign({}, ...checks.map((check) => check())) as object;
  };

  const readsReportsThere = async () => unitOfWork.readReport(actor(), isReplica);

  it('answers reports and exports, in the scope of who asks, and nothing else', async () => {
    expect(await readsReportsThere()).toBe(true);
    expect(await unitOfWork.read(actor(), isReplica)).toBe(false);
    const exporter = actor();
    unitOfWork.readAllAsReport(exporter);
    expect(await unitOfWork.read(exporter, isReplica)).toBe(true);
    const scope = await unitOfWork.readReport(actor(), async (manager) =>
      manager.query<[{ role: string; organisation: string }]>(
        `SELECT current_user AS role, current_setting('yui.organisation_id') AS organisation`,
      ),
    );
    expect(scope).toEqual([{ role: 'yui_app', organisation: actor().organisationId }]);
    expect(await health()).toMatchObject({ replica: { status: 'up', lagMs: expect.any(Number) as number } });
  });

  it('refuses what is a fault of the report as the primary would', async () => {
    await expect(
      unitOfWork.readReport(actor(), async (manager) => manager.query<object[]>('SELECT 1 / 0')),
    ).rejects.toThrow('division by zero');
  });

  it('is passed over while it is away, also in the middle of a report, and read from again afterwards', async () => {
    const places: boolean[] = [];
    const reading = unitOfWork.readReport(actor(), async (manager) => {
      places.push(await isReplica(manager));
      if (places.length === 1) await servers.stopReplica();
      return isReplica(manager);
    });
    expect(await reading).toBe(false);
    expect(places).toEqual([true, false]);
    expect(await readsReportsThere()).toBe(false);
    await servers.startReplica();
    await until('the replica follows again', readsReportsThere);
    expect(await readsReportsThere()).toBe(true);
  });

  it('is passed over when it gets nothing more from the primary, which it does not know itself', async () => {
    await servers.stopFollowing();
    await db.query('SELECT pg_current_wal_lsn()');
    const write = async () =>
      unitOfWork.run(actor(), async (tx) => {
        await tx.emit('test.written', null, {});
      });
    await until('it is too far behind', async () => {
      await write();
      return replica.reads === null && replica.lagMs() > 2000;
    });
    expect(await readsReportsThere()).toBe(false);
    expect(await health()).toMatchObject({ replica: { status: 'down' } });
  });
});
