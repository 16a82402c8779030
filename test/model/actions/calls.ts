import type { Call } from '../seen.js';
import { type Maker, type Makers, reasoned, type Request, simple, type Situation } from './request.js';

const PLANNING = [
  'ALLOCATION.NOTHING_TO_PLACE',
  // Sent with the split.
  'ASSIGNMENT.NOTHING_TO_SEND',
  'ASSIGNMENT.DUE_DATE_PASSED',
];

/** What the engine proposes is approved as it is. */
export async function approve(
  mutation: 'approveAllocation' | 'repairAllocation',
  stepId: string,
  { stage, actor }: Pick<Situation, 'stage' | 'actor'>,
  options: object | null = null,
): Promise<Request> {
  const { allocationPlan } = await stage
    .ask<{ allocationPlan: { snapshotHash: string } }>(
      actor,
      'query ($input: AllocationPlanInput!) { allocationPlan(input: $input) { snapshotHash } }',
      { input: { stepId, options } },
    )
    // What cannot be planned cannot be approved: that is refused for the same reason.
    .catch(() => ({ allocationPlan: { snapshotHash: 'none' } }));
  return { mutation, input: { stepId, options, ...allocationPlan }, mayFail: PLANNING };
}

const answer: Maker<{ readonly id: string }> = async ({ id }, { stage, sight, dice }) => {
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
  answer,
  decline: reasoned('declineCall', 'callId'),
  ask: ({ id }) => ({ mutation: 'askCallQuestion', input: { callId: id, question: '箱の大きさは？' } }),
  answerQuestion: ({ questions }) => {
    const open = questions.find((question) => question.answer === null);
    return open ? { mutation: 'answerCallQuestion', input: { callQuestionId: open.id, answer: 'A4です。' } } : null;
  },
  close: simple('closeCall', 'callId'),
  cancel: reasoned('cancelCall', 'callId'),
  use: async (call, situation) => {
    if (call.stepId === null || situation.sight.order?.contractType === null) return null;
    return approve('approveAllocation', call.stepId, situation, { callId: call.id });
  },
};

/** For answers the thing is the call they belong to. */
export const RESPONSE_ACTIONS: Makers<{ readonly id: string }> = {
  revise: answer,
  refuse: reasoned('declineCall', 'callId'),
  withdraw: simple('withdrawCallResponse', 'callId'),
};
