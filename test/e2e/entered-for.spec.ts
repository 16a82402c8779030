import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buildSchema, isInputObjectType, isNonNullType } from 'graphql';
import { addDays, todayInTokyo } from '#yui/calendar';
import { ENTERED_OPERATIONS } from '#yui/correspondence';
import { BUYER_ROLES, FACILITY_ROLES } from '#yui/platform';
import { PRODUCT } from '#yui/product';
import { POLICY } from '../../apps/api/policy.js';
import { ApiError, type Client, startApi, type TestApi } from '../harness/api.js';
import { allOperations, type Operation } from '../harness/operations.js';
import { OrderFlow } from '../harness/order-flow.js';

/** What a buyer or a facility does and no desk enters for it, by why. A new operation is entered for others, or stands here. */
const NOT_ENTERED: Readonly<Record<string, readonly string[]>> = {
  'signing in, and what belongs to a person': [
    'beginPasskeyRegistration',
    'beginProviderLink',
    'changePassword',
    'confirmTotp',
    'endOtherSessions',
    'endSession',
    'enrolTotp',
    'eraseAccount',
    'exportMyAccount',
    'joinOrganisation',
    'linkProvider',
    'markNotificationRead',
    'presentSecondFactor',
    'registerPasskey',
    'removePasskey',
    'removeTotp',
    'renewRecoveryCodes',
    'switchRole',
    'unlinkProvider',
  ],
  'who acts for the organisation, with what, and what it lets desks do': [
    'changeWebhook',
    'createApiToken',
    'createWebhook',
    'invitePerson',
    'issueRegistrationCode',
    'removeWebhook',
    'resendInvitation',
    'revokeApiToken',
    'revokeInvitation',
    'revokeRole',
    'rotateWebhookSecret',
    'sendWebhookAgain',
    'setEntering',
    'tryWebhook',
  ],
  'the desk records it as its own, with its own grant': [
    'addDepartment',
    'draftPublication',
    'editPublication',
    'endMembership',
    'issueInvoice',
    'recallWageReturn',
    'recogniseDesk',
    'recordHeadCount',
    'removeAttachment',
    'renameDepartment',
    'reportNegotiation',
    'reportReferralOutcome',
    'saveWagePlan',
    'saveWageReturn',
    'setBusinessProfile',
    'setCalendarException',
    'setCalendarExceptions',
    'setCapability',
    'setCategoryMapping',
    'setFacilityPeriod',
    'setGovernmentRules',
    'setInvoiceIssuer',
    'setOrderContact',
    'setMunicipality',
    'setWageTargets',
    'setWorkWeek',
  ],
  'what a government states of its own procurement; a desk records its own results': [
    'closeYear',
    'importResults',
    'recordPolicy',
    'recordResults',
    'removeRecordedResult',
    'setProcurementRule',
    'setProcurementTarget',
  ],
  'the desk extends the time itself': ['requestExtension'],
  'what a facility says of itself to all desks': ['changeFacilityProfile', 'disputeBankAccount'],
};

it('every step of a buyer or a facility is entered for them, or it is said why not', async () => {
  const parties: readonly string[] = [...BUYER_ROLES, ...FACILITY_ROLES];
  const theirs = Object.entries(POLICY).flatMap(([key, grant]) =>
    key.startsWith('Mutation.') && grant !== 'PUBLIC' && grant.some((role) => parties.includes(role))
      ? [key.replace('Mutation.', '')]
      : [],
  );
  const entered = Object.keys(ENTERED_OPERATIONS);
  expect([...entered, ...Object.values(NOT_ENTERED).flat()].sort()).toEqual(theirs.sort());

  const schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  const withField = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) => {
    const type = args[0]?.type;
    const fields = isNonNullType(type) && isInputObjectType(type.ofType) ? type.ofType.getFields() : {};
    return 'enteredFor' in fields && 'idempotencyKey' in fields ? [name] : [];
  });
  expect(withField.sort()).toEqual(entered.sort());
});

