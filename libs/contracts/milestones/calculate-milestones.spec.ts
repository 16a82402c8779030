import type { LocalDate } from '#yui/calendar';
import type { Contract } from '../contract/contract.entity.js';
import type { OrderFacts } from '../contract/order-facts.js';
import type { Balance } from '../settlement/balance.js';
import { calculateMilestones } from './calculate-milestones.js';

const NO_INVOICE = { invoicedOn: null, outdatedOn: null, correctedOn: null };

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
  return calculateMilestones({ facts, contract, balances: [], ...NO_INVOICE });
}

describe('until when the buyer looks at the work', () => {
  it('counts from the day on which all was ready', () => {
    expect(milestonesOf('2026-12-02T10:00:00+09:00')).toEqual([
      { kind: 'ACCEPTANCE', dueOn: '2026-12-09', reachedOn: null },
    ]);
  });

  it('counts again when the desk hands over again what the buyer had not accepted, though nothing was made again', () => {
    expect(milestonesOf('2026-12-10T00:30:00+09:00')).toEqual([
      { kind: 'ACCEPTANCE', dueOn: '2026-12-17', reachedOn: null },
    ]);
  });
});

/** By when work is billed that was accepted on 12 December, where the buyer closes on the 20th and the desk with the month. */
function billedBy(side: Contract['side'], paidOn: LocalDate, isGovernment = false) {
  const facts = {
    order: { status: 'ACCEPTED', deliveredAt: new Date('2026-12-11T10:00:00+09:00'), acceptedAt: null },
    terms: { acceptanceDays: 7, isGovernment, closingDay: 20, paymentMonths: 1, paymentDay: 31 },
    deskTerms: { closingDay: 31, paymentMonths: 1, paymentDay: 31 },
    lines: [],
    shares: [],
  } as unknown as OrderFacts;
  const contract = {
    type: 'DESK_CONTRACT',
    side,
    status: 'FULFILLED',
    issuedAt: null,
    concludedAt: null,
    fulfilledAt: new Date('2026-12-12T10:00:00+09:00'),
  } as unknown as Contract;
  const balances: Balance[] = [
    { contractId: 'c', isFee: false, bookedYen: 1, paidYen: 0, dueOn: paidOn, bookedOn: '2026-12-12', repaidOn: null },
  ];
  const milestones = calculateMilestones({ facts, contract, balances, ...NO_INVOICE });
  return milestones.find(({ kind }) => kind === 'INVOICE')?.dueOn;
}

describe('by when work is billed', () => {
  it('is the closing day of the one who pays', () => {
    expect(billedBy('BUYER_DESK', '2027-01-31')).toBe('2026-12-20');
    expect(billedBy('DESK_FACILITY', '2027-01-29')).toBe('2026-12-31');
  });

  it('is before it for a facility that is to be paid before it, but never before there is something to bill', () => {
    expect(billedBy('DESK_FACILITY', '2026-12-28')).toBe('2026-12-28');
    expect(billedBy('DESK_FACILITY', '2026-12-10')).toBe('2026-12-12');
  });

  it('is soon for a government, whose days to pay begin with the claim', () => {
    expect(billedBy('BUYER_DESK', '2027-01-11', true)).toBe('2026-12-19');
  });
});
