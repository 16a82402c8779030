import { Not } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { organisationKindOf, type Transaction } from '#yui/platform';
import { Membership } from '../facilities/membership.entity.js';
import { WorkType } from '../reference/work-type.entity.js';
import { capacityErrors } from './capacity.errors.js';
import { CapacityPromise } from './capacity-promise.entity.js';
import { demandId, latePromises, loadFacility } from './facility-load.js';
import { takeTurn } from './turn.js';

/**
 * Runs a change of what a facility has to give (days, machines) in the facility's turn, and refuses it when a promise
 * that could be kept before could not be kept after. What is late already is no reason to refuse.
 * @throws CAPACITY.PROMISE_WOULD_BE_LATE; CAPACITY.PROMISES_WOULD_BE_LATE when the asker may not know which
 */
export async function changeCapacity(tx: Transaction, facilityId: string, change: () => Promise<void>): Promise<void> {
  await takeTurn(tx, facilityId);
  // Without a promise none can become late.
  if (!(await tx.manager.existsBy(CapacityPromise, { facilityId }))) return change();
  const today = todayInTokyo(tx.now);
  const lateBefore = new Set(latePromises(await loadFacility(tx.manager, facilityId, today, today)));
  await change();
  const lateAfter = latePromises(await loadFacility(tx.manager, facilityId, today, today));
  const becomesLate = lateAfter.filter((id) => !lateBefore.has(id));
  const [demand] = becomesLate;
  if (demand === undefined) return;
  if (!(await maySeePromises(tx, facilityId))) throw capacityErrors.PROMISES_WOULD_BE_LATE();
  const promises = await tx.manager.findBy(CapacityPromise, { facilityId });
  const promise = promises.find((row) => demandId(row) === demand);
  if (!promise) throw new Error(`Facility ${facilityId} has no promise ${demand}`);
  const workType = await tx.manager.findOneByOrFail(WorkType, { code: promise.workTypeCode });
  throw capacityErrors.PROMISE_WOULD_BE_LATE({
    assignmentId: promise.assignmentId,
    dueOn: promise.dueOn,
    workTypeCode: workType.code,
    workTypeJa: workType.nameJa,
    workTypeEn: workType.nameEn,
    units: promise.units,
    unit: workType.unit,
    lateCount: becomesLate.length,
  });
}

/** A facility sees its own promises. A desk learns of one only when no other desk can have made it. */
async function maySeePromises(tx: Transaction, facilityId: string): Promise<boolean> {
  const { actor } = tx;
  if (actor.role === 'SYSTEM' || organisationKindOf(actor.role) === 'FACILITY') return true;
  return !(await tx.manager.existsBy(Membership, { facilityId, deskId: Not(actor.organisationId) }));
}
