import { addDays } from '#yui/calendar';
import type { Share, Thing } from '../seen.js';
import { type Maker, type Makers, REASON, reasoned, type Request, simple, type Situation } from './request.js';

/** Units of a share that were handed over and not found bad. */
export const handedOver = ({ deliveries }: Share) =>
  deliveries.reduce((sum, { units, inspection }) => sum + (inspection?.acceptedUnits ?? units), 0);
const leftOf = (share: Share) => Math.max(1, (share.acceptedUnits ?? share.offeredUnits) - handedOver(share));

const FULL = ['CAPACITY.EXCEEDED'];

/** Whether it is all that is left the product works out by itself. */
const deliver =
  (isPart: boolean): Maker<Share> =>
  (share, { dice }) => {
    const left = leftOf(share);
    const units = isPart ? dice.between(1, Math.max(1, left - 1)) : left;
    const mayFail = ['STEP.NOT_HANDED_OVER', 'ASSIGNMENT.DELIVERY_OUT_OF_RANGE'];
    return { mutation: 'reportDelivery', input: { assignmentId: share.id, units }, mayFail };
  };

export const SHARE_ACTIONS: Makers<Share> = {
  accept: simple('acceptAssignment', 'assignmentId', ...FULL),
  acceptPart: ({ id, offeredUnits }, { dice }) => ({
    mutation: 'acceptPartOfAssignment',
    input: { assignmentId: id, units: dice.between(1, offeredUnits - 1), reason: REASON },
    mayFail: FULL,
  }),
  counter: ({ id, offeredUnits, dueOn, unitPriceSen }, { dice }) => ({
    mutation: 'counterAssignment',
    input: {
      assignmentId: id,
      reason: REASON,
      units: dice.happens(1, 2) ? dice.between(1, offeredUnits) : null,
      dueOn: dice.happens(1, 2) ? addDays(dueOn, dice.between(0, 4)) : null,
      unitPriceSen: dice.happens(1, 2) ? unitPriceSen + dice.between(0, 50) : null,
    },
    mayFail: [...FULL, 'ASSIGNMENT.COUNTER_SAME'],
  }),
  requestExtension: ({ id, extendableTo }) => ({
    mutation: 'requestExtension',
    input: { assignmentId: id, until: extendableTo, reason: REASON },
  }),
  extend: ({ id, extendableTo }) => ({ mutation: 'extendOffer', input: { assignmentId: id, until: extendableTo } }),
  refuseExtension: reasoned('refuseExtension', 'assignmentId'),
  undoAnswer: simple('undoAnswer', 'assignmentId', 'ASSIGNMENT.UNDO_OVER'),
  decline: reasoned('declineAssignment', 'assignmentId'),
  reportProgress: ({ id, doneUnits, acceptedUnits }, { dice }) => ({
    mutation: 'reportProgress',
    // Some have begun, and nothing more is done.
    input: {
      assignmentId: id,
      doneUnits: dice.happens(1, 3) ? doneUnits : dice.between(doneUnits, acceptedUnits ?? doneUnits),
    },
    mayFail: ['STEP.NOT_HANDED_OVER'],
  }),
  deliverPart: deliver(true),
  deliverRest: deliver(false),
  handBack: ({ id, doneUnits, acceptedUnits }, { dice }) => {
    const most = Math.max(1, (acceptedUnits ?? 1) - doneUnits);
    return {
      mutation: 'handBackAssignment',
      input: { assignmentId: id, reason: REASON, units: dice.happens(1, 2) ? most : dice.between(1, most) },
      mayFail: ['ASSIGNMENT.HAND_BACK_OUT_OF_RANGE'],
    };
  },
  confirmStop: (share, { dice }) => ({
    mutation: 'confirmStop',
    input: {
      assignmentId: share.id,
      doneUnits: dice.happens(1, 2) ? handedOver(share) : dice.between(share.doneUnits, share.acceptedUnits ?? 0),
    },
    mayFail: ['STEP.NOT_HANDED_OVER', 'ASSIGNMENT.CUT_OUT_OF_RANGE'],
  }),
  confirmPart: simple(
    'confirmPart',
    'assignmentId',
    'ASSIGNMENT.COUNTER_DATE_TOO_LATE',
    'ASSIGNMENT.COUNTER_PRICE_TOO_HIGH',
  ),
  offerAgain: ({ id, offeredUnits }, { dice }) => ({
    mutation: 'offerAgain',
    input: { assignmentId: id, units: dice.happens(1, 2) ? dice.between(1, offeredUnits) : null },
    mayFail: ['ASSIGNMENT.OFFER_DATE_OUT_OF_RANGE', 'ASSIGNMENT.PART_OUT_OF_RANGE'],
  }),
  withdraw: reasoned('withdrawAssignment', 'assignmentId'),
  inspect,
};

async function inspect({ deliveries }: Share, { stage, habits, dice }: Situation): Promise<Request | null> {
  const waiting = deliveries.filter(({ inspection }) => inspection === null);
  const delivery = waiting.length > 0 ? dice.one(waiting) : null;
  if (!delivery) return null;
  const found = habits.do('finds all of it bad', dice) ? delivery.units : dice.between(1, delivery.units);
  const defectUnits = habits.do('finds defects', dice) ? found : 0;
  const defectHandling = defectUnits === 0 ? null : dice.one(['REWORK', 'REWORK', 'REDUCE']);
  const reworkDueOn = await stage.workingDaysFromNow(dice.between(1, 8));
  const defects = defectUnits === 0 ? [] : [{ kind: 'SEAL', units: dice.between(1, defectUnits) }];
  return {
    mutation: 'inspectDelivery',
    input: { deliveryId: delivery.id, defectUnits, defectHandling, reworkDueOn, defects },
    mayFail: [...FULL, 'STEP.USED_BY_NEXT'],
  };
}

export const REJECTION_ACTIONS: Makers<Thing> = {
  answer: ({ id }) => ({ mutation: 'answerRejection', input: { rejectionId: id, answer: 'やり直します。' } }),
  askRework: async ({ id }, { sight, stage, dice }) => {
    const finished = sight.shares.filter(({ status }) => status === 'INSPECTED');
    if (finished.length === 0) return null;
    const share = dice.one(finished);
    return {
      mutation: 'askRework',
      input: {
        rejectionId: id,
        assignmentId: share.id,
        units: dice.between(1, Math.max(1, handedOver(share))),
        toRedo: '封をやり直す',
        reworkDueOn: await stage.workingDaysFromNow(dice.between(1, 8)),
      },
      mayFail: [...FULL, 'STEP.USED_BY_NEXT', 'REJECTION.UNITS_OUT_OF_RANGE'],
    };
  },
};

export const CHANGE_ACTIONS: Makers<Thing> = {
  agree: ({ id }) => ({
    mutation: 'answerShareChange',
    input: { shareChangeId: id, isAgreed: true },
    mayFail: [...FULL, 'ASSIGNMENT.CUT_OUT_OF_RANGE'],
  }),
  refuse: ({ id }) => ({
    mutation: 'answerShareChange',
    input: { shareChangeId: id, isAgreed: false, reason: REASON },
  }),
  withdraw: simple('withdrawShareChange', 'shareChangeId'),
};
