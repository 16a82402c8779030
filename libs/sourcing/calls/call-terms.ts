import type { LocalDate } from '#yui/calendar';
import type { Ineligibility } from '#yui/matching';
import { type Transaction, transition } from '#yui/platform';
import { emitOrderEvent, type Step } from '#yui/orders';
import { callErrors } from './call.errors.js';
import { Call } from './call.entity.js';
import { callTransitions } from './call.transitions.js';
import { standingResponses } from './standing-responses.js';

/** What one facility said it could do of a step, and at what price. */
export interface CallTerms {
  readonly units: number;
  readonly unitPriceSen: number;
}

/** How a split follows the answers to a call. */
export interface TermsOfCall {
  readonly callId: string;
  readonly termsOf: ReadonlyMap<string, CallTerms>;
  /** Why a facility has no terms. */
  whyNot(facilityId: string): Ineligibility;
}

const NOT_ANSWERED: Ineligibility = {
  code: 'OTHER',
  note: '募集に「できる」の回答がありません / did not say it could',
};
const TOO_LATE: Ineligibility = {
  code: 'OTHER',
  note: '回答のできあがる日が納品の日より後です / could finish too late',
};
const TOO_DEAR: Ineligibility = {
  code: 'OTHER',
  note: '回答の単価が見積の単価を超えています / asks more than was quoted',
};
const ANSWERED_LATE: Ineligibility = { code: 'OTHER', note: '締切のあとの回答です / answered after the deadline' };

interface Limits {
  /** The day facilities must have finished. */
  readonly dueOn: LocalDate;
  /** What the buyer pays for one unit: nobody is given more. */
  readonly maxUnitPriceSen: number;
  /** Whether answers that came after the deadline count as well. */
  readonly isTakingLate: boolean;
}

/**
 * The terms facilities answered a call with. Anyone who first answered after the deadline is omitted unless the desk takes
 * late answers; an answer that was given in time and changed later counts as it stands.
 * @throws ACCESS.NOT_FOUND, CALL.NOT_CLOSED, CALL.OTHER_LINE, CALL.OVER
 */
export async function readCallTerms(tx: Transaction, step: Step, callId: string, limits: Limits): Promise<TermsOfCall> {
  const call = await tx.get(Call, { id: callId, deskId: step.deskId });
  if (call.stepId !== step.id) throw callErrors.OTHER_LINE();
  if (call.status === 'OPEN') throw callErrors.NOT_CLOSED();
  if (!callTransitions.can(call.status, 'use')) throw callErrors.OVER();
  const inTime = new Set(
    (
      await tx.manager.query<{ facility_id: string }[]>(
        'SELECT DISTINCT facility_id FROM call_response WHERE call_id = $1 AND NOT is_late',
        [callId],
      )
    ).map((row) => row.facility_id),
  );
  const termsOf = new Map<string, CallTerms>();
  const reasons = new Map<string, Ineligibility>();
  for (const { facilityId, status, units, unitPriceSen, earliestFinishOn, remark } of await standingResponses(
    tx,
    callId,
  )) {
    if (status === 'CANNOT') reasons.set(facilityId, { code: 'DECLINED', note: remark });
    if (units === null || unitPriceSen === null || earliestFinishOn === null) continue;
    if (!inTime.has(facilityId) && !limits.isTakingLate) reasons.set(facilityId, ANSWERED_LATE);
    else if (earliestFinishOn > limits.dueOn) reasons.set(facilityId, TOO_LATE);
    else if (unitPriceSen > limits.maxUnitPriceSen) reasons.set(facilityId, TOO_DEAR);
    else termsOf.set(facilityId, { units, unitPriceSen });
  }
  return { callId, termsOf, whyNot: (facilityId) => reasons.get(facilityId) ?? NOT_ANSWERED };
}

/** An allocation was made from the answers to a call; those who said they could are told, once. */
export async function markCallUsed(tx: Transaction, callId: string, allocationId: string): Promise<void> {
  const call = await tx.lock(Call, { id: callId });
  const isFirst = call.status !== 'USED';
  await transition(tx, callTransitions, call, 'use', { allocationId });
  if (!isFirst) return;
  await emitOrderEvent(tx, call.deskId, 'call.used', { workOrderId: call.workOrderId, callId: call.id });
}
