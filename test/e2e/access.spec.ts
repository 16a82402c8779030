import { randomUUID } from 'node:crypto';
import { organisationKindOf, type Role, ROLES } from '#yui/platform';
import { POLICY } from '../../apps/api/policy.js';
import { ApiError, type Client, startApi, type TestApi } from '../harness/api.js';
import { allOperations } from '../harness/operations.js';
import { OrderFlow } from '../harness/order-flow.js';

/** What a client is told: data, or codes with their sentences. Ids differ from call to call. */
async function answerTo(client: Client, query: string): Promise<string> {
  try {
    return JSON.stringify(await client.ask(query));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return JSON.stringify(error.all.map(({ message, extensions }) => [extensions.code, message, extensions.details]));
  }
}

describe('every operation', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(async () => {
    await api.close();
  });

  it('asks who is not signed in to sign in', async () => {
    const granted = (await allOperations()).filter((operation) => POLICY[operation.key] !== 'PUBLIC');
    expect(granted.length).toBeGreaterThan(30);
    for (const operation of granted) {
      expect([operation.key, await api.nobody.refusal(operation.text())]).toEqual([
        operation.key,
        'ACCESS.SIGN_IN_REQUIRED',
      ]);
    }
  });

  it('tells strangers of a thing exactly what it tells of a thing that is not there', async () => {
    const ids = await idsOfSample(api);
    const strangers = await strangersOf(api);
    const operations = (await allOperations()).filter((operation) => POLICY[operation.key] !== 'PUBLIC');
    const leaks: string[] = [];
    let compared = 0;
    for (const role of ROLES) {
      const client = strangers[role];
      for (const operation of operations) {
        const foreign = operation.text(ids);
        const isGranted = POLICY[operation.key]?.includes(role);
        // One that names nothing of somebody else's has nothing to leak.
        if (isGranted && !Object.values(ids).some((id) => foreign.includes(id))) continue;
        const told = await answerTo(client, foreign);
        const expected = isGranted
          ? await answerTo(client, operation.text())
          : JSON.stringify([['ACCESS.NOT_FOUND', NOT_FOUND, {}]]);
        compared += 1;
        if (told !== expected || told.includes('INTERNAL'))
          leaks.push(`${role} ${operation.key}: ${told} / ${expected}`);
      }
    }
    expect(leaks).toEqual([]);
    expect(compared).toBeGreaterThan(150);
  });

  it('shows a stranger empty lists', async () => {
    const { BUYER_ADMIN, DESK_ADMIN, FACILITY_ADMIN } = await strangersOf(api);
    expect(await BUYER_ADMIN.ask('{ workOrders { totalItems } desks { code } }')).toMatchObject({
      workOrders: { totalItems: 0 },
      desks: [],
    });
    expect(
      await DESK_ADMIN.ask(
        '{ workOrders { totalItems } assignments { totalItems } facilities { totalItems } buyers { name } }',
      ),
    ).toMatchObject({
      workOrders: { totalItems: 0 },
      assignments: { totalItems: 0 },
      facilities: { totalItems: 0 },
      buyers: [],
    });
    expect(await FACILITY_ADMIN.ask('{ assignments { totalItems } desks { code } }')).toMatchObject({
      assignments: { totalItems: 0 },
      desks: [],
    });
  });
});

const NOT_FOUND =
  '見つかりませんでした。番号やリンクが正しいか、ご確認ください。 Not found. Check the number or the link.';

