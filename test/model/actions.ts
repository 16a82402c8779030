import { randomUUID } from 'node:crypto';
import { addDays } from '#yui/calendar';
import type { Dice } from './dice.js';
import type { Call, Order, Share, Sight, Thing } from './seen.js';
import { type Actor, OTHER_WORK_TYPE, type Stage } from './stage.js';

/** One thing somebody asks of the product. */
export interface Request {
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The codes with which it may be refused although it was offered. */
  readonly mayFail?: readonly string[];
}

/** From where one acts: what one sees, what it is about, and chance. */
export interface Situation {
  readonly stage: Stage;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly dice: Dice;
}

/** Makes the request for an action; null: it cannot be asked for in this situation. */
type Maker<Subject> = (subject: Subject, situation: Situation) => Promise<Request | null> | Request | null;
type Makers<Subject> = Readonly<Record<string, { readonly weight: number; readonly make: Maker<Subject> }>>;

const REASON = 'やむを得ない事情のため';
const on = <Subject>(weight: number, make: Maker<Subject>) => ({ weight, make });
const simple = (mutation: string, idName: string, weight: number, ...mayFail: string[]) =>
  on<{ readonly id: string }>(weight, ({ id }) => ({ mutation, input: { [idName]: id }, mayFail }));
const reasoned = (mutation: string, idName: string, weight: number, ...mayFail: string[]) =>
  on<{ readonly id: string }>(weight, ({ id }) => ({ mutation, input: { [idName]: id, reason: REASON }, mayFail }));

const openQuote = (order: Order) => order.quotes.find(({ status }) => status === 'ISSUED') ?? order.quotes[0];

export const ORDER_ACTIONS: Makers<Order> = {
  submit: simple('submitWorkOrder', 'workOrderId', 40, 'WORK_ORDER.DUE_DATE_TOO_EARLY'),
  withdraw: simple('withdrawWorkOrder', 'workOrderId', 1),
  review: simple('reviewWorkOrder', 'workOrderId', 40),
  reject: reasoned('rejectWorkOrder', 'workOrderId', 1),
  setSteps: on(2, setSteps),
  quote: on(30, quote),
  reviseQuote: simple('reviseQuote', 'workOrderId', 1),
  refuseQuote: on(1, (order) => {
    const quoteId = openQuote(order)?.id ?? randomUUID();
    return { mutation: 'refuseQuote', input: { quoteId, reason: REASON }, mayFail: ['QUOTE.EXPIRED'] };
  }),
  order: on(40, (order, { dice }) => {
    const found = openQuote(order);
    const chosenFacilityId = found?.candidates.length ? dice.one(found.candidates).id : null;
    const input = { quoteId: found?.id ?? randomUUID(), chosenFacilityId };
    return { mutation: 'placeOrder', input, mayFail: ['QUOTE.EXPIRED'] };
  }),
  sendAssignments: simple('sendAssignments', 'workOrderId', 20, 'ASSIGNMENT.NOTHING_TO_SEND'),
  accept: simple('acceptWork', 'workOrderId', 12),
  rejectWork: on(3, (order, { dice }) => {
    const { id, quantity } = dice.one(order.lines);
    const lines = [{ workOrderLineId: id, units: dice.between(1, quantity), toRedo: '封をやり直す' }];
    return { mutation: 'rejectWork', input: { workOrderId: order.id, reason: REASON, lines } };
  }),
  proposeAmendment: on(2, proposeAmendment),
  requestCancellation: reasoned('requestCancellation', 'workOrderId', 1, 'CANCELLATION.ASKED_BEFORE'),
  cancel: reasoned('cancelWorkOrder', 'workOrderId', 1),
  nameLead: on(1, (order, { dice }) => {
    const facilityId = dice.happens(3, 4) ? (dice.one(order.assignments)?.facility.id ?? null) : null;
    // Only who has said yes can lead.
    return {
      mutation: 'nameLeadFacility',
      input: { workOrderId: order.id, facilityId },
      mayFail: ['ACCESS.NOT_FOUND'],
    };
  }),
};

