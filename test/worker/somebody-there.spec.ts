import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';
import { until } from '../queue/queue-fixtures.js';
import { type StubbornMailServer, startStubbornMailServer } from './stubborn-mail-server.js';
import { startWorker } from './worker-fixtures.js';

const GONE = 'taro..x@docomo.example.jp';
const INVITE =
  'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { invitations { id email mailState sentAt } } }';
const INVITATIONS = '{ invitations { id email mailState sentAt } }';
const ASSIGNMENTS = 'query ($id: ID!) { workOrder(id: $id) { assignments { isAttended facility { id } } } }';

interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly mailState: string;
  readonly sentAt: string | null;
}

describe('whether somebody is there', () => {
  let api: TestApi;
  let mail: StubbornMailServer;
  let worker: NestFastifyApplication;
  beforeAll(async () => {
    api = await startApi();
    mail = await startStubbornMailServer({ unknownRecipient: `"taro..x"@docomo.example.jp` });
    worker = await startWorker(api.databaseUrl, mail.smtpUrl);
  });
  afterAll(async () => {
    await worker.close();
    await mail.close();
    await api.close();
  });

  const invitationsOf = async (client: Client): Promise<Invitation[]> =>
    (await client.ask<{ invitations: Invitation[] }>(INVITATIONS)).invitations;

  it('the one who invites sees that the mail server will never take the mail', async () => {
    const company = await api.as('COMPANY');
    const { me } = await company.ask<{ me: { organisationId: string } }>('{ me { organisationId } }');
    for (const email of [GONE, 'jiro.y.@docomo.example.jp']) {
      const input = { idempotencyKey: randomUUID(), email, role: 'BUYER_MEMBER', organisationId: me.organisationId };
      const { invitePerson } = await company.ask<{ invitePerson: { invitations: Invitation[] } }>(INVITE, { input });
      expect(invitePerson.invitations.find((each) => each.email === email)).toMatchObject({
        mailState: 'WAITING',
        sentAt: null,
      });
    }
    await until('both mails are judged', async () =>
      (await invitationsOf(company)).every(({ mailState }) => mailState !== 'WAITING'),
    );
    const states = (await invitationsOf(company)).map(({ email, mailState }) => [email, mailState]);
    expect(Object.fromEntries(states)).toEqual({ [GONE]: 'REFUSED', 'jiro.y.@docomo.example.jp': 'SENT' });
  });

  it('the desk sees which facilities have nobody, and is told when the last person of one with open work goes', async () => {
    const flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
    const order = await flow.order('DESK_CONTRACT');
    const [facilityId = ''] = await flow.offer(order);
    const attended = async () => {
      type Shares = { workOrder: { assignments: { isAttended: boolean | null; facility: { id: string } }[] } };
      const { workOrder } = await flow.desk.ask<Shares>(ASSIGNMENTS, { id: order.id });
      return workOrder.assignments.find(({ facility }) => facility.id === facilityId)?.isAttended;
    };
    await api.db.query(`UPDATE role_grant SET revoked_at = now() WHERE organisation_id = $1`, [facilityId]);
    expect(await attended()).toBe(false);
    const person = await flow.facility(facilityId);
    expect(await attended()).toBe(true);
    const own = '{ assignments { items { isAttended } } }';
    expect(await person.ask(own)).toMatchObject({ assignments: { items: [{ isAttended: null }] } });

    const { me } = await person.ask<{ me: { accountId: string } }>('{ me { accountId } }');
    const erase = 'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { accountId } }';
    await person.ask(erase, { input: { accountId: me.accountId } });
    expect(await attended()).toBe(false);
    await until('the desk is told', async () => {
      const told = await flow.desk.ask<{ notifications: { items: { kind: string }[] } }>(
        '{ notifications { items { kind subject } } }',
      );
      return told.notifications.items.some(({ kind }) => kind === 'facility.people-left');
    });
  });
});
