import { type CashFlow, planCash } from './cash-flow.js';
import { openParts, type OwedLine } from './open-parts.js';

const flow = (on: CashFlow['on'], amountYen: number): CashFlow => ({
  on,
  amountYen,
  contractId: 'c',
  workOrderId: 'o',
  partnerId: 'p',
  partner: 'BUYER',
  isExpected: false,
  isFee: false,
  isRepayment: false,
});

describe('the cash plan of a desk', () => {
  it('adds up day by day and says how much is laid out, and when', () => {
    const plan = planCash([flow('2026-12-25', 110_000), flow('2026-12-10', -30_000), flow('2026-12-20', -60_000)]);
    expect(plan.flows.map(({ runningYen }) => runningYen)).toEqual([-30_000, -90_000, 20_000]);
    expect(plan).toMatchObject({ gapYen: 90_000, gapOn: '2026-12-20' });
  });

  it('pays first what comes in on the same day', () => {
    expect(planCash([flow('2026-12-25', 100), flow('2026-12-25', -80)])).toMatchObject({
      gapYen: 80,
      gapOn: '2026-12-25',
    });
  });

  it('has no gap where money comes before it goes', () => {
    expect(planCash([flow('2026-12-01', 100), flow('2026-12-02', -80)])).toMatchObject({ gapYen: 0, gapOn: null });
    expect(planCash([])).toEqual({ flows: [], gapYen: 0, gapOn: null });
  });
});

describe('what is still open', () => {
  const owed = (dueOn: OwedLine['dueOn'], grossYen: number, contractId = 'a'): OwedLine => ({
    contractId,
    isFee: false,
    dueOn,
    receivedOn: null,
    grossYen,
  });

  it('is paid in the order in which it was due, contract by contract', () => {
    const lines = [owed('2026-12-31', 500), owed('2026-11-30', 300), owed('2026-11-30', 70, 'b')];
    const open = openParts(lines, new Map([['a false', 400]]));
    expect(open.map(({ contractId, dueOn, openYen }) => [contractId, dueOn, openYen])).toEqual([
      ['b', '2026-11-30', 70],
      ['a', '2026-12-31', 400],
    ]);
  });

  it('knows nothing of what was reversed on the same day', () => {
    expect(openParts([owed('2026-12-31', 500), owed('2026-12-31', -500)], new Map())).toEqual([]);
  });
});
