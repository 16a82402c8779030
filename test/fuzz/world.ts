import { randomUUID } from 'node:crypto';
import { organisationKindOf, type Role, ROLES } from '#yui/platform';
import { POLICY } from '../../apps/api/policy.js';
import { type Client, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

/** Who asks. */
export interface Asker {
  readonly name: string;
  /** What the policy grants, as `Query.me`. */
  readonly granted: ReadonlySet<string>;
  /** Somebody new each time: what they do to their own account is no matter to the next. */
  readonly open: () => Promise<Client>;
  /** Ids of rows the asker must never be shown. */
  readonly foreignIds: ReadonlySet<string>;
}

export interface World {
  readonly askers: readonly Asker[];
  readonly ids: readonly string[];
}

/** Two desks that know nothing of one another, with all that hangs on an order that was taken at the first. */
export async function createWorld(api: TestApi): Promise<World> {
  const flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
  const order = await flow.order('DESK_CONTRACT');
  const [facilityId = ''] = await flow.offer(order);
  const facility = await flow.facility(facilityId);
  const { assignments } = await facility.ask<{ assignments: { items: { id: string }[] } }>(
    '{ assignments { items { id } } }',
  );
  await flow.step(facility, 'acceptAssignment', { assignmentId: assignments.items[0]?.id }, '{ id }');
  await new OrderFlow(api, await api.as('CITY'), flow.desk).quote('DESK_CONTRACT');

  const column = async (query: string, values: unknown[] = []) =>
    (await api.db.query<{ id: string }[]>(query, values)).map(({ id }) => id);
  const [deskId = ''] = await column('SELECT id FROM desk');
  const [buyerId = ''] = await column('SELECT buyer_id AS id FROM work_order WHERE id = $1', [order.id]);
  const all = await idsOfTenants(api);
  const ofOrders = async (where: string, value: string) =>
    column(
      `SELECT id FROM work_order o WHERE ${where} UNION ALL SELECT l.id FROM work_order_line l
       JOIN work_order o ON o.id = l.work_order_id WHERE ${where} UNION ALL SELECT q.id FROM quote q
       JOIN work_order o ON o.id = q.work_order_id WHERE ${where}`,
      [value],
    );
  const ofPlanning = await column('SELECT id FROM allocation');
  const notOfBuyer = [...(await ofOrders('o.buyer_id <> $1', buyerId)), ...ofPlanning];
  const notOfFacility = [
    ...(await ofOrders('o.id::text <> $1', '')),
    ...ofPlanning,
    ...(await column('SELECT id FROM assignment WHERE facility_id <> $1', [facilityId])),
  ];
  const others = await organisationsOfStrangers(api);
  const own: Readonly<Record<string, { id: string; foreign: readonly string[] }>> = {
    BUYER: { id: buyerId, foreign: notOfBuyer },
    DESK: { id: deskId, foreign: [] },
    FACILITY: { id: facilityId, foreign: notOfFacility },
  };
  const askers = ROLES.flatMap((role): Asker[] => {
    const kind = organisationKindOf(role);
    // Who runs the installation knows its desks.
    const hidden = role === 'PLATFORM_ADMIN' ? all.filter((id) => id !== deskId) : all;
    const stranger = asker(api, `${role} elsewhere`, role, others[kind] ?? randomUUID(), hidden);
    const home = own[kind];
    return home ? [stranger, asker(api, role, role, home.id, home.foreign)] : [stranger];
  });
  const nobody: Asker = {
    name: 'nobody',
    granted: grantedTo(null),
    open: async () => api.nobody,
    foreignIds: new Set(all),
  };
  return { askers: [...askers, nobody], ids: [...all, ...Object.values(others)] };
}

function asker(api: TestApi, name: string, role: Role, organisationId: string, foreign: readonly string[]): Asker {
  return {
    name,
    granted: grantedTo(role),
    open: async () => api.asNew(role, organisationId),
    foreignIds: new Set(foreign),
  };
}

function grantedTo(role: Role | null): ReadonlySet<string> {
  const operations = Object.entries(POLICY).filter(
    ([, grant]) => (role === null && grant === 'PUBLIC') || (role !== null && grant.includes(role)),
  );
  return new Set(operations.map(([operation]) => operation));
}

/** The id of every row there is in a table with ids, whatever it is called: what is added later is fuzzed, too. */
async function idsOfTenants(api: TestApi): Promise<string[]> {
  const tables = await api.db.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'`,
  );
  const ids: string[] = [];
  for (const { name } of tables) {
    const rows = await api.db.query<{ id: string }[]>(`SELECT id FROM "${name}" ORDER BY id LIMIT 40`);
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

async function organisationsOfStrangers(api: TestApi): Promise<Record<string, string>> {
  const mark = randomUUID().slice(0, 8);
  const ids = { DESK: randomUUID(), BUYER: randomUUID(), FACILITY: randomUUID() };
  await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, $2, 'Another desk')`, [ids.DESK, mark]);
  await api.db.query(`INSERT INTO buyer (id, code, kind, name) VALUES ($1, $2, 'COMPANY', 'Another buyer')`, [
    ids.BUYER,
    mark,
  ]);
  await api.db.query(
    `INSERT INTO facility (id, name, type_code, capacity_persons) VALUES ($1, 'Another facility', 'B_TYPE', 20)`,
    [ids.FACILITY],
  );
  return ids;
}
