import { randomUUID } from 'node:crypto';
import { createDataSource } from '#yui/platform';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { openSession } from '../harness/api.js';
import { buildProduct } from '../harness/built-product.js';
import { createSampleDatabase } from '../harness/postgres.js';
import { storageFolderOf } from '../harness/test-run.js';
import { until } from '../queue/queue-fixtures.js';
import { startStubbornMailServer } from '../worker/stubborn-mail-server.js';

/** Stands in every place a person or a secret may stand; must stand in no line of any log. */
const CANARY = 'canary7b3f';
const ADDRESS = `${CANARY}@example.jp`;

describe('the logs of api and worker, at their most talkative', () => {
  it('hold nothing that anybody wrote: no name, no address, no text, no secret', async () => {
    const product = buildProduct();
    const database = await createSampleDatabase();
    const db = await createDataSource({ url: database.url, poolSize: 2, applicationName: 'test' }).initialize();
    const mail = await startStubbornMailServer({ unknownRecipient: ADDRESS });
    const apiPort = await findFreePort('127.0.0.1', 14_000 + (process.pid % 400) * 10);
    const workerPort = await findFreePort('127.0.0.1', apiPort + 1);
    const env = {
      DATABASE_URL: database.url,
      SMTP_URL: mail.smtpUrl,
      STORAGE_DIR: storageFolderOf(database.url),
      LOG_LEVEL: 'debug',
      API_PORT: String(apiPort),
      MAIL_GATHER_MINUTES: '0',
      WORKER_HEALTH_PORT: String(workerPort),
    };
    const [api, worker] = await Promise.all([
      product.start('api', env, `http://127.0.0.1:${apiPort}/health/ready`),
      product.start('worker', env, `http://127.0.0.1:${workerPort}/health/ready`),
    ]);
    const cookieOf = async (email: string) => {
      const [account] = await db.query<[{ id: string }]>('SELECT id FROM account WHERE email = $1', [email]);
      return `yui=${await openSession(db, account.id)}`;
    };
    const send = async (body: string, headers: Record<string, string> = {}, path = '/graphql') => {
      const response = await fetch(`http://127.0.0.1:${apiPort}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': CANARY,
          referer: `http://x/${CANARY}`,
          ...headers,
        },
        body,
      });
      return response.text();
    };
    const ask = async (query: string, input: object, headers: Record<string, string> = {}) =>
      send(JSON.stringify({ query, variables: { input } }), headers);
    try {
      const company = { cookie: await cookieOf('company@yui.example.com') };
      const admin = { cookie: await cookieOf('desk-admin@yui.example.com') };
      const [desk] = await db.query<[{ id: string }]>('SELECT id FROM desk');

      // The door: passwords, tokens, cookies, addresses.
      await ask('mutation ($input: SignInInput!) { signIn(input: $input) { me { name } } }', {
        email: ADDRESS,
        password: CANARY,
        invitationToken: CANARY,
      });
      await ask('mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { isDone } }', {
        email: ADDRESS,
      });
      await ask('mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { isDone } }', {
        token: CANARY,
        newPassword: `${CANARY} hums at dawn`,
      });
      await send('{"query":"{ me { name } }"}', { cookie: `yui=${CANARY}; yui-browser=${CANARY}` });
      await send('{"query":"{ me { name } }"}', { authorization: `Bearer ${CANARY}` });

      // What cannot be read, or is not there.
      await send(`{"query": ${CANARY}`);
      await send(JSON.stringify({ query: `{ ${CANARY} }` }), company);
      await send(JSON.stringify({ query: `{ workOrder(id: "${CANARY}") { id } }`, documentId: CANARY }), company);
      await send('{}', company, `/nothing?token=${CANARY}`);
      await send('{}', company, `/answer/${CANARY}${'x'.repeat(40)}`);
      await send('{}', company, `/answer/calls/${CANARY}${'x'.repeat(40)}`);

      // What people write, and what the worker mails of it; an address the mail server does not know.
      const draft = (title: string) =>
        ask(
          'mutation ($input: DraftWorkOrderInput!) { draftWorkOrder(input: $input) { workOrder { id } } }',
          {
            idempotencyKey: randomUUID(),
            deskId: desk.id,
            title,
            description: CANARY,
            lines: [{ workTypeCode: 'BAGGING', quantity: 10, dueOn: inSixtyDays(), specification: CANARY }],
          },
          company,
        );
      const drafted = JSON.parse(await draft(CANARY)) as { data: { draftWorkOrder: { workOrder: { id: string } } } };
      const step = { workOrderId: drafted.data.draftWorkOrder.workOrder.id, idempotencyKey: randomUUID() };
      await ask(
        'mutation ($input: SubmitWorkOrderInput!) { submitWorkOrder(input: $input) { workOrder { id } } }',
        step,
        company,
      );
      const invited = await ask(
        'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { invitations { id } } }',
        { idempotencyKey: randomUUID(), email: ADDRESS, role: 'DESK_COORDINATOR', organisationId: desk.id },
        admin,
      );
      expect(invited).not.toContain('errors');

      // What nobody foresaw: a fault of the database that repeats what was written.
      await db.query(`CREATE FUNCTION repeat_it() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'cannot take %', NEW.title; END $$`);
      await db.query('CREATE TRIGGER repeat_it BEFORE INSERT ON work_order FOR EACH ROW EXECUTE FUNCTION repeat_it()');
      expect(await draft(CANARY)).toContain('INTERNAL');

      await until('all is handled', async () => {
        const rows = await db.query<object[]>('SELECT 1 FROM outbox_event WHERE acknowledged_at IS NULL');
        return rows.length === 0;
      });
      const logs = { api: api.output(), worker: worker.output() };
      // It has looked at logs that say something.
      expect(logs.api).toContain('unexpected error');
      expect(logs.api).toContain('request completed');
      expect(logs.worker).toContain('mail refused');
      // Anyone who was refused at a door stands in it, by what they asked and from which network, and by nothing else.
      const refusals = logs.api
        .split('\n')
        .filter((line) => line.includes('"msg":"refused"'))
        .map((line) => JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>);
      expect(refusals.map(({ code }) => code)).toEqual(
        expect.arrayContaining([
          'SIGN_IN.REFUSED',
          'ACCOUNT.RESET_INVALID',
          'ACCESS.SIGN_IN_REQUIRED',
          'HTTP.BODY_UNREADABLE',
          'GRAPHQL.INVALID',
          'HTTP.NOT_FOUND',
        ]),
      );
      for (const { kind, asked, requestId, network } of refusals) {
        expect([kind, asked, requestId, network]).toEqual([
          expect.stringMatching(/^[A-Z]+$/),
          expect.any(String),
          expect.stringMatching(/^[0-9a-f-]{36}$/),
          expect.stringMatching(/^[0-9a-f]{16}$/),
        ]);
      }
      for (const log of Object.values(logs)) {
        expect(log.split('\n').filter((line) => line.toLowerCase().includes(CANARY))).toEqual([]);
        expect(log).not.toMatch(/company@yui|desk-admin@yui|postgres:\/\//);
      }
    } finally {
      await Promise.all([api.end('SIGTERM'), worker.end('SIGTERM')]);
      await mail.close();
      await db.destroy();
      await database.drop();
    }
  });
});

function inSixtyDays(): string {
  return new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
}