async function setSteps(order: Order, { stage, dice }: Situation): Promise<Request> {
  const { id, dueOn, workType } = dice.one(order.lines);
  const earlier = await stage.workingDaysFromNow(dice.between(4, 10));
  const last = { workTypeCode: workType.code, dueOn };
  const steps = dice.happens(2, 3) ? [{ workTypeCode: OTHER_WORK_TYPE, dueOn: earlier }, last] : [last];
  const mayFail = ['STEP.DUE_DATES_OUT_OF_ORDER'];
  return { mutation: 'setSteps', input: { workOrderLineId: id, steps }, mayFail };
}

async function quote(order: Order, { stage, dice }: Situation): Promise<Request> {
  const contractType = dice.weighted([
    { weight: 4, type: 'DESK_CONTRACT' },
    { weight: 3, type: 'BROKERED' },
    { weight: 2, type: 'REFERRAL' },
  ]).type;
  const lines = order.lines.map(({ id, steps }) => {
    const shares = steps.map((step) => ({ stepId: step.id, facilityUnitPriceSen: dice.between(101, 699) }));
    const sum = shares.reduce((sen, step) => sen + step.facilityUnitPriceSen, 0);
    const unitPriceSen = sum + dice.between(0, 333);
    return { workOrderLineId: id, unitPriceSen, ...(steps.length > 1 ? { steps: shares } : {}) };
  });
  const candidates = stage.facilities.slice(0, dice.between(1, stage.facilities.length));
  return {
    mutation: 'issueQuote',
    input: {
      workOrderId: order.id,
      contractType,
      validUntil: await stage.daysFromNow(dice.between(0, 30)),
      isDeemedAccepted: dice.happens(1, 2),
      lines: contractType === 'REFERRAL' ? [] : lines,
      candidateFacilityIds: contractType === 'REFERRAL' ? candidates.map((row) => row.organisationId) : null,
    },
  };
}

async function proposeAmendment(order: Order, { dice }: Situation): Promise<Request> {
  const { id, quantity, dueOn } = dice.one(order.lines);
  const line = {
    workOrderLineId: id,
    ...(dice.happens(2, 3) ? { quantity: dice.between(1, quantity + Math.ceil(quantity / 2)) } : {}),
    ...(dice.happens(1, 2) ? { dueOn: addDays(dueOn, dice.between(0, 20) - 10) } : {}),
    ...(dice.happens(1, 4) ? { specification: `青い封筒 ${dice.between(1, 999)}` } : {}),
  };
  return {
    mutation: 'proposeAmendment',
    input: { workOrderId: order.id, reason: REASON, lines: [line] },
    mayFail: ['AMENDMENT.PROPOSED_BEFORE', 'AMENDMENT.NOTHING_CHANGES', 'WORK_ORDER.DUE_DATE_TOO_EARLY'],
  };
}

const handedOver = ({ deliveries }: Share) =>
  deliveries.reduce((sum, { units, inspection }) => sum + (inspection?.acceptedUnits ?? units), 0);
const leftOf = (share: Share) => Math.max(1, (share.acceptedUnits ?? share.offeredUnits) - handedOver(share));

const FULL = ['CAPACITY.EXCEEDED'];
/** The worker ends offers a little later than their last moment. */
const LATE = 'ASSIGNMENT.DEADLINE_PASSED';

const deliver = on<Share>(24, (share, { dice }) => {
  const left = leftOf(share);
  const units = dice.happens(2, 3) ? left : dice.between(1, left);
  const mayFail = ['STEP.NOT_HANDED_OVER', 'ASSIGNMENT.DELIVERY_OUT_OF_RANGE'];
  return { mutation: 'reportDelivery', input: { assignmentId: share.id, units }, mayFail };
});