it('what overtakes an entered step is an act the audit knows', () => {
  const known = new Set(PRODUCT.flatMap(({ auditSentences = {} }) => Object.keys(auditSentences)));
  const named = Object.values(ENTERED_OPERATIONS).flatMap(({ overtakenBy }) => overtakenBy);
  expect(named.filter((action) => !known.has(action))).toEqual([]);
});

describe('What a desk enters for others', () => {
  let api: TestApi;
  let flow: OrderFlow;
  let desk: Client;
  let operations: Operation[];
  let buyerId: string;
  let facilityId: string;
  beforeAll(async () => {
    api = await startApi();
    desk = await api.as('COORDINATOR');
    flow = new OrderFlow(api, await api.as('COMPANY'), desk);
    operations = (await allOperations()).filter(({ key }) => key.startsWith('Mutation.'));
    [{ id: buyerId }] = (await flow.buyer.ask<{ buyers: [{ id: string }] }>('{ buyers { id } }')).buyers;
    facilityId = (
      await desk.ask<{ facilities: { items: [{ id: string }] } }>('{ facilities(first: 1) { items { id } } }')
    ).facilities.items[0].id;
  });
  afterAll(() => api.close());

  const said = (more: object = {}) => ({
    saidBy: '総務課 山本',
    channel: 'PHONE',
    saidAt: new Date(Date.now() - 60_000).toISOString(),
    ...more,
  });
  /** The smallest request of an operation, entered for a party. */
  const entering = (operation: string, party: object, more: object = {}) => {
    const text = operations.find(({ name }) => name === operation)?.text() ?? '';
    const fields = Object.entries({ ...party, ...said(more) }).map(([name, value]) =>
      name === 'channel' ? `${name}: ${String(value)}` : `${name}: ${JSON.stringify(value)}`,
    );
    return text.replace('(input: {', `(input: { enteredFor: { ${fields.join(', ')} },`);
  };
  const partyOf = (operation: string, ids = { buyerId, facilityId }) =>
    ENTERED_OPERATIONS[operation]?.for[0] === 'BUYER' ? { buyerId: ids.buyerId } : { facilityId: ids.facilityId };

  it.each(Object.keys(ENTERED_OPERATIONS))(
    '%s: only by the desk, only for its parties, only where they let it',
    async (name) => {
      const own = partyOf(name);
      const note = { note: 'お電話で' };
      expect(await flow.buyer.refusal(entering(name, own, note))).toBe('ACCESS.NOT_FOUND');
      const strangers = { buyerId: randomUUID(), facilityId: randomUUID() };
      expect(await desk.refusal(entering(name, partyOf(name, strangers), note))).toBe('ACCESS.NOT_FOUND');
      expect(await desk.refusal(entering(name, { buyerId, facilityId }, note))).toBe('ENTERED_FOR.PARTY_MISSING');
      if (ENTERED_OPERATIONS[name]?.for.length === 1) {
        const other = 'buyerId' in own ? { facilityId } : { buyerId };
        expect(await desk.refusal(entering(name, other, note))).toBe('ACCESS.NOT_FOUND');
      }
      const evidence = await desk.refusal(entering(name, own));
      expect(evidence === 'ENTERED_FOR.EVIDENCE_MISSING').toBe(ENTERED_OPERATIONS[name]?.evidence === 'REQUIRED');
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      expect(await desk.refusal(entering(name, own, { saidAt: tomorrow }))).toBe('ENTERED_FOR.SAID_AT_IMPOSSIBLE');
      await api.db.query(
        'INSERT INTO entering_refusal (organisation_id, refused_at) VALUES ($1, now())',
        Object.values(own),
      );
      expect(await desk.refusal(entering(name, own, note))).toBe('ENTERED_FOR.SWITCHED_OFF');
      await api.db.query('DELETE FROM entering_refusal');
    },
  );

  it('is an order from the first call to the acceptance, which the buyer and the facilities read as such', async () => {
    const forBuyer = (note: string | null = null) => ({ enteredFor: { buyerId, ...said({ note }) } });
    const { desks } = await desk.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    const dueOn = addDays(todayInTokyo(new Date()), 60);
    const lines = [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3000, dueOn }];
    const content = { deskId: desks[0].id, title: '電話で受けた封入', lines };
    type Drafted = {
      id: string;
      status: string;
      lines: [{ id: string; steps: [{ id: string }] }];
      quotes: { id: string; candidates: { id: string }[] }[];
    };
    const ORDER = '{ id status lines { id steps { id } } quotes { id candidates { id } } }';
    const drafted = await flow.step<Drafted>(desk, 'draftWorkOrder', { ...content, ...forBuyer() }, ORDER);
    expect(drafted.status).toBe('DRAFT');
    const workOrderId = drafted.id;
    await flow.step(desk, 'submitWorkOrder', { workOrderId, ...forBuyer() }, '{ id }');
    await flow.step(desk, 'reviewWorkOrder', { workOrderId }, '{ id }');
    const quoted = await flow.step<Drafted>(
      desk,
      'issueQuote',
      {
        workOrderId,
        contractType: 'DESK_CONTRACT',
        validUntil: addDays(todayInTokyo(new Date()), 14),
        lines: [{ workOrderLineId: drafted.lines[0].id, unitPriceSen: 500 }],
      },
      ORDER,
    );
    const place = { quoteId: quoted.quotes[0]?.id, ...forBuyer('注文書どおりお願いします、とのこと') };
    const key = randomUUID();
    const placed = await flow.step(desk, 'placeOrder', { idempotencyKey: key, ...place }, '{ status }');
    expect(placed).toEqual({ status: 'ORDERED' });
    // The same request again is answered again, and kept once.
    expect(await flow.step(desk, 'placeOrder', { idempotencyKey: key, ...place }, '{ status }')).toEqual(placed);

    await flow.offer(drafted);
    type Share = {
      id: string;
      facility: { id: string };
      units: number;
      actionsToEnter: string[];
      isEnteringAllowed: boolean;
    };
    const { workOrder } = await desk.ask<{ workOrder: { assignments: Share[] } }>(
      'query ($id: ID!) { workOrder(id: $id) { assignments { id units facility { id } actionsToEnter isEnteringAllowed } } }',
      { id: workOrderId },
    );
    for (const share of workOrder.assignments) {
      expect(share.actionsToEnter).toEqual(expect.arrayContaining(['accept', 'decline', 'counter']));
      expect(share.isEnteringAllowed).toBe(true);
      const forFacility = { enteredFor: { facilityId: share.facility.id, ...said({ channel: 'FAX' }) } };
      const assignmentId = share.id;
      await flow.step(desk, 'acceptAssignment', { assignmentId, ...forFacility }, '{ status }');
      // Said again, it changes nothing, and nothing more is kept.
      await flow.step(desk, 'acceptAssignment', { assignmentId, ...forFacility }, '{ status }');
      await flow.step(desk, 'reportDelivery', { assignmentId, units: share.units, ...forFacility }, '{ id }');
    }
    const { deliveriesToInspect } = await desk.ask<{ deliveriesToInspect: { items: { id: string }[] } }>(
      '{ deliveriesToInspect(first: 50) { items { id } } }',
    );
    for (const { id: deliveryId } of deliveriesToInspect.items) {
      await flow.step(desk, 'inspectDelivery', { deliveryId, defectUnits: 0 }, '{ id }');
    }
    await flow.step(desk, 'acceptWork', { workOrderId, ...forBuyer('検収しました、とのこと') }, '{ status }');

    const READ =
      'query ($id: ID!) { workOrder(id: $id) { status enteredFor { what { en } saidBy channel note enteredBy } } }';
    type Read = { workOrder: { status: string; enteredFor: { what: { en: string }; enteredBy: string | null }[] } };
    const asBuyer = await flow.buyer.ask<Read>(READ, { id: workOrderId });
    expect(asBuyer.workOrder.enteredFor.map(({ what }) => what.en)).toEqual([
      'Accepting the work',
      'Placing the order',
      'Submitting the order',
      'Drafting the order',
    ]);
    expect(asBuyer.workOrder.enteredFor.every(({ enteredBy }) => enteredBy === null)).toBe(true);
    const asDesk = await desk.ask<Read>(READ, { id: workOrderId });
    expect(asDesk.workOrder.enteredFor.every(({ enteredBy }) => enteredBy !== null)).toBe(true);
    const first = workOrder.assignments[0]!;
    const facility = await flow.facility(first.facility.id);
    const { assignment } = await facility.ask<{
      assignment: { enteredFor: { channel: string }[]; actionsToEnter: string[] };
    }>('query ($id: ID!) { assignment(id: $id) { enteredFor { channel } actionsToEnter } }', { id: first.id });
    expect(assignment).toEqual({ enteredFor: [{ channel: 'FAX' }, { channel: 'FAX' }], actionsToEnter: [] });

    // The desk did it, for them: never the party itself.
    const audit = await api.db.query<{ action: string; role: string; entered: boolean }[]>(
      `SELECT action, role, change ? 'enteredFor' AS entered FROM audit_entry
       WHERE change ? 'enteredFor' OR (role LIKE 'BUYER%' AND subject_id = $1)`,
      [workOrderId],
    );
    expect(audit.length).toBeGreaterThan(8);
    expect(new Set(audit.map(({ role, entered }) => `${role} ${entered}`))).toEqual(new Set(['DESK_COORDINATOR true']));
  });

  it('is bound by what binds the party', async () => {
    const order = await flow.order('DESK_CONTRACT', { title: '受けてから断る' });
    const [facility] = await flow.offer(order);
    const { assignments } = await desk.ask<{ assignments: { items: { id: string; facility: { id: string } }[] } }>(
      'query ($filter: AssignmentFilterInput) { assignments(filter: $filter, first: 50) { items { id facility { id } } } }',
      { filter: { workOrderId: order.id } },
    );
    const share = assignments.items.find((each) => each.facility.id === facility)!;
    const forFacility = { enteredFor: { facilityId: facility, ...said() } };
    const own = await flow.facility(facility!);
    await flow.step(own, 'acceptAssignment', { assignmentId: share.id }, '{ id }');
    const decline = { assignmentId: share.id, reason: '人手が足りない', ...forFacility };
    const answered = flow.step(desk, 'declineAssignment', decline, '{ id }');
    await expect(answered).rejects.toMatchObject({ code: 'ASSIGNMENT.ANSWERED_DIFFERENTLY' });
    // What the facility has said itself is not entered once more.
    await flow.step(desk, 'acceptAssignment', { assignmentId: share.id, ...forFacility }, '{ id }');
    // And not for another facility.
    const other = {
      enteredFor: {
        facilityId: assignments.items.find((each) => each !== share)?.facility.id ?? facilityId,
        ...said(),
      },
    };
    const wrong = flow.step(desk, 'reportProgress', { assignmentId: share.id, doneUnits: 1, ...other }, '{ id }');
    await expect(wrong).rejects.toBeInstanceOf(ApiError);
    expect(await api.db.query('SELECT 1 FROM entered_for WHERE assignment_id = $1', [share.id])).toEqual([]);
  });

  it('does not take the place of what the party has done itself since', async () => {
    const order = await flow.order('DESK_CONTRACT', { title: '先に聞き、後で入力する' });
    await flow.offer(order);
    const { assignments } = await desk.ask<{ assignments: { items: { id: string; facility: { id: string } }[] } }>(
      'query ($filter: AssignmentFilterInput) { assignments(filter: $filter, first: 50) { items { id facility { id } } } }',
      { filter: { workOrderId: order.id } },
    );
    const share = assignments.items[0]!;
    const assignmentId = share.id;
    const own = await flow.facility(share.facility.id);
    const report = (doneUnits: number, saidAt: Date) => ({
      assignmentId,
      doneUnits,
      enteredFor: { facilityId: share.facility.id, ...said({ saidAt: saidAt.toISOString() }) },
    });
    await flow.step(own, 'acceptAssignment', { assignmentId }, '{ id }');
    const between = new Date();
    await flow.step(own, 'reportProgress', { assignmentId, doneUnits: 1 }, '{ id }');
    const older = flow.step(desk, 'reportProgress', report(2, between), '{ id }');
    await expect(older).rejects.toMatchObject({
      code: 'ENTERED_FOR.OVERTAKEN',
      details: { fields: [{ path: 'enteredFor.saidAt' }] },
    });
    const read = 'query ($id: ID!) { assignment(id: $id) { doneUnits enteredFor { id } } }';
    expect(await desk.ask(read, { id: assignmentId })).toEqual({ assignment: { doneUnits: 1, enteredFor: [] } });
    await flow.step(desk, 'reportProgress', report(2, new Date()), '{ id }');
    // What the desk entered is not the party's own act: two faxes may be entered in the other order.
    await flow.step(desk, 'reportProgress', report(3, new Date(Date.now() - 1)), '{ id }');
  });

  it('the administrators of a desk read the audit of a draft it drafted, and of no other', async () => {
    const admin = await api.as('DESK_ADMIN');
    const { desks } = await desk.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    const dueOn = addDays(todayInTokyo(new Date()), 60);
    const lines = [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 100, dueOn }];
    const content = { deskId: desks[0].id, title: '電話の下書き', lines, enteredFor: { buyerId, ...said() } };
    const drafted = await flow.step<{ id: string }>(desk, 'draftWorkOrder', content, '{ id }');
    const kept = await flow.draft();
    const actionsOf = async (subjectId: string) => {
      const { auditEntries } = await admin.ask<{ auditEntries: { items: { action: string }[] } }>(
        'query ($filter: AuditFilterInput) { auditEntries(filter: $filter) { items { action } } }',
        { filter: { subjectId } },
      );
      return auditEntries.items.map(({ action }) => action);
    };
    expect(await actionsOf(drafted.id)).toEqual(['workOrder.draft']);
    expect(await actionsOf(kept.id)).toEqual([]);
  });

  it('finds no draft the buyer keeps to itself', async () => {
    const own = await flow.draft();
    const forBuyer = { workOrderId: own.id, enteredFor: { buyerId, ...said() } };
    for (const operation of ['submitWorkOrder', 'withdrawWorkOrder']) {
      const entered = flow.step(desk, operation, forBuyer, '{ id }');
      await expect(entered).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    }
    expect(await flow.buyer.ask('query ($id: ID!) { workOrder(id: $id) { status } }', { id: own.id })).toEqual({
      workOrder: { status: 'DRAFT' },
    });
  });

  it('ends when the party says so itself, and nobody else can', async () => {
    const admin = await api.asNew('BUYER_ADMIN', buyerId);
    const set = 'mutation ($input: SetEnteringInput!) { setEntering(input: $input) { entering { isAllowed } } }';
    expect(await desk.refusal(set, { input: { isAllowed: true } })).toBe('ACCESS.NOT_FOUND');
    const member = await api.asNew('BUYER_MEMBER', buyerId);
    expect(await member.refusal(set, { input: { isAllowed: false } })).toBe('ACCESS.NOT_FOUND');
    await admin.ask(set, { input: { isAllowed: false } });
    expect(await member.ask('{ entering { isAllowed } }')).toEqual({ entering: { isAllowed: false } });
    const [{ id }] = await api.db.query<[{ id: string }]>(
      'SELECT id FROM work_order WHERE buyer_id = $1 AND submitted_at IS NOT NULL LIMIT 1',
      [buyerId],
    );
    const read = await desk.ask('query ($id: ID!) { workOrder(id: $id) { isEnteringAllowed } }', { id });
    expect(read).toEqual({ workOrder: { isEnteringAllowed: false } });
    await admin.ask(set, { input: { isAllowed: true } });
  });

  it('is not there for another desk', async () => {
    const other = randomUUID();
    await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'OTHER', '別の窓口')`, [other]);
    const stranger = await api.asNew('DESK_COORDINATOR', other);
    for (const name of Object.keys(ENTERED_OPERATIONS)) {
      expect(await stranger.refusal(entering(name, partyOf(name), { note: 'お電話で' }))).toBe('ACCESS.NOT_FOUND');
    }
  });
});
