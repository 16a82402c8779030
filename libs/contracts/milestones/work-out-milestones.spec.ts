import type { Contract } from '../contract.entity.js';
import type { OrderFacts } from '../order-facts.js';
import { workOutMilestones } from './work-out-milestones.js';

/** An order of 契約型 whose work was looked at on the 2nd, and that was ready for the buyer when `deliveredAt` says. */
function milestonesOf(deliveredAt: string) {
  const facts = {
    order: { status: 'DELIVERED', deliveredAt: new Date(deliveredAt), acceptedAt: null },
    terms: { acceptanceDays: 7, needsSignedPaper: false, isGovernment: false },
    lines: [],
    shares: [{ assignment: { id: 'share' }, deliveries: [{ inspectedOn: '2026-12-02' }] }],
  } as unknown as OrderFacts;
  const contract = {
    type: 'DESK_CONTRACT',
    side: 'BUYER_DESK',
    status: 'CONCLUDED',
    assignmentId: null,
    issuedAt: null,
    concludedAt: null,
    fulfilledAt: null,
  } as unknown as Contract;
  return workOutMilestones({ facts, contract, balances: [], invoicedOn: null });
}

describe('until when the buyer looks at the work', () => {
  it('counts from the day on which all was ready', () => {
    expect(milestonesOf('2026-12-02T10:00:00+09:00')).toEqual([
      { kind: 'ACCEPTANCE', dueOn: '2026-12-09', reachedOn: null },
    ]);
  });

  it('counts anew when the desk hands over again what the buyer had not accepted, though nothing was made anew', () => {
    expect(milestonesOf('2026-12-10T00:30:00+09:00')).toEqual([
      { kind: 'ACCEPTANCE', dueOn: '2026-12-17', reachedOn: null },
    ]);
  });
});
