import { todayInTokyo } from '#yui/calendar';
import { checkPromises } from '#yui/matching';
import type { Transaction } from '#yui/platform';
import { capacityErrors } from './capacity.errors.js';
import { CapacityPromise } from './capacity-promise.entity.js';
import { demandOf, loadFacilities, possibleUnits, type WorkRequest } from './facility-load.js';

/**
 * Promises work of a facility for an assignment. Whoever promises takes the facility's row first, so two promises are
 * never weighed at the same time, and each is weighed against all that were made before: no capacity is promised twice.
 * @throws CAPACITY.EXCEEDED with the units that are still possible
 */
export async function takeCapacity(
  tx: Transaction,
  promise: WorkRequest & { assignmentId: string; facilityId: string; units: number },
): Promise<void> {
  await takeTurn(tx, promise.facilityId, promise.units * promise.secondsPerUnit);
  const today = todayInTokyo(tx.now);
  const loads = await loadFacilities(tx.manager, [promise.facilityId], today, promise.dueOn);
  const load = loads.get(promise.facilityId);
  if (!load) throw new Error(`No load was read for facility ${promise.facilityId}`);
  const wish = demandOf(today, promise.assignmentId, promise.units, promise);
  const isPossible =
    promise.startOn <= promise.dueOn &&
    checkPromises(load.calendar, [...load.demands, wish], load.dailyLimits).isFeasible;
  if (!isPossible) {
    throw capacityErrors.EXCEEDED({ dueOn: promise.dueOn, possibleUnits: possibleUnits(load, promise) });
  }
  const { assignmentId, facilityId, workTypeCode, units, secondsPerUnit, startOn, dueOn } = promise;
  await tx.manager.insert(CapacityPromise, {
    assignmentId,
    facilityId,
    workTypeCode,
    units,
    secondsPerUnit,
    startOn,
    dueOn,
  });
}

/** Sets what is left to do of a promise; 0 ends it. Does nothing when there is no promise. */
export async function shrinkPromise(
  tx: Transaction,
  facilityId: string,
  assignmentId: string,
  unitsLeft: number,
): Promise<void> {
  await takeTurn(tx, facilityId, 0);
  const promise = await tx.manager.findOneBy(CapacityPromise, { assignmentId });
  if (!promise || promise.units === unitsLeft) return;
  const freed = (promise.units - unitsLeft) * promise.secondsPerUnit;
  if (unitsLeft <= 0) await tx.manager.delete(CapacityPromise, { assignmentId });
  else await tx.manager.update(CapacityPromise, { assignmentId }, { units: unitsLeft });
  await takeTurn(tx, facilityId, -freed);
}

/** The facility's row is the turn to promise; it also carries the sum of the promises, for the eye and the tests. */
async function takeTurn(tx: Transaction, facilityId: string, seconds: number): Promise<void> {
  await tx.manager.query(
    `UPDATE facility_capacity SET version = version + 1, promised_seconds = promised_seconds + $2 WHERE facility_id = $1`,
    [facilityId, seconds],
  );
}