export const SHARE_ACTIONS: Makers<Share> = {
  accept: simple('acceptAssignment', 'assignmentId', 24, ...FULL, LATE),
  acceptPart: on(2, ({ id, offeredUnits }, { dice }) => ({
    mutation: 'acceptPartOfAssignment',
    input: { assignmentId: id, units: dice.between(1, offeredUnits - 1), reason: REASON },
    mayFail: [...FULL, LATE, 'ASSIGNMENT.PART_OUT_OF_RANGE'],
  })),
  counter: on(2, ({ id, offeredUnits, dueOn, unitPriceSen }, { dice }) => ({
    mutation: 'counterAssignment',
    input: {
      assignmentId: id,
      reason: REASON,
      units: dice.happens(1, 2) ? dice.between(1, offeredUnits) : null,
      dueOn: dice.happens(1, 2) ? addDays(dueOn, dice.between(0, 4)) : null,
      unitPriceSen: dice.happens(1, 2) ? unitPriceSen + dice.between(0, 50) : null,
    },
    mayFail: [...FULL, LATE, 'ASSIGNMENT.COUNTER_SAME'],
  })),
  decline: reasoned('declineAssignment', 'assignmentId', 2, LATE),
  reportProgress: on(4, ({ id, doneUnits, acceptedUnits }, { dice }) => ({
    mutation: 'reportProgress',
    input: { assignmentId: id, doneUnits: dice.between(doneUnits, acceptedUnits ?? doneUnits) },
    mayFail: ['STEP.NOT_HANDED_OVER'],
  })),
  deliverPart: { ...deliver, weight: 3 },
  deliverRest: deliver,
  handBack: on(1, ({ id, doneUnits, acceptedUnits }, { dice }) => ({
    mutation: 'handBackAssignment',
    input: { assignmentId: id, reason: REASON, units: dice.between(1, (acceptedUnits ?? 1) - doneUnits) },
    mayFail: ['ASSIGNMENT.HAND_BACK_OUT_OF_RANGE'],
  })),
  confirmStop: on(8, (share, { dice }) => ({
    mutation: 'confirmStop',
    input: { assignmentId: share.id, doneUnits: dice.between(share.doneUnits, share.acceptedUnits ?? 0) },
    mayFail: ['STEP.NOT_HANDED_OVER', 'ASSIGNMENT.CUT_OUT_OF_RANGE'],
  })),
  confirmPart: simple(
    'confirmPart',
    'assignmentId',
    8,
    'ASSIGNMENT.COUNTER_DATE_TOO_LATE',
    'ASSIGNMENT.COUNTER_PRICE_TOO_HIGH',
  ),
  offerAgain: on(4, ({ id, offeredUnits }, { dice }) => ({
    mutation: 'offerAgain',
    input: { assignmentId: id, units: dice.happens(1, 2) ? dice.between(1, offeredUnits) : null },
    mayFail: ['ASSIGNMENT.OFFER_DATE_OUT_OF_RANGE', 'ASSIGNMENT.PART_OUT_OF_RANGE'],
  })),
  withdraw: reasoned('withdrawAssignment', 'assignmentId', 1),
  inspect: on(30, inspect),
  returnWork: on(4, ({ id, ...share }, { sight, stage, dice }) => {
    const rejection = sight.order?.rejections.find(({ status }) => status === 'OPEN');
    return rejection ? askRework(rejection.id, { id, ...share }, stage, dice) : null;
  }),
};

async function inspect({ deliveries }: Share, { stage, dice }: Situation): Promise<Request | null> {
  const waiting = deliveries.filter(({ inspection }) => inspection === null);
  const delivery = waiting.length > 0 ? dice.one(waiting) : null;
  if (!delivery) return null;
  const defectUnits = dice.happens(1, 2) ? 0 : dice.between(1, delivery.units);
  const defectHandling = defectUnits === 0 ? null : dice.one(['REWORK', 'REDUCE']);
  const reworkDueOn = await stage.workingDaysFromNow(dice.between(1, 8));
  const defects = defectUnits === 0 ? [] : [{ kind: 'SEAL', units: dice.between(1, defectUnits) }];
  return {
    mutation: 'inspectDelivery',
    input: { deliveryId: delivery.id, defectUnits, defectHandling, reworkDueOn, defects },
    mayFail: [...FULL, 'STEP.USED_BY_NEXT'],
  };
}

