import { emitOrderEvent } from '#yui/orders';
import { type PartyActor, type Transaction, transition } from '#yui/platform';
import { callErrors } from './call.errors.js';
import { lockCallOfFacility } from './call.access.js';
import type { Call } from './call.entity.js';
import { CallResponse } from './call-response.entity.js';
import { callTransitions, STANDING_STATES, callResponseTransitions } from './call.transitions.js';
import { closeLocked } from './close-call.js';
import { standingResponses, unitsOffered } from './standing-responses.js';

type Said = Pick<CallResponse, 'status' | 'units' | 'unitPriceSen' | 'earliestFinishOn' | 'remark'>;

/**
 * Records what the acting facility says to a call, in place of what it said before. Saying the same again changes
 * nothing. Answers for the whole quantity end a call that was to end then.
 * @throws ACCESS.NOT_FOUND, CALL.OVER
 */
export async function giveAnswer(
  tx: Transaction,
  actor: PartyActor,
  callId: string,
  action: 'answer' | 'decline',
  check: (call: Call) => Said,
): Promise<{ callId: string }> {
  const call = await lockCallOfFacility(tx, actor, callId);
  if (!callTransitions.can(call.status, action)) throw callErrors.OVER();
  const said = check(call);
  const facilityId = actor.organisationId;
  const all = await tx.manager.find(CallResponse, { where: { callId, facilityId }, order: { version: 'ASC' } });
  const before = all.find((row) => STANDING_STATES.some((state) => state === row.status));
  if (before && isSame(before, said)) return { callId };
  if (before) await transition(tx, callResponseTransitions, before, 'replace', {}, { callId });
  const id = tx.newId();
  // The worker closes calls a little later; the deadline itself is what counts.
  const isLate = call.status !== 'OPEN' || call.closesAt <= tx.now;
  const version = all.length + 1;
  await tx.manager.insert(CallResponse, {
    id,
    callId,
    deskId: call.deskId,
    facilityId,
    version,
    isLate,
    answeredAt: tx.now,
    ...said,
  });
  await tx.audit(
    `callResponse.${action}`,
    { deskId: call.deskId, subjectType: 'CallResponse', subjectId: id },
    { callId, version, isLate, ...said },
  );
  await emitOrderEvent(tx, call.deskId, 'call.answered', { workOrderId: call.workOrderId, callId });
  if (call.isClosedWhenEnough && call.status === 'OPEN' && !isLate) {
    if (unitsOffered(await standingResponses(tx, callId)) >= call.quantity) await closeLocked(tx, call, 'ENOUGH');
  }
  return { callId };
}

function isSame(before: CallResponse, said: Said): boolean {
  return (
    before.status === said.status &&
    before.units === said.units &&
    before.unitPriceSen === said.unitPriceSen &&
    before.earliestFinishOn === said.earliestFinishOn &&
    before.remark === said.remark
  );
}
