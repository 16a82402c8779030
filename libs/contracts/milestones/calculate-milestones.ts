import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { closingDateOf, governmentPaymentOn, paymentDateOf } from '#yui/directory';
import type { Contract } from '../contract/contract.entity.js';
import { lastDeliveryOn, type OrderFacts, type ShareFacts } from '../contract/order-facts.js';
import type { Balance } from '../settlement/balance.js';
import type { MilestoneKind } from '../contract/contract-milestone.entity.js';

/** A milestone as it stands now. */
export interface DueMilestone {
  readonly kind: MilestoneKind;
  readonly dueOn: LocalDate;
  /** null: still to come. */
  readonly reachedOn: LocalDate | null;
}

export interface MilestoneFacts {
  readonly facts: OrderFacts;
  readonly contract: Contract;
  /** Of this contract: of the work, and of the fee. */
  readonly balances: readonly Balance[];
  /** When the first invoice or payment notice over it went out. */
  readonly invoicedOn: LocalDate | null;
  /** Since when an invoice or payment notice that holds says what is not owed any more; null: none does. */
  readonly outdatedOn: LocalDate | null;
  /** When one was corrected last; null: never. */
  readonly correctedOn: LocalDate | null;
}

/** Days after the work is accepted within which a government is billed: its days to pay begin with the claim. */
const CLAIM_DAYS = 7;
/** Days after which the outcome of an introduction is asked for. */
export const OUTCOME_DAYS = 14;

const dayOf = (instant: Date | null): LocalDate | null => (instant === null ? null : todayInTokyo(instant));

/** What the contract waits for and waited for. What cannot be known yet is not there. */
export function calculateMilestones(about: MilestoneFacts): DueMilestone[] {
  const { contract } = about;
  if (contract.status === 'TERMINATED' || contract.status === 'LAPSED' || contract.status === 'NOT_CONCLUDED')
    return [];
  if (contract.type === 'REFERRAL')
    return [...outcomeReport(about), ...payment(about), ...correction(about), ...repayment(about)];
  return [
    ...paperReturn(about),
    ...delivery(about),
    ...acceptance(about),
    ...invoice(about),
    ...payment(about),
    ...correction(about),
    ...repayment(about),
  ];
}

function shareOf({ facts, contract }: MilestoneFacts): ShareFacts | undefined {
  return facts.shares.find(({ assignment }) => assignment.id === contract.assignmentId);
}

function paperReturn(about: MilestoneFacts): DueMilestone[] {
  const { contract, facts } = about;
  if (contract.issuedAt === null) return [];
  const reachedOn = dayOf(contract.concludedAt);
  const share = shareOf(about);
  if (share) {
    const { answerBy } = share.assignment;
    return answerBy === null ? [] : [{ kind: 'PAPER_RETURN', dueOn: todayInTokyo(answerBy), reachedOn }];
  }
  if (!facts.terms.needsSignedPaper) return [];
  return [
    {
      kind: 'PAPER_RETURN',
      dueOn: addDays(todayInTokyo(contract.issuedAt), facts.deskTerms.paperReturnDays),
      reachedOn,
    },
  ];
}

const DELIVERED_STATES: ReadonlySet<string> = new Set(['DELIVERED', 'INSPECTED', 'COMPLETED', 'CANCELLED']);
const ORDER_DELIVERED_STATES: ReadonlySet<string> = new Set([
  'DELIVERED',
  'ACCEPTED',
  'SETTLED',
  'CLOSED',
  'CANCELLED',
]);

function delivery(about: MilestoneFacts): DueMilestone[] {
  const { contract, facts } = about;
  if (contract.concludedAt === null) return [];
  const share = shareOf(about);
  if (share) {
    const isDelivered = DELIVERED_STATES.has(share.assignment.status);
    return [
      {
        kind: 'DELIVERY',
        dueOn: share.assignment.dueOn,
        reachedOn: isDelivered ? (lastDeliveryOn([share]) ?? facts.today) : null,
      },
    ];
  }
  const dueOn = facts.lines
    .filter(({ quantity }) => quantity > 0)
    .map((line) => line.dueOn)
    .sort()
    .at(-1);
  if (dueOn === undefined) return [];
  return [{ kind: 'DELIVERY', dueOn, reachedOn: orderDeliveredOn(facts) }];
}

/** The day on which the last of the work was ready for the buyer: the day みなし検収 counts from as well. */
function orderDeliveredOn(facts: OrderFacts): LocalDate | null {
  if (!ORDER_DELIVERED_STATES.has(facts.order.status)) return null;
  if (facts.order.deliveredAt !== null) return todayInTokyo(facts.order.deliveredAt);
  // An order that was cancelled was never ready as a whole.
  const days = facts.shares.flatMap(({ deliveries }) => deliveries.flatMap(({ inspectedOn }) => inspectedOn ?? []));
  return days.sort().at(-1) ?? facts.today;
}