async function askRework(rejectionId: string, share: Share, stage: Stage, dice: Dice): Promise<Request> {
  return {
    mutation: 'askRework',
    input: {
      rejectionId,
      assignmentId: share.id,
      units: dice.between(1, Math.max(1, handedOver(share))),
      toRedo: '封をやり直す',
      reworkDueOn: await stage.workingDaysFromNow(dice.between(1, 8)),
    },
    mayFail: [...FULL, 'STEP.USED_BY_NEXT', 'REJECTION.UNITS_OUT_OF_RANGE'],
  };
}

export const AMENDMENT_ACTIONS: Makers<Thing> = {
  accept: on(5, acceptAmendment),
  refuse: reasoned('refuseAmendment', 'amendmentId', 2),
  withdraw: simple('withdrawAmendment', 'amendmentId', 1),
};

async function acceptAmendment({ id }: Thing, { stage, actor, sight, dice }: Situation): Promise<Request> {
  const mayFail = [
    'AMENDMENT.NOT_NOW',
    'AMENDMENT.CUTS_DIFFER',
    'ASSIGNMENT.CUT_OUT_OF_RANGE',
    'STEP.DUE_DATES_OUT_OF_ORDER',
    'WORK_ORDER.DUE_DATE_TOO_EARLY',
    'SHARE_CHANGE.ASKED_BEFORE',
  ];
  if (actor.kind !== 'DESK') return { mutation: 'acceptAmendment', input: { amendmentId: id }, mayFail };
  const { amendmentEffect } = await stage.ask<{
    amendmentEffect: { steps: { position: number; surplusAccepted: number }[] };
  }>(actor, 'query ($id: Uuid!) { amendmentEffect(amendmentId: $id) { steps { position surplusAccepted } } }', { id });
  const cuts: { assignmentId: string; units: number }[] = [];
  for (const { position, surplusAccepted } of amendmentEffect.steps) {
    let left = surplusAccepted;
    for (const share of sight.shares.filter((row) => row.stepPosition === position)) {
      if (!['ACCEPTED', 'IN_PROGRESS', 'REWORK'].includes(share.status) || left === 0) continue;
      const most = Math.max(0, (share.acceptedUnits ?? 0) - handedOver(share));
      const taken = Math.min(left, dice.happens(2, 3) ? most : dice.between(0, most));
      if (taken > 0) cuts.push({ assignmentId: share.id, units: (share.acceptedUnits ?? 0) - taken });
      left -= taken;
    }
  }
  return { mutation: 'acceptAmendment', input: { amendmentId: id, cuts }, mayFail };
}

export const CANCELLATION_ACTIONS: Makers<Thing> = {
  grant: on(2, (_, { sight }) => {
    const workOrderId = sight.order?.id ?? randomUUID();
    // Delivered meanwhile: it can only be refused, unless the buyer does not accept the work.
    const mayFail = sight.order?.status === 'DELIVERED' ? ['TRANSITION.NOT_ALLOWED'] : [];
    return { mutation: 'cancelWorkOrder', input: { workOrderId, reason: REASON }, mayFail };
  }),
  refuse: on(3, (_, { sight }) => {
    const workOrderId = sight.order?.id ?? randomUUID();
    return { mutation: 'refuseCancellation', input: { workOrderId, reason: REASON } };
  }),
  withdraw: on(1, (_, { sight }) => {
    const workOrderId = sight.order?.id ?? randomUUID();
    return { mutation: 'withdrawCancellation', input: { workOrderId } };
  }),
};

