import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { databaseUrlFor } from '../../apps/cli/start/process-users.js';
import { buildProduct, type BuiltProcess } from '../harness/built-product.js';
import { startTestMail } from '../harness/mail.js';
import { storageFolderOf } from '../harness/test-run.js';
import { until } from '../queue/queue-fixtures.js';
import { createLightOrders } from './light-orders.js';
import { PUBLIC_URL } from './worker-fixtures.js';

const TERMINATIONS = 500;

/** Ends one connection of the process that signs in as the asker does, whatever it is doing. */
const TERMINATE = `SELECT pg_terminate_backend(pid) AS done FROM (
  SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND usename = current_user AND application_name ~ '^yui-' ORDER BY random() LIMIT 1
) AS any_one`;

describe('when PostgreSQL closes a connection', () => {
  it('no process ends, five hundred times over, and everything that was promised follows', async () => {
    const orders = await createLightOrders();
    const mail = await startTestMail();
    const product = buildProduct();
    const [apiPort, workerPort] = [await findFreePort('127.0.0.1', 11_000), await findFreePort('127.0.0.1', 11_500)];
    const env = {
      DATABASE_URL: orders.databaseUrl,
      SMTP_URL: mail.smtpUrl,
      PUBLIC_URL,
      STORAGE_DIR: storageFolderOf(orders.databaseUrl),
      API_PORT: String(apiPort),
      MAIL_GATHER_MINUTES: '0',
      WORKER_HEALTH_PORT: String(workerPort),
      LOG_LEVEL: 'error',
    };
    const ready = (port: number) => `http://127.0.0.1:${port}/health/ready`;
    const processes: BuiltProcess[] = [
      await product.start('api', env, ready(apiPort)),
      await product.start('worker', env, ready(workerPort)),
    ];
    const enders = (['api', 'worker'] as const).map(
      (name) => new pg.Client({ connectionString: databaseUrlFor(name, orders.databaseUrl) }),
    );
    for (const ender of enders) await ender.connect();
    try {
      let done = 0;
      let submitted = 0;
      const ask = async () =>
        fetch(`http://127.0.0.1:${apiPort}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":"mutation { requestPasswordReset(input: { email: \\"nobody@example.jp\\" }) { isDone } }"}',
        }).then((response) => response.text());
      const asking = (async () => {
        while (done < TERMINATIONS) await Promise.all([ask(), ask(), ask(), ask()]);
      })();
      while (done < TERMINATIONS) {
        for (const ender of enders) done += (await ender.query(TERMINATE)).rows.length;
        if (submitted < Math.floor(done / 50)) {
          await orders.submit(1);
          submitted += 1;
        }
        await pause(5);
      }
      await asking;
      for (const each of processes) {
        expect([each.child.exitCode, each.child.signalCode, each.output()]).toEqual([
          null,
          null,
          expect.not.stringContaining('Unhandled'),
        ]);
      }
      await until('both are ready again', async () => {
        const pages = await Promise.all([apiPort, workerPort].map(async (port) => fetch(ready(port))));
        return pages.every(({ ok }) => ok);
      });
      // A task whose worker lost its connection is published again after one minute, if that is lost as well after two more, and
      // after four more then: where closing takes minutes, that happens.
      const threeRepetitions = 460_000;
      await until(
        'nobody was forgotten',
        async () => {
          const left = await orders.query('SELECT FROM outbox_event WHERE acknowledged_at IS NULL');
          return left.length === 0;
        },
        threeRepetitions,
      );
      const sent = await orders.query(`SELECT FROM notification WHERE channel = 'MAIL' AND status = 'SENT'`);
      expect(sent).toHaveLength(submitted);
    } finally {
      for (const ender of enders) await ender.end();
      await Promise.all(processes.map(async (process) => process.end('SIGTERM')));
      await mail.close();
      await orders.close();
    }
  }, 700_000);
});
