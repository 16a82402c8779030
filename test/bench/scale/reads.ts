import type { Person, TestApi } from '../../harness/api.js';

/** What somebody asks for, again and again. */
export interface Read {
  readonly name: string;
  readonly as: Person;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const ORDER_ROW = `id number title status availableActions buyer { name } createdAt
  lines { id quantity dueOn placed workType { nameJa unit } }`;
const ORDER_PAGE = `id number title status availableActions buyer { name } desk { name }
  lines { id quantity dueOn placed committed done workType { nameJa unit } } quotes { id version status amountYen }`;
const SHARE_ROW = 'id status offeredUnits dueOn availableActions orderNumber orderTitle';

/** Rows of the country a read is about: the newest of their kind at the desk, the buyer and the facility of the sample. */
interface Subjects {
  readonly liveOrder: string;
  readonly closedOrder: string;
  readonly buyersOrder: string;
  readonly share: string;
  readonly openStep: string;
  readonly number: string;
}

/** The main reads of every role. */
export async function readsOf(api: TestApi): Promise<Read[]> {
  const subjects = await findSubjects(api);
  return [...ofDesk(subjects), ...ofBuyer(subjects), ...ofFacility(subjects)];
}

function ofDesk({ liveOrder, closedOrder, openStep, number }: Subjects): Read[] {
  const desk = (name: string, query: string, variables?: Read['variables']): Read => ({
    name: `desk: ${name}`,
    as: 'COORDINATOR',
    query,
    ...(variables === undefined ? {} : { variables }),
  });
  const orders = `query($filter: WorkOrderFilterInput) { workOrders(first: 20, filter: $filter) { items { ${ORDER_ROW} } endCursor } }`;
  const order = `query($id: ID!) { workOrder(id: $id) { ${ORDER_PAGE} } }`;
  const money = '(first: 20, filter: $filter) { items { id } endCursor } }';
  return [
    desk('orders, newest', orders),
    desk('orders to review', orders, { filter: { statuses: ['SUBMITTED', 'REVIEWING'] } }),
    desk('orders in production', orders, { filter: { statuses: ['IN_PRODUCTION'] } }),
    desk('orders closed', orders, { filter: { statuses: ['CLOSED'] } }),
    desk('order by number', orders, { filter: { text: number } }),
    desk('orders by words of the title', orders, { filter: { text: 'カタログの発送（第12' } }),
    desk('today', 'query { deskToday { groups { kind count items { dueOn buyer { name } } } } }'),
    desk('orders by their state, counted', 'query { workOrderCounts { byStatus { status count } } }'),
    desk('orders, counted', 'query { workOrders(first: 1) { totalItems } }'),
    desk('order page, live', order, { id: liveOrder }),
    desk('order page, closed', order, { id: closedOrder }),
    desk('shares', `query { assignments(first: 20) { items { ${SHARE_ROW} facility { name } } endCursor } }`),
    desk('plan of a step', 'query($id: ID!) { allocationPlan(input: { stepId: $id }) { snapshotHash unplaced } }', {
      id: openStep,
    }),
    desk('calls', 'query { calls(first: 20) { items { id title status } endCursor } }'),
    desk('contracts', 'query { contracts(first: 20) { items { id status amountYen } endCursor } }'),
    desk('contracts concluded', 'query { contracts(first: 20, filter: { statuses: [CONCLUDED] }) { items { id } } }'),
    desk('settlement lines', `query($filter: MoneyFilterInput) { settlementLines${money}`),
    desk('invoices', `query($filter: MoneyFilterInput) { invoices${money}`),
    desk('invoices of a partner', `query($filter: MoneyFilterInput) { invoices${money}`, {
      filter: { partner: '山田' },
    }),
    desk('payments', `query($filter: MoneyFilterInput) { payments${money}`),
    desk('papers', 'query { papers(first: 20) { items { id number kind } endCursor } }'),
    desk('papers of a partner', 'query { papers(first: 20, filter: { partner: "山田" }) { items { id } } }'),
    desk('billables', 'query { billables { payerId grossYen lineCount } }'),
    desk('payment clocks', 'query { paymentClocks { contractId daysLeft } }'),
    desk('cash plan', 'query { cashPlan { gapYen gapOn flows { on amountYen runningYen } } }'),
    desk('notifications', 'query { notifications(first: 20) { unreadItems items { id subject } endCursor } }'),
    desk('buyers', 'query { buyers { id name } }'),
    desk('facilities', 'query { facilities(first: 50) { items { id name } endCursor } }'),
    desk('members', 'query { memberships(first: 50) { items { id } endCursor } }'),
    {
      ...desk('audit, newest', 'query { auditEntries(first: 50) { items { id action } endCursor } }'),
      as: 'DESK_ADMIN',
    },
  ];
}

function ofBuyer({ buyersOrder }: Subjects): Read[] {
  const buyer = (name: string, query: string, variables: Read['variables'] = {}): Read => ({
    name: `buyer: ${name}`,
    as: 'COMPANY',
    query,
    variables,
  });
  return [
    buyer('today', 'query { buyerToday { kind count items { dueOn } } }'),
    buyer('orders', `query { workOrders(first: 20) { items { ${ORDER_ROW} } endCursor } }`),
    buyer('order page', `query($id: ID!) { workOrder(id: $id) { ${ORDER_PAGE} } }`, { id: buyersOrder }),
    buyer('papers', 'query { papers(first: 20) { items { id number kind } endCursor } }'),
    buyer('invoices', 'query { invoices(first: 20) { items { id number } endCursor } }'),
    buyer('notifications', 'query { notifications(first: 20) { unreadItems items { id subject } endCursor } }'),
  ];
}

function ofFacility({ share }: Subjects): Read[] {
  const facility = (name: string, query: string, variables: Read['variables'] = {}): Read => ({
    name: `facility: ${name}`,
    as: 'FACILITY_1',
    query,
    variables,
  });
  const shares = (statuses: string) =>
    `query { assignments(first: 20${statuses}) { items { ${SHARE_ROW} } endCursor } }`;
  return [
    facility('open offers', shares(', filter: { statuses: [OFFERED] }')),
    facility('work under way', shares(', filter: { statuses: [ACCEPTED, IN_PROGRESS] }')),
    facility('all shares', shares('')),
    facility('share page', `query($id: ID!) { assignment(id: $id) { ${SHARE_ROW} } }`, { id: share }),
    facility('calls', 'query { calls(first: 20) { items { id title status } endCursor } }'),
    facility('papers', 'query { papers(first: 20) { items { id number kind } endCursor } }'),
    facility('settlement lines', 'query { settlementLines(first: 20) { items { id } endCursor } }'),
    facility('notifications', 'query { notifications(first: 20) { unreadItems items { id subject } endCursor } }'),
  ];
}

async function findSubjects({ db }: TestApi): Promise<Subjects> {
  const one = async (sql: string): Promise<string> => {
    const [row] = await db.query<{ found: string }[]>(`WITH person AS (
      SELECT email, organisation_id FROM account JOIN role_grant ON account_id = account.id WHERE email LIKE '%@yui.example.com'
    ), desk_of AS (SELECT organisation_id AS desk_id FROM person WHERE email = 'coordinator@yui.example.com')
    ${sql} LIMIT 1`);
    if (!row) throw new Error(`The country has nothing for: ${sql}`);
    return row.found;
  };
  const ofStatus = (status: string, column = 'id') =>
    one(
      `SELECT ${column} AS found FROM work_order JOIN desk_of USING (desk_id) WHERE status IN ('${status}') ORDER BY created_at DESC`,
    );
  return {
    liveOrder: await ofStatus("IN_PRODUCTION', 'ORDERED"),
    closedOrder: await ofStatus('CLOSED'),
    number: await ofStatus('CLOSED', 'number'),
    buyersOrder: await one(`SELECT id AS found FROM work_order JOIN person ON organisation_id = buyer_id
      WHERE email = 'company@yui.example.com' AND status = 'CLOSED' ORDER BY created_at DESC`),
    share: await one(`SELECT id AS found FROM assignment JOIN person ON organisation_id = facility_id
      WHERE email = 'facility-1@yui.example.com' ORDER BY created_at DESC`),
    openStep:
      await one(`SELECT step.id AS found FROM step JOIN desk_of USING (desk_id) JOIN work_order ON work_order.id = work_order_id
      WHERE status = 'ORDERED' ORDER BY created_at DESC`),
  };
}