export const REJECTION_ACTIONS: Makers<Thing> = {
  answer: on(6, ({ id }) => ({ mutation: 'answerRejection', input: { rejectionId: id, answer: 'やり直します。' } })),
  askRework: on(8, ({ id }, { sight, stage, dice }) => {
    const finished = sight.shares.filter(({ status }) => status === 'INSPECTED');
    return finished.length > 0 ? askRework(id, dice.one(finished), stage, dice) : null;
  }),
};

export const CHANGE_ACTIONS: Makers<Thing> = {
  agree: on(5, ({ id }) => ({
    mutation: 'answerShareChange',
    input: { shareChangeId: id, isAgreed: true },
    mayFail: [...FULL, 'ASSIGNMENT.CUT_OUT_OF_RANGE'],
  })),
  refuse: on(2, ({ id }) => ({
    mutation: 'answerShareChange',
    input: { shareChangeId: id, isAgreed: false, reason: REASON },
  })),
  withdraw: simple('withdrawShareChange', 'shareChangeId', 1),
};

const answerCall: Maker<{ readonly id: string }> = async ({ id }, { stage, sight, dice }) => {
  const call = sight.calls.find((each) => each.id === id);
  return {
    mutation: 'answerCall',
    input: {
      callId: id,
      units: dice.between(1, call?.quantity ?? 1),
      unitPriceSen: dice.between(50, 700),
      earliestFinishOn: await stage.workingDaysFromNow(dice.between(1, 10)),
    },
  };
};

export const CALL_ACTIONS: Makers<Call> = {
  answer: on(6, answerCall),
  decline: reasoned('declineCall', 'callId', 2),
  ask: on(1, ({ id }) => ({ mutation: 'askCallQuestion', input: { callId: id, question: '箱の大きさは？' } })),
  answerQuestion: on(3, ({ questions }) => {
    const open = questions.find(({ answer }) => answer === null);
    return open ? { mutation: 'answerCallQuestion', input: { callQuestionId: open.id, answer: 'A4です。' } } : null;
  }),
  close: simple('closeCall', 'callId', 4),
  cancel: reasoned('cancelCall', 'callId', 1),
  use: on(5, async (call, situation) => {
    if (call.stepId === null || situation.sight.order?.contractType === null) return null;
    return approve('approveAllocation', call.stepId, situation, { callId: call.id });
  }),
};

/** For answers the thing is the call they belong to. */
export const RESPONSE_ACTIONS: Makers<{ readonly id: string }> = {
  revise: on(1, answerCall),
  refuse: reasoned('declineCall', 'callId', 1),
  withdraw: simple('withdrawCallResponse', 'callId', 1),
};

export const QUESTION_ACTIONS: Makers<Thing> = {
  answer: on(3, ({ id }) => ({ mutation: 'answerQuestion', input: { questionId: id, answer: 'はい、そうです。' } })),
  passOn: on(1, ({ id }) => ({
    mutation: 'passOnQuestion',
    input: { questionId: id, body: '箱の大きさを教えてください。' },
    mayFail: ['QUESTION.NOT_PASSED_ON', 'QUESTION.ORDER_ENDED'],
  })),
  withdraw: simple('withdrawQuestion', 'questionId', 1),
};

export const CONTRACT_ACTIONS: Makers<Thing> = {
  recordPaperReturned: simple('recordPaperReturned', 'contractId', 5),
  reportNegotiation: simple('reportNegotiation', 'contractId', 3),
  reportConcluded: on(4, ({ id }, { dice }) => ({
    mutation: 'reportReferralOutcome',
    input: {
      contractId: id,
      isConcluded: true,
      amountYen: dice.between(1, 99_999),
      feeYen: dice.happens(1, 2) ? dice.between(1, 999) : null,
    },
  })),
  reportNotConcluded: on(2, ({ id }) => ({
    mutation: 'reportReferralOutcome',
    input: { contractId: id, isConcluded: false, reason: REASON },
  })),
};

const PLANNING = [
  'ALLOCATION.NOTHING_TO_PLACE',
  'CALL.NOT_CLOSED',
  // Sent with the split.
  'ASSIGNMENT.NOTHING_TO_SEND',
];