/** One thing of every kind, of the organisations of the sample. */
async function idsOfSample(api: TestApi): Promise<Record<string, string>> {
  const flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
  const order = await flow.order('DESK_CONTRACT');
  const [facilityId = ''] = await flow.offer(order);
  const facility = await flow.facility(facilityId);
  const { assignments } = await facility.ask<{ assignments: { items: { id: string; units: number }[] } }>(
    '{ assignments { items { id units } } }',
  );
  const assignmentId = assignments.items[0]?.id ?? '';
  await flow.step(facility, 'acceptAssignment', { assignmentId }, '{ id }');
  const { deliveries } = await flow.step<{ deliveries: { id: string }[] }>(
    facility,
    'reportDelivery',
    { assignmentId, units: assignments.items[0]?.units },
    '{ deliveries { id } }',
  );
  const call = await flow.step<{ id: string }>(
    flow.desk,
    'openCall',
    {
      stepId: order.lines[0]?.steps[0]?.id,
      closesAt: new Date(Date.now() + 86_400_000).toISOString(),
      facilityIds: [facilityId],
    },
    '{ id }',
  );
  const asked = await flow.step<{ questions: { id: string }[] }>(
    facility,
    'askCallQuestion',
    { callId: call.id, question: 'x' },
    '{ questions { id } }',
  );
  const one = async (query: string, values: unknown[] = []) =>
    (await api.db.query<{ id: string }[]>(query, values))[0]?.id ?? '';
  const deskId = await one('SELECT id FROM desk');
  const contractId = await one(
    `INSERT INTO contract (id, desk_id, work_order_id, type, side, buyer_id, facility_id, status, created_at)
     SELECT $1, desk_id, id, 'REFERRAL', 'BUYER_FACILITY', buyer_id, $3, 'INTRODUCED', now() FROM work_order WHERE id = $2
     RETURNING id`,
    [randomUUID(), order.id, facilityId],
  );
  const notificationId = await one(
    `INSERT INTO notification
       (id, event_id, account_id, organisation_id, channel, kind, subject, body, link, status, created_at)
     SELECT $1, (SELECT id FROM outbox_event LIMIT 1), account_id, organisation_id, 'IN_APP', 'quote.issued', 'x', 'x', '/',
       'UNREAD', now() FROM role_grant WHERE role = 'BUYER_ADMIN' LIMIT 1 RETURNING id`,
    [randomUUID()],
  );
  const [admin] = await api.db.query<[{ account_id: string; id: string; organisation_id: string }]>(
    `SELECT * FROM role_grant WHERE role = 'BUYER_ADMIN' LIMIT 1`,
  );
  const own = [randomUUID(), admin.account_id];
  const granted = [...own, admin.id, admin.organisation_id];
  const rejectionId = await one(
    `INSERT INTO work_rejection (id, desk_id, work_order_id, buyer_id, status, reason, rejected_at)
     SELECT $1, desk_id, id, buyer_id, 'OPEN', 'x', now() FROM work_order WHERE id = $2 RETURNING id`,
    [randomUUID(), order.id],
  );
  const amendmentId = await one(
    `INSERT INTO amendment (id, desk_id, work_order_id, buyer_id, status, reason, proposed_by, proposed_at)
     SELECT $1, desk_id, id, buyer_id, 'PROPOSED', 'x', created_by, now() FROM work_order WHERE id = $2 RETURNING id`,
    [randomUUID(), order.id],
  );
  const shareChangeId = await one(
    `INSERT INTO share_change (id, desk_id, work_order_id, assignment_id, facility_id, status, units, reason, proposed_at)
     SELECT $1, desk_id, work_order_id, id, facility_id, 'PROPOSED', 1, 'x', now() FROM assignment WHERE id = $2
     RETURNING id`,
    [randomUUID(), assignmentId],
  );
  const question = await flow.step<{ id: string }>(facility, 'askQuestion', { assignmentId, body: 'x' }, '{ id }');
  const attachmentId = await one(
    `INSERT INTO attachment (id, desk_id, work_order_id, buyer_id, subject_type, subject_id, file_name, media_type,
       byte_size, content_hash, storage_key, is_for_buyer, is_for_facilities, uploaded_by, uploaded_for, uploaded_at, stored_at)
     SELECT $1, desk_id, id, buyer_id, 'WORK_ORDER', id, 'x.pdf', 'application/pdf', 1, 'x', 'attachments/x', true, true,
       created_by, buyer_id, now(), now() FROM work_order WHERE id = $2 RETURNING id`,
    [randomUUID(), order.id],
  );
  return {
    amendmentId,
    shareChangeId,
    attachmentId,
    questionId: question.id,
    rejectionId,
    invitationId: await one(
      `INSERT INTO invitation
         (id, email, role, organisation_id, invited_by, inviting_role, inviting_organisation_id, expires_at)
       SELECT $1, 'invited@yui.example.com', role, $4, $2, role, $4, now() + interval '1 day' FROM role_grant
       WHERE id = $3 RETURNING id`,
      granted,
    ),
    apiTokenId: await one(
      `INSERT INTO api_token (id, account_id, role_grant_id, organisation_id, name, scopes, token_hash, expires_at)
       VALUES ($1, $2, $3, $4, 'x', '[]', sha256('x'), now() + interval '1 day') RETURNING id`,
      granted,
    ),
    passkeyId: await one(
      `INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, name, is_backed_up)
       VALUES ($1, $2, 'x', 'x', 0, '[]', 'x', false) RETURNING id`,
      own,
    ),
    linkedProviderId: await one(
      `INSERT INTO oidc_identity (id, account_id, provider_key, issuer, subject) VALUES ($1, $2, 'x', 'x', 'x') RETURNING id`,
      own,
    ),
    sessionId: await one('SELECT id FROM session WHERE account_id = $1', [admin.account_id]),
    deskId,
    facilityId,
    contractId,
    notificationId,
    assignmentId,
    buyerId: await one(`SELECT id FROM buyer WHERE kind = 'GOVERNMENT'`),
    departmentId: await one('SELECT id FROM department LIMIT 1'),
    callId: call.id,
    callQuestionId: asked.questions[0]?.id ?? '',
    workOrderId: order.id,
    subjectId: order.id,
    workOrderLineId: order.lines[0]?.id ?? '',
    stepId: order.lines[0]?.steps[0]?.id ?? '',
    quoteId: order.quotes[0]?.id ?? '',
    deliveryId: deliveries[0]?.id ?? '',
    allocationId: await one('SELECT id FROM allocation'),
    paperId: await one(
      `INSERT INTO paper (id, desk_id, kind, number, issuer_kind, issuer_id, recipient_kind, recipient_id, buyer_id,
         work_order_id, source_key, data, issued_on, issued_at)
       SELECT $1, desk_id, 'QUOTE', 'x', 'DESK', desk_id, 'BUYER', buyer_id, buyer_id, id, 'x', '{}', '2030-04-01', now()
       FROM work_order WHERE id = $2 RETURNING id`,
      [randomUUID(), order.id],
    ),
    roleGrantId: await one(`SELECT id FROM role_grant WHERE role = 'BUYER_ADMIN' LIMIT 1`),
  };
}

/** Somebody in every role, of organisations that have nothing to do with those of the sample. */
async function strangersOf(api: TestApi): Promise<Record<Role, Client>> {
  const mark = randomUUID().slice(0, 8);
  const organisations = { BUYER: randomUUID(), DESK: randomUUID(), FACILITY: randomUUID() };
  await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, $2, 'Another desk')`, [organisations.DESK, mark]);
  await api.db.query(`INSERT INTO buyer (id, code, kind, name) VALUES ($1, $2, 'COMPANY', 'Another buyer')`, [
    organisations.BUYER,
    mark,
  ]);
  await api.db.query(
    `INSERT INTO facility (id, name, type_code, capacity_persons) VALUES ($1, 'Another facility', 'B_TYPE', 20)`,
    [organisations.FACILITY],
  );
  const strangers: Partial<Record<Role, Client>> = {};
  for (const role of ROLES) {
    const kind = organisationKindOf(role);
    strangers[role] = await api.asNew(role, kind in organisations ? organisations[kind as 'DESK'] : randomUUID());
  }
  return strangers as Record<Role, Client>;
}
