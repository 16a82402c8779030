import { randomUUID } from 'node:crypto';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

const REGISTER_FACILITY = `mutation ($input: RegisterFacilityInput!) { registerFacility(input: $input) { facility {
  id name typeCode capacityPersons municipality workWeek { weekday workMinutes } } } }`;
const REGISTER = `mutation ($input: RegisterMembershipInput!) { registerMembership(input: $input) { membership {
  id leftOn facility { id name } desk { name } } } }`;
const END = 'mutation ($input: EndMembershipInput!) { endMembership(input: $input) { membership { id leftOn } } }';
const PROFILE = `mutation ($input: ChangeFacilityProfileInput!) { changeFacilityProfile(input: $input) { facility {
  name capacityPersons municipality } } }`;
const CODE = 'mutation { issueRegistrationCode { code expiresAt } }';
const MEMBERSHIPS = `query ($filter: MembershipFilterInput, $first: Int, $after: String) {
  memberships(filter: $filter, first: $first, after: $after) { totalItems items { leftOn facility { id } desk { name } } } }`;
const REGISTER_BUYER = `mutation ($input: RegisterBuyerInput!) { registerBuyer(input: $input) { buyer {
  id name kind departments { id name } } } }`;
const LINK_BUYER = 'mutation ($input: LinkBuyerInput!) { linkBuyer(input: $input) { buyer { id name } } }';
const ADD_DEPARTMENT =
  'mutation ($input: AddDepartmentInput!) { addDepartment(input: $input) { buyer { departments { id name } } } }';
const RENAME =
  'mutation ($input: RenameDepartmentInput!) { renameDepartment(input: $input) { buyer { departments { name } } } }';

interface Registered {
  registerFacility: { facility: { id: string } };
}
interface Memberships {
  memberships: { totalItems: number; items: { leftOn: string | null; facility: { id: string } }[] };
}

