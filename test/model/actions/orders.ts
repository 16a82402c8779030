import { randomUUID } from 'node:crypto';
import { addDays } from '#yui/calendar';
import type { Order } from '../seen.js';
import { OTHER_WORK_TYPE } from '../stage.js';
import { type Makers, REASON, reasoned, type Request, simple, type Situation } from './request.js';

const openQuote = (order: Order) => order.quotes.find(({ status }) => status === 'ISSUED') ?? order.quotes[0];

export const ORDER_ACTIONS: Makers<Order> = {
  submit: simple('submitWorkOrder', 'workOrderId', 'WORK_ORDER.DUE_DATE_TOO_EARLY'),
  withdraw: simple('withdrawWorkOrder', 'workOrderId'),
  review: simple('reviewWorkOrder', 'workOrderId'),
  reject: reasoned('rejectWorkOrder', 'workOrderId'),
  setSteps,
  quote,
  reviseQuote: simple('reviseQuote', 'workOrderId'),
  refuseQuote: (order) => {
    const quoteId = openQuote(order)?.id ?? randomUUID();
    return { mutation: 'refuseQuote', input: { quoteId, reason: REASON } };
  },
  order: (order, { dice }) => {
    const found = openQuote(order);
    const chosenFacilityId = found?.candidates.length ? dice.one(found.candidates).id : null;
    return { mutation: 'placeOrder', input: { quoteId: found?.id ?? randomUUID(), chosenFacilityId } };
  },
  sendAssignments: simple('sendAssignments', 'workOrderId', 'ASSIGNMENT.DUE_DATE_PASSED'),
  accept: simple('acceptWork', 'workOrderId'),
  rejectWork: (order, { dice }) => {
    const { id, quantity } = dice.one(order.lines);
    const lines = [{ workOrderLineId: id, units: dice.between(1, quantity), toRedo: '封をやり直す' }];
    return { mutation: 'rejectWork', input: { workOrderId: order.id, reason: REASON, lines } };
  },
  proposeAmendment,
  requestCancellation: reasoned('requestCancellation', 'workOrderId'),
  cancel: reasoned('cancelWorkOrder', 'workOrderId'),
  nameLead: (order, { dice }) => {
    const facilityId = dice.happens(3, 4) ? (dice.one(order.assignments)?.facility.id ?? null) : null;
    // Only who has said yes can lead.
    const mayFail = ['ACCESS.NOT_FOUND'];
    return { mutation: 'nameLeadFacility', input: { workOrderId: order.id, facilityId }, mayFail };
  },
};

async function setSteps(order: Order, { stage, dice }: Situation): Promise<Request> {
  const { id, dueOn, workType } = dice.one(order.lines);
  const earlier = await stage.workingDaysFromNow(dice.between(4, 10));
  const last = { workTypeCode: workType.code, dueOn };
  const steps = dice.happens(2, 3) ? [{ workTypeCode: OTHER_WORK_TYPE, dueOn: earlier }, last] : [last];
  const mayFail = ['STEP.DUE_DATES_OUT_OF_ORDER'];
  return { mutation: 'setSteps', input: { workOrderLineId: id, steps }, mayFail };
}

async function quote(order: Order, { stage, habits, dice }: Situation): Promise<Request> {
  const lines = order.lines.map(({ id, steps }) => {
    const shares = steps.map((step) => ({ stepId: step.id, facilityUnitPriceSen: dice.between(101, 699) }));
    const sum = shares.reduce((sen, step) => sen + step.facilityUnitPriceSen, 0);
    const unitPriceSen = sum + dice.between(0, 333);
    return { workOrderLineId: id, unitPriceSen, ...(steps.length > 1 ? { steps: shares } : {}) };
  });
  const contractType = typeOf({ habits, dice });
  const candidates = stage.facilities.slice(0, dice.between(1, stage.facilities.length));
  return {
    mutation: 'issueQuote',
    input: {
      workOrderId: order.id,
      contractType,
      validUntil: await stage.daysFromNow(dice.between(habits.do('quotes for today only', dice) ? 0 : 7, 30)),
      isDeemedAccepted: habits.do('takes silence for a yes', dice),
      lines: contractType === 'REFERRAL' ? [] : lines,
      candidateFacilityIds: contractType === 'REFERRAL' ? candidates.map((row) => row.organisationId) : null,
    },
  };
}

function typeOf({ habits, dice }: Pick<Situation, 'habits' | 'dice'>): string {
  if (habits.do('refers', dice)) return 'REFERRAL';
  return habits.do('brokers', dice) ? 'BROKERED' : 'DESK_CONTRACT';
}

async function proposeAmendment(order: Order, { actor, dice }: Situation): Promise<Request> {
  const { id, quantity, dueOn } = dice.one(order.lines);
  const line = {
    workOrderLineId: id,
    ...(dice.happens(2, 3) ? { quantity: dice.between(1, quantity + Math.ceil(quantity / 2)) } : {}),
    ...(dice.happens(1, 2) ? { dueOn: addDays(dueOn, dice.between(0, 20) - 10) } : {}),
    ...(dice.happens(1, 4) ? { specification: `青い封筒 ${dice.between(1, 999)}` } : {}),
  };
  const input = { workOrderId: order.id, reason: REASON, lines: [line] };
  const mayFail = ['AMENDMENT.NOTHING_CHANGES', 'WORK_ORDER.DUE_DATE_TOO_EARLY'];
  if (actor.kind === 'BUYER') return { mutation: 'proposeAmendment', input, mayFail };
  // What a desk proposes is tried out at once, by the rules of an acceptance.
  const tried = ['AMENDMENT.CUTS_DIFFER', 'STEP.DUE_DATES_OUT_OF_ORDER', 'SHARE_CHANGE.ASKED_BEFORE'];
  return { mutation: 'offerAmendment', input, mayFail: [...mayFail, ...tried] };
}