/** What the engine proposes is approved as it is. */
async function approve(
  mutation: 'approveAllocation' | 'repairAllocation',
  stepId: string,
  { stage, actor }: Situation,
  options: object | null = null,
): Promise<Request> {
  const { allocationPlan } = await stage
    .ask<{ allocationPlan: { snapshotHash: string } }>(
      actor,
      'query ($input: AllocationPlanInput!) { allocationPlan(input: $input) { snapshotHash } }',
      { input: { stepId, options } },
    )
    .catch((error: { code?: string }) => {
      if (!PLANNING.includes(error.code ?? '')) throw error;
      return { allocationPlan: { snapshotHash: 'none' } };
    });
  return { mutation, input: { stepId, options, ...allocationPlan }, mayFail: PLANNING };
}

const CALLING = ['REVIEWING', 'QUOTED', 'QUOTE_EXPIRED', 'ORDERED', 'ALLOCATING', 'IN_PRODUCTION'];
const ENDED = ['REJECTED', 'WITHDRAWN', 'CANCELLED', 'CLOSED'];

/** What can be done besides the actions things name: it begins something new. */
export const MORE_ACTIONS: Readonly<
  Record<string, { readonly weight: number; readonly by: Actor['kind']; readonly make: Maker<null> }>
> = {
  split: {
    weight: 40,
    by: 'DESK',
    make: (_, situation) => {
      const { sight, dice } = situation;
      if (!sight.order?.availableActions.includes('sendAssignments')) return null;
      const open = sight.order.lines.flatMap(({ steps }) => steps.filter(({ unplaced }) => unplaced > 0));
      if (open.length === 0) return null;
      return approve(dice.one(['approveAllocation', 'repairAllocation']), dice.one(open).id, situation);
    },
  },
  openCall: {
    weight: 2,
    by: 'DESK',
    make: async (_, { stage, sight: { order }, dice }) => {
      if (!order || !CALLING.includes(order.status)) return null;
      const closesAt = new Date((await stage.now()).getTime() + dice.between(1, 72) * 3_600_000).toISOString();
      return {
        mutation: 'openCall',
        input: {
          stepId: dice.one(dice.one(order.lines).steps).id,
          closesAt,
          isClosedWhenEnough: dice.happens(1, 2),
          facilityIds: dice.happens(1, 2) ? stage.facilities.slice(0, 2).map((row) => row.organisationId) : null,
        },
        mayFail: ['CALL.DEADLINE_UNUSABLE', 'CALL.DUE_DATE_UNUSABLE'],
      };
    },
  },
  askLess: {
    weight: 1,
    by: 'DESK',
    make: (_, { sight, dice }) => {
      const bound = sight.shares.filter(({ status }) => ['ACCEPTED', 'IN_PROGRESS', 'REWORK'].includes(status));
      if (bound.length === 0) return null;
      const { id, acceptedUnits, dueOn } = dice.one(bound);
      const wish = dice.happens(2, 3)
        ? { units: dice.between(0, (acceptedUnits ?? 1) - 1) }
        : { dueOn: addDays(dueOn, -dice.between(1, 5)) };
      const input = { assignmentId: id, reason: REASON, ...wish };
      return { mutation: 'proposeShareChange', input, mayFail: ['SHARE_CHANGE.ASKED_BEFORE'] };
    },
  },
  supplyMaterial: {
    weight: 1,
    by: 'DESK',
    make: (_, { sight, dice }) => {
      const share = sight.shares.find(({ status }) => status === 'ACCEPTED' || status === 'IN_PROGRESS');
      if (!share) return null;
      const input = { assignmentId: share.id, name: '封筒', unit: '枚', quantity: dice.between(1, 500) };
      return { mutation: 'supplyMaterial', input };
    },
  },
  askBuyer: {
    weight: 1,
    by: 'DESK',
    make: (_, { sight: { order } }) =>
      order && !ENDED.includes(order.status)
        ? { mutation: 'askQuestion', input: { workOrderId: order.id, body: '納品先はどちらですか。' } }
        : null,
  },
  askDesk: {
    weight: 1,
    by: 'FACILITY',
    make: (_, { sight, dice }) =>
      sight.shares.length > 0
        ? {
            mutation: 'askQuestion',
            input: { assignmentId: dice.one(sight.shares).id, body: '箱はいくつ届きますか。' },
            mayFail: ['QUESTION.ORDER_ENDED'],
          }
        : null,
  },
  pay: {
    weight: 30,
    by: 'DESK',
    make: async (_, { stage, sight: { order }, dice }) => {
      const open = await stage.rows<{ contract_id: string; is_fee: boolean; open_yen: number }>(
        `SELECT contract_id, is_fee, sum(yen)::bigint AS open_yen FROM (
           SELECT contract_id, kind = 'FEE' AS is_fee, gross_yen AS yen FROM settlement_line WHERE work_order_id = $1
           UNION ALL SELECT contract_id, is_fee, -amount_yen FROM payment_part WHERE work_order_id = $1) money
         GROUP BY 1, 2 HAVING sum(yen) > 0 ORDER BY 1, 2`,
        [order?.id ?? null],
      );
      if (open.length === 0) return null;
      const { contract_id: contractId, is_fee: isFee, open_yen: most } = dice.one(open);
      const amountYen = dice.happens(5, 6) ? most : dice.between(1, most);
      const paidOn = await stage.daysFromNow(0);
      return { mutation: 'recordPayment', input: { contractId, isFee, amountYen, paidOn } };
    },
  },
  takeBackPayment: {
    weight: 1,
    by: 'DESK',
    make: async (_, { stage, sight: { order } }) => {
      const [payment] = await stage.rows<{ id: string }>(
        `SELECT payment.id FROM payment JOIN payment_part ON payment_id = payment.id
         WHERE work_order_id = $1 AND reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM payment later WHERE later.reverses_id = payment.id) LIMIT 1`,
        [order?.id ?? null],
      );
      if (!payment || order?.status === 'CLOSED') return null;
      return { mutation: 'reversePayment', input: { paymentId: payment.id, reason: REASON } };
    },
  },
  bill: {
    weight: 4,
    by: 'DESK',
    make: async (_, { stage, actor, sight: { order }, dice }) => {
      const { billables } = await stage.ask<{ billables: { payer: string; payerId: string; payeeId: string }[] }>(
        actor,
        '{ billables { payer payerId payeeId } }',
      );
      if (billables.length === 0) return null;
      const { payer, payerId, payeeId } = dice.one(billables);
      const kind = payer === 'DESK' ? dice.one(['INVOICE', 'PAYMENT_NOTICE']) : 'INVOICE';
      const workOrderId = dice.happens(1, 2) ? (order?.id ?? null) : null;
      const input = { kind, deskId: actor.organisationId, payerId, payeeId, workOrderId };
      return { mutation: 'issueInvoice', input, mayFail: ['INVOICE.NOTHING_TO_BILL'] };
    },
  },
  correctBill: {
    weight: 2,
    by: 'DESK',
    make: async (_, { stage, dice }) => {
      const bills = await stage.rows<{ id: string }>('SELECT id FROM invoice ORDER BY id');
      if (bills.length === 0) return null;
      const input = { invoiceId: dice.one(bills).id, reason: REASON };
      return { mutation: 'correctInvoice', input, mayFail: ['INVOICE.UNCHANGED', 'INVOICE.CORRECTED_BEFORE'] };
    },
  },
};

export const MATERIAL_WEIGHT = 2;

export async function recordMaterial(id: string, kind: string, dice: Dice): Promise<Request> {
  const input = { materialId: id, kind, quantity: dice.between(1, 60) };
  return { mutation: 'recordMaterial', input, mayFail: ['MATERIAL.QUANTITY_OUT_OF_RANGE'] };
}