let api: TestApi;
let admin: Client;
let otherDesk: Client;
beforeAll(async () => {
  api = await startApi();
  admin = await api.as('DESK_ADMIN');
  const deskId = randomUUID();
  await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'OTHER', '別の窓口')`, [deskId]);
  otherDesk = await api.asNew('DESK_ADMIN', deskId);
});
afterAll(() => api.close());

const keyed = (input: object) => ({ input: { idempotencyKey: randomUUID(), ...input } });
const newFacility = async (name: string): Promise<string> => {
  const input = { name, typeCode: 'B_TYPE', capacityPersons: 20 };
  return (await admin.ask<Registered>(REGISTER_FACILITY, keyed(input))).registerFacility.facility.id;
};
const codeOf = async (client: Client): Promise<string> =>
  (await client.ask<{ issueRegistrationCode: { code: string } }>(CODE)).issueRegistrationCode.code;

describe('a facility that is new to the product', () => {
  it('is registered with its profile and a careful week, once for one key', async () => {
    const input = keyed({
      name: '新しい作業所',
      typeCode: 'B_TYPE',
      capacityPersons: 15,
      municipality: '高知市',
      joinedOn: '2024-04-01',
    });
    const first = await admin.ask<Registered>(REGISTER_FACILITY, input);
    expect(first.registerFacility.facility).toMatchObject({
      name: '新しい作業所',
      capacityPersons: 15,
      municipality: '高知市',
    });
    expect((first.registerFacility.facility as unknown as { workWeek: object[] }).workWeek).toHaveLength(5);
    expect(await admin.ask(REGISTER_FACILITY, input)).toEqual(first);
    expect(await admin.ask<Memberships>(MEMBERSHIPS, { filter: { isLive: true } })).toMatchObject({
      memberships: { totalItems: 114 },
    });
  });

  it.each([
    [{ name: '新しい  作業所' }, 'MEMBERSHIP.NAME_TAKEN'],
    [{ typeCode: 'NOTHING' }, 'MEMBERSHIP.TYPE_UNKNOWN'],
    [{ joinedOn: '2099-01-01' }, 'MEMBERSHIP.DAY_OUT_OF_RANGE'],
    [{ capacityPersons: 0 }, 'INPUT.NUMBER_OUT_OF_RANGE'],
    [{ name: ' ' }, 'INPUT.TEXT_EMPTY'],
  ])('is refused with %j', async (wrong, code) => {
    const input = { name: 'ほかの作業所', typeCode: 'B_TYPE', capacityPersons: 20, ...wrong };
    expect(await admin.refusal(REGISTER_FACILITY, keyed(input))).toBe(code);
  });

  it('changes its own profile, and nobody else does', async () => {
    const facilityId = await newFacility('ひなた作業所');
    const facility = await api.asNew('FACILITY_ADMIN', facilityId);
    expect(await facility.ask(PROFILE, { input: { capacityPersons: 30, municipality: '南国市' } })).toEqual({
      changeFacilityProfile: { facility: { name: 'ひなた作業所', capacityPersons: 30, municipality: '南国市' } },
    });
    const [entry] = await api.db.query<[{ change: object }]>(
      `SELECT change FROM audit_entry WHERE action = 'changeFacilityProfile'`,
    );
    expect(entry.change).toEqual({
      before: { capacityPersons: 20, municipality: null },
      after: { capacityPersons: 30, municipality: '南国市' },
    });
    const member = await api.asNew('FACILITY_MEMBER', facilityId);
    expect(await member.refusal(PROFILE, { input: { name: 'x' } })).toBe('ACCESS.NOT_FOUND');
    expect(await facility.refusal(PROFILE, { input: { typeCode: 'NOTHING' } })).toBe('MEMBERSHIP.TYPE_UNKNOWN');
    expect(await (await api.as('FACILITY_1')).refusal(PROFILE, { input: { name: 'スウェル' } })).toBe(
      'MEMBERSHIP.NAME_TAKEN',
    );
  });
});

describe('a registration', () => {
  it('with a second desk needs the code the facility tells, once', async () => {
    const facilityId = await newFacility('あおぞら作業所');
    const facility = await api.asNew('FACILITY_ADMIN', facilityId);
    const stale = await codeOf(facility);
    const code = await codeOf(facility);
    expect(await otherDesk.refusal(REGISTER, keyed({ facilityId }))).toBe('ACCESS.NOT_FOUND');
    expect(await otherDesk.refusal(REGISTER, keyed({ registrationCode: stale }))).toBe('REGISTRATION.CODE_INVALID');
    expect(await otherDesk.refusal(REGISTER, keyed({}))).toBe('MEMBERSHIP.ONE_WAY');
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect(await otherDesk.ask(REGISTER, keyed({ registrationCode: typed }))).toMatchObject({
      registerMembership: { membership: { leftOn: null, facility: { id: facilityId }, desk: { name: '別の窓口' } } },
    });
    expect(await otherDesk.refusal(REGISTER, keyed({ registrationCode: code }))).toBe('REGISTRATION.CODE_INVALID');
    const { memberships } = await facility.ask<Memberships>(MEMBERSHIPS);
    expect(memberships.totalItems).toBe(2);
    const buyersCode = await codeOf(await api.as('COMPANY'));
    expect(await otherDesk.refusal(REGISTER, keyed({ registrationCode: buyersCode }))).toBe(
      'REGISTRATION.CODE_INVALID',
    );
    expect(await admin.refusal(REGISTER, keyed({ registrationCode: await codeOf(facility) }))).toBe(
      'MEMBERSHIP.ALREADY_MEMBER',
    );
  });

  it('ends: nothing new, but what runs goes on and what was done stays readable; and begins again', async () => {
    const flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
    const order = await flow.order('DESK_CONTRACT');
    const [facilityId = ''] = await flow.offer(order);
    const [facility, runs] = [await flow.facility(facilityId), await flow.order('DESK_CONTRACT')];
    expect(await flow.offer(runs)).toContain(facilityId);
    const OFFERS = 'query ($id: ID!) { workOrder(id: $id) { assignments { id units status facility { id } } } }';
    const ofFacility = async (id: string) => {
      type Shares = {
        workOrder: { assignments: { id: string; units: number; status: string; facility: { id: string } }[] };
      };
      const { workOrder } = await flow.desk.ask<Shares>(OFFERS, { id });
      return workOrder.assignments.find((row) => row.facility.id === facilityId)!;
    };
    const accepted = await ofFacility(runs.id);
    await flow.step(facility, 'acceptAssignment', { assignmentId: accepted.id }, '{ id }');
    const reason = '閉所のため';
    expect(await flow.desk.refusal(END, keyed({ facilityId, reason }))).toBe('ACCESS.NOT_FOUND');
    expect(await otherDesk.refusal(END, keyed({ facilityId, reason }))).toBe('ACCESS.NOT_FOUND');
    expect(await admin.refusal(END, keyed({ facilityId, reason: '' }))).toBe('INPUT.TEXT_EMPTY');
    expect(await admin.ask(END, keyed({ facilityId, reason }))).toMatchObject({
      endMembership: { membership: { leftOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string } },
    });
    const why = '{ memberships(filter: { isLive: false }) { items { leftReason } } }';
    expect(await admin.ask(why)).toEqual({ memberships: { items: [{ leftReason: reason }] } });
    const member = await api.asNew('FACILITY_ADMIN', facilityId);
    expect(await member.ask(why)).toEqual({ memberships: { items: [{ leftReason: null }] } });
    expect(await admin.refusal(END, keyed({ facilityId, reason }))).toBe('ACCESS.NOT_FOUND');

    const told = await api.db.query<object[]>(`SELECT 1 FROM outbox_event WHERE name = 'membership.ended'`);
    expect(told).toHaveLength(1);

    // What it had not answered is withdrawn; what it has accepted is delivered.
    expect((await ofFacility(order.id)).status).toBe('WITHDRAWN');
    await flow.step(facility, 'reportDelivery', { assignmentId: accepted.id, units: accepted.units }, '{ id }');
    const read = 'query ($id: ID!) { facility(id: $id) { name } }';
    expect(await flow.desk.ask(read, { id: facilityId })).toMatchObject({ facility: {} });

    const next = await flow.order('DESK_CONTRACT');
    expect(await flow.offer(next)).not.toContain(facilityId);
    const ended = await admin.ask<Memberships>(MEMBERSHIPS, { filter: { isLive: false } });
    expect(ended.memberships.items.map((item) => item.facility.id)).toEqual([facilityId]);

    // It has people of its own: it comes back when it says so.
    expect(await admin.refusal(REGISTER, keyed({ facilityId }))).toBe('MEMBERSHIP.CODE_NEEDED');
    await admin.ask(REGISTER, keyed({ registrationCode: await codeOf(member) }));
    const live = await admin.ask<Memberships>(MEMBERSHIPS, { filter: { isLive: true }, first: 100 });
    expect(live.memberships.items.map((item) => item.facility.id)).toContain(facilityId);
  });
});

describe('a registration the facility does not want', () => {
  it('is ended by its administrator, and the desk is told', async () => {
    const facilityId = await newFacility('かえで作業所');
    const facility = await api.asNew('FACILITY_ADMIN', facilityId);
    const member = await api.asNew('FACILITY_MEMBER', facilityId);
    const { memberships } = await facility.ask<{ memberships: { items: [{ desk: { id: string } }] } }>(
      '{ memberships { items { availableActions desk { id } } } }',
    );
    const leave = keyed({ deskId: memberships.items[0].desk.id, reason: '頼んでいないため' });
    expect(await member.refusal(END, leave)).toBe('ACCESS.NOT_FOUND');
    expect(await otherDesk.refusal(END, leave)).toBe('ACCESS.NOT_FOUND');
    expect(await facility.refusal(END, keyed({ facilityId, reason: 'x' }))).toBe('ACCESS.NOT_FOUND');
    expect(await facility.refusal(END, keyed({ deskId: randomUUID(), reason: 'x' }))).toBe('ACCESS.NOT_FOUND');
    await facility.ask(END, leave);
    const why = 'query { memberships(filter: { isLive: false }) { items { leftReason facility { id } } } }';
    const ended = { leftReason: '頼んでいないため', facility: { id: facilityId } };
    for (const side of [facility, admin]) {
      const { memberships: list } = await side.ask<{ memberships: { items: object[] } }>(why);
      expect(list.items).toContainEqual(ended);
    }
    expect(await admin.refusal(REGISTER, keyed({ facilityId }))).toBe('MEMBERSHIP.CODE_NEEDED');
  });

  it('without people is taken up again by the desk that had it, once no other desk keeps it', async () => {
    const facilityId = await newFacility('もみじ作業所');
    await admin.ask(END, keyed({ facilityId, reason: '休止' }));
    await admin.ask(REGISTER, keyed({ facilityId }));
  });
});

describe('a facility that leaves between the plan and the offer', () => {
  it('is offered nothing, and is named', async () => {
    const flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
    const order = await flow.order('DESK_CONTRACT');
    const facilityId = await newFacility('さくら作業所');
    await flow.offer(order);
    // One of its shares is as it was before it was sent, and belongs to a facility that leaves now.
    await api.db.query(`UPDATE work_order SET status = 'ORDERED' WHERE id = $1`, [order.id]);
    await api.db.query(`UPDATE assignment SET status = 'PLANNED', facility_id = $2 WHERE work_order_id = $1`, [
      order.id,
      facilityId,
    ]);
    await admin.ask(END, keyed({ facilityId, reason: '移転のため' }));
    const send = 'mutation ($input: SendAssignmentsInput!) { sendAssignments(input: $input) { workOrder { id } } }';
    const refused = flow.desk.ask(send, keyed({ workOrderId: order.id }));
    await expect(refused).rejects.toMatchObject({ code: 'MEMBERSHIP.HAS_LEFT', details: { names: 'さくら作業所' } });
  });
});

describe('a buyer', () => {
  it('is registered with its departments, which its administrator and the desk keep', async () => {
    const input = { name: '南国市役所', kind: 'GOVERNMENT', departments: ['総務課', '福祉課'] };
    type Buyer = { id: string; departments: { id: string; name: string }[] };
    const {
      registerBuyer: { buyer },
    } = await admin.ask<{ registerBuyer: { buyer: Buyer } }>(REGISTER_BUYER, keyed(input));
    expect(buyer.departments.map(({ name }) => name)).toEqual(['総務課', '福祉課']);
    expect(await admin.refusal(REGISTER_BUYER, keyed(input))).toBe('BUYER.NAME_TAKEN');
    const twice = { ...input, name: '香美市役所', departments: ['総務課', '総務課'] };
    expect(await admin.refusal(REGISTER_BUYER, keyed(twice))).toBe('BUYER.DEPARTMENT_TAKEN');
    const company = { name: '株式会社あさひ', kind: 'COMPANY', departments: ['総務課'] };
    expect(await admin.refusal(REGISTER_BUYER, keyed(company))).toBe('BUYER.NO_DEPARTMENTS');

    const buyerId = buyer.id;
    const own = await api.asNew('BUYER_ADMIN', buyerId);
    const added = await own.ask<{ addDepartment: { buyer: Buyer } }>(
      ADD_DEPARTMENT,
      keyed({ buyerId, name: '教育委員会' }),
    );
    const department = added.addDepartment.buyer.departments.find(({ name }) => name === '教育委員会');
    const rename = { input: { departmentId: department?.id, name: '学校教育課' } };
    expect(await (await api.as('COMPANY')).refusal(RENAME, rename)).toBe('ACCESS.NOT_FOUND');
    expect(await otherDesk.refusal(RENAME, rename)).toBe('ACCESS.NOT_FOUND');
    expect(await admin.ask(RENAME, rename)).toMatchObject({
      renameDepartment: { buyer: { departments: expect.arrayContaining([{ name: '学校教育課' }]) as object[] } },
    });
    expect(await own.refusal(ADD_DEPARTMENT, keyed({ buyerId, name: '学校教育課' }))).toBe('BUYER.DEPARTMENT_TAKEN');
  });

  it('orders from a second desk once it told that desk its code', async () => {
    const buyer = await api.as('COMPANY');
    const registrationCode = await codeOf(buyer);
    expect(await otherDesk.ask(LINK_BUYER, keyed({ registrationCode }))).toMatchObject({
      linkBuyer: { buyer: { name: '株式会社とさ商事（見本）' } },
    });
    expect(await buyer.ask('{ desks { code } }')).toEqual({ desks: [{ code: 'KOCHI' }, { code: 'OTHER' }] });
    const again = { registrationCode: await codeOf(buyer) };
    expect(await otherDesk.refusal(LINK_BUYER, keyed(again))).toBe('BUYER.ALREADY_REGISTERED');
    expect(await (await api.as('COORDINATOR')).refusal(LINK_BUYER, keyed(again))).toBe('ACCESS.NOT_FOUND');
  });
});
