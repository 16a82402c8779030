import { startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

const EVERYTHING_OF_ORDERS = `query ($take: Int!) { workOrders(first: $take) { totalItems items {
  number availableActions buyer { name } desk { name } department { name }
  lines { placed unplaced workType { nameJa } steps { placed workType { nameJa } } allocations { version shares { units facility { name } } } }
  quotes { amountYen availableActions candidates { name } lines { amountYen steps { facilityUnitPriceSen } } }
  contracts { status buyer { name } facility { name } }
  assignments { status facility { name } desk { name } workType { nameJa } progressReports { doneUnits }
    deliveries { units availableActions inspection { acceptedUnits } } }
} } }`;

const WHAT_HAPPENED_TO_ORDERS = `query ($take: Int!) { workOrders(first: $take) { items {
  amendments { status lines { quantity } } cancellations { status } attachments { fileName } questions { body }
  assignments { shareChanges { status } materials { onHand } team { units } questions { body } attachments { fileName } }
} } }`;

const EVERYTHING_OF_FACILITIES = `query ($take: Int!) { facilities(first: $take) { totalItems items {
  name capabilities { unitPriceSen workType { nameJa } } serviceMentions { text } registryWages { hourYen }
  workWeek { workMinutes } calendarExceptions { day } possibleUnits(workTypeCode: "BAGGING", dueOn: "DUE_ON")
} } }`;

/** Shares, assignments, contracts, quotes and the order itself. */
const NAMES_ASKED_FROM = 5;

describe('lists with nested fields', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(async () => {
    await api.close();
  });

  it('of orders take as many statements for a hundred as for two', async () => {
    const coordinator = await api.as('COORDINATOR');
    const flow = new OrderFlow(api, await api.as('COMPANY'), coordinator);
    for (let made = 0; made < 2; made += 1) await flow.offer(await flow.order('DESK_CONTRACT', { quantity: 1500 }));
    await multiplyOrders(api, 50);

    const count = async (take: number) => {
      let items: unknown[] = [];
      const statements = await api.statementsOf(async () => {
        const answer = await coordinator.ask<{ workOrders: { items: unknown[] } }>(EVERYTHING_OF_ORDERS, { take });
        items = answer.workOrders.items;
      });
      expect(items).toHaveLength(take);
      return countReads(statements);
    };
    const few = await count(2);
    // Names are asked for from several places; whether two of them share a statement depends on which answer comes first.
    expect(Math.abs((await count(100)) - few)).toBeLessThanOrEqual(NAMES_ASKED_FROM);
    expect(few).toBeLessThanOrEqual(36);
  });

  it('of what happened to orders take as many for twenty as for two', async () => {
    const coordinator = await api.as('COORDINATOR');
    const count = async (take: number) =>
      countReads(await api.statementsOf(async () => coordinator.ask(WHAT_HAPPENED_TO_ORDERS, { take })));
    const few = await count(2);
    expect(Math.abs((await count(20)) - few)).toBeLessThanOrEqual(NAMES_ASKED_FROM);
    expect(few).toBeLessThan(30);
  });

  it('of facilities too', async () => {
    const coordinator = await api.as('COORDINATOR');
    const dueOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const query = EVERYTHING_OF_FACILITIES.replace('DUE_ON', dueOn);
    const count = async (take: number) =>
      countReads(await api.statementsOf(async () => coordinator.ask(query, { take })));
    const few = await count(2);
    expect(Math.abs((await count(100)) - few)).toBeLessThanOrEqual(NAMES_ASKED_FROM);
    expect(few).toBeLessThan(30);
  });
});

/** How many statements read something; the begin and the end of a transaction do not. */
function countReads(statements: readonly string[]): number {
  return statements.filter((statement) => !/^(BEGIN|COMMIT)/.test(statement)).length;
}

/** Copies of every order with all that hangs on it. Ids of copies are made from the id and the number of the copy. */
async function multiplyOrders(api: TestApi, copies: number): Promise<void> {
  await api.db.query(`CREATE FUNCTION copy_id(id uuid, n int) RETURNS uuid LANGUAGE sql AS
    $$ SELECT CASE WHEN id IS NULL THEN NULL ELSE md5(id::text || n)::uuid END $$`);
  const copy = async (table: string, ids: string[], changes: Record<string, string> = {}) => {
    const columns = await api.db.query<{ name: string }[]>(
      'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position',
      [table],
    );
    const names = columns.map((column) => column.name);
    const values = names.map((name) => changes[name] ?? (ids.includes(name) ? `copy_id(t.${name}, n)` : `t.${name}`));
    await api.db.query(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${table} t, generate_series(1, ${copies}) n`,
    );
  };
  await copy('work_order', ['id'], { number: `t.number || '-' || n` });
  await copy('work_order_line', ['id', 'work_order_id']);
  await copy('step', ['id', 'work_order_id', 'work_order_line_id']);
  await copy('quote', ['id', 'work_order_id']);
  await copy('quote_line', ['quote_id', 'work_order_line_id']);
  await copy('quote_step', ['quote_id', 'step_id', 'work_order_line_id']);
  await copy('allocation', ['id', 'work_order_line_id', 'step_id']);
  await copy('allocation_share', ['allocation_id']);
  await copy('assignment', ['id', 'work_order_id', 'work_order_line_id', 'step_id', 'allocation_id']);
}
