import { randomUUID } from 'node:crypto';
import type { Thing } from '../seen.js';
import { type Makers, REASON, reasoned, type Request, simple, type Situation } from './request.js';
import { handedOver } from './shares.js';

export const AMENDMENT_ACTIONS: Makers<Thing> = {
  accept: acceptAmendment,
  refuse: (thing, situation) =>
    situation.actor.kind === 'BUYER'
      ? { mutation: 'answerAmendment', input: { amendmentId: thing.id, isAgreed: false, reason: REASON } }
      : reasoned('refuseAmendment', 'amendmentId')(thing, situation),
  withdraw: simple('withdrawAmendment', 'amendmentId'),
};

async function acceptAmendment({ id }: Thing, { stage, actor, sight, dice }: Situation): Promise<Request> {
  const mayFail = [
    'AMENDMENT.CUTS_DIFFER',
    'ASSIGNMENT.CUT_OUT_OF_RANGE',
    'STEP.DUE_DATES_OUT_OF_ORDER',
    'WORK_ORDER.DUE_DATE_TOO_EARLY',
    'SHARE_CHANGE.ASKED_BEFORE',
  ];
  if (actor.kind === 'BUYER') {
    const input = { amendmentId: id, isAgreed: true };
    return { mutation: 'answerAmendment', input, mayFail: ['AMENDMENT.OVERTAKEN'] };
  }
  if (actor.kind !== 'DESK') return { mutation: 'acceptAmendment', input: { amendmentId: id }, mayFail };
  const { amendmentEffect } = await stage.ask<{
    amendmentEffect: { steps: { position: number; surplusAccepted: number }[] };
  }>(actor, 'query ($id: ID!) { amendmentEffect(amendmentId: $id) { steps { position surplusAccepted } } }', { id });
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
  grant: (_, { sight }) => {
    const workOrderId = sight.order?.id ?? randomUUID();
    return { mutation: 'cancelWorkOrder', input: { workOrderId, reason: REASON } };
  },
  refuse: (_, { sight }) => {
    const workOrderId = sight.order?.id ?? randomUUID();
    return { mutation: 'refuseCancellation', input: { workOrderId, reason: REASON } };
  },
  withdraw: (_, { sight }) => {
    const workOrderId = sight.order?.id ?? randomUUID();
    return { mutation: 'withdrawCancellation', input: { workOrderId } };
  },
};

export const QUESTION_ACTIONS: Makers<Thing> = {
  answer: ({ id }) => ({ mutation: 'answerQuestion', input: { questionId: id, answer: 'はい、そうです。' } }),
  passOn: ({ id }) => ({
    mutation: 'passOnQuestion',
    input: { questionId: id, body: '箱の大きさを教えてください。' },
    mayFail: ['QUESTION.NOT_PASSED_ON', 'QUESTION.ORDER_ENDED'],
  }),
  withdraw: simple('withdrawQuestion', 'questionId'),
};