/** The desk looks at what a facility hands over (契約型); the buyer at the whole. */
function acceptance(about: MilestoneFacts): DueMilestone[] {
  const { contract, facts } = about;
  if (contract.side !== 'DESK_FACILITY') {
    const deliveredOn = orderDeliveredOn(facts);
    if (deliveredOn === null || facts.order.status === 'CANCELLED') return [];
    return [
      {
        kind: 'ACCEPTANCE',
        dueOn: addDays(deliveredOn, facts.terms.acceptanceDays),
        reachedOn: dayOf(facts.order.acceptedAt),
      },
    ];
  }
  const share = shareOf(about);
  const open = share?.deliveries.find(({ isInspected }) => !isInspected) ?? share?.deliveries.at(-1);
  if (!open) return [];
  return [
    {
      kind: 'ACCEPTANCE',
      dueOn: addDays(open.deliveredOn, facts.deskTerms.inspectionDays),
      reachedOn: open.isInspected ? open.inspectedOn : null,
    },
  ];
}

function invoice({ facts, contract, balances, invoicedOn }: MilestoneFacts): DueMilestone[] {
  const fulfilledOn = dayOf(contract.fulfilledAt);
  if (fulfilledOn === null || balances.every(({ bookedYen }) => bookedYen === 0)) return [];
  return [{ kind: 'INVOICE', dueOn: billedBy(facts, contract, balances, fulfilledOn), reachedOn: invoicedOn }];
}

/** The closing day (締め日) of the one who pays; a facility that is to be paid before it gets its notice by then. */
function billedBy(
  { terms, deskTerms }: OrderFacts,
  { side }: Contract,
  balances: readonly Balance[],
  fulfilledOn: LocalDate,
): LocalDate {
  if (terms.isGovernment && side !== 'DESK_FACILITY') return addDays(fulfilledOn, CLAIM_DAYS);
  const closing = closingDateOf(side === 'DESK_FACILITY' ? deskTerms : terms, fulfilledOn);
  const earliest = [closing, ...balances.map(({ dueOn }) => dueOn)].sort()[0]!;
  return earliest < fulfilledOn ? fulfilledOn : earliest;
}

function payment({ contract, balances, facts, invoicedOn }: MilestoneFacts): DueMilestone[] {
  const open = balances.filter(({ bookedYen, paidYen }) => bookedYen > paidYen);
  const agreedOn = (open.length > 0 ? open : balances).map((balance) => balance.dueOn).sort()[0];
  if (agreedOn === undefined) return [];
  // A government has its days from the claim on.
  const isClaimed = facts.terms.isGovernment && contract.side !== 'DESK_FACILITY' && invoicedOn !== null;
  const dueOn = isClaimed ? governmentPaymentOn(invoicedOn) : agreedOn;
  const isPaid = open.length === 0;
  // More deliveries may follow as long as the work is not accepted.
  if (isPaid && contract.fulfilledAt === null && contract.type !== 'REFERRAL') return [];
  return [{ kind: 'PAYMENT', dueOn, reachedOn: isPaid ? (dayOf(contract.settledAt) ?? facts.today) : null }];
}

/** Somebody holds a paper that asks for, or promises, another sum than is owed. */
function correction({ outdatedOn, correctedOn }: MilestoneFacts): DueMilestone[] {
  const dueOn = outdatedOn ?? correctedOn;
  return dueOn === null ? [] : [{ kind: 'CORRECTION', dueOn, reachedOn: outdatedOn === null ? correctedOn : null }];
}

/** What was paid too much comes back on the payment day of the one who has it, counted from the correction. */
function repayment({ facts, contract, balances }: MilestoneFacts): DueMilestone[] {
  const terms = contract.side === 'DESK_FACILITY' ? facts.deskTerms : facts.terms;
  const open = balances.filter(({ bookedYen, paidYen }) => paidYen > bookedYen);
  const [first] = open.map(({ bookedOn }) => paymentDateOf(terms, bookedOn)).sort();
  if (first !== undefined) return [{ kind: 'REPAYMENT', dueOn: first, reachedOn: null }];
  const repaidOn = balances
    .flatMap((balance) => balance.repaidOn ?? [])
    .sort()
    .at(-1);
  return repaidOn === undefined ? [] : [{ kind: 'REPAYMENT', dueOn: repaidOn, reachedOn: repaidOn }];
}

function outcomeReport({ contract }: MilestoneFacts): DueMilestone[] {
  const since = todayInTokyo(contract.negotiatingAt ?? contract.createdAt);
  return [{ kind: 'OUTCOME_REPORT', dueOn: addDays(since, OUTCOME_DAYS), reachedOn: dayOf(contract.concludedAt) }];
}
