import { type LocalDate, todayInTokyo } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import { capacityErrors } from './capacity.errors.js';
import { CapacityPromise } from './capacity-promise.entity.js';
import { growingLoad, loadFacility, possibleUnits, type WorkRequest } from './facility-load.js';
import { addPromisedSeconds, takeTurn } from './turn.js';

/**
 * Promises work of a facility for an assignment. Anyone who promises takes the facility's turn first, so two promises are
 * never weighed at the same time, and each is weighed against all that were made before: no capacity is promised twice.
 * A use case that promises work of several facilities takes them in the order of their ids.
 * @throws CAPACITY.EXCEEDED with the units that are still possible
 */
export async function takeCapacity(
  tx: Transaction,
  promise: WorkRequest & { assignmentId: string; facilityId: string; units: number; isRework?: boolean },
): Promise<void> {
  const { assignmentId, facilityId, workTypeCode, units, secondsPerUnit, startOn, dueOn } = promise;
  await takeTurn(tx, facilityId);
  const load = await loadFacility(tx.manager, facilityId, todayInTokyo(tx.now), dueOn);
  const possible = possibleUnits(load, promise);
  if (units > possible) throw capacityErrors.EXCEEDED({ dueOn, possibleUnits: possible });
  await tx.manager.insert(CapacityPromise, {
    assignmentId,
    isRework: promise.isRework ?? false,
    occurrenceShareId: null,
    facilityId,
    workTypeCode,
    units,
    secondsPerUnit,
    startOn,
    dueOn,
  });
  await addPromisedSeconds(tx, facilityId, units * secondsPerUnit);
}

/** Work of one facility that is promised before it is an order. */
export interface HeldWork extends WorkRequest {
  readonly occurrenceShareId: string;
  readonly units: number;
}

/**
 * Promises many dates of one facility at once, each weighed against all promises that were made before and with it: all of
 * them, or none. The promise ends (`shrinkPromise`) before the share becomes one of an order, which then promises for
 * itself under the same turn, so nothing is taken twice.
 * @throws CAPACITY.DATES_EXCEEDED with the dates that cannot be kept
 */
export async function holdCapacity(tx: Transaction, facilityId: string, works: readonly HeldWork[]): Promise<void> {
  if (works.length === 0) return;
  await takeTurn(tx, facilityId);
  const last = works.reduce((latest, { dueOn }) => (dueOn > latest ? dueOn : latest), works[0]!.dueOn);
  const weighed = growingLoad(await loadFacility(tx.manager, facilityId, todayInTokyo(tx.now), last));
  const tooMuch: LocalDate[] = [];
  for (const work of works) {
    if (work.units > weighed.possible(work)) tooMuch.push(work.dueOn);
    else weighed.add(work.occurrenceShareId, work, work.units);
  }
  if (tooMuch.length > 0) throw capacityErrors.DATES_EXCEEDED({ dates: [...new Set(tooMuch)].sort().join('、') });
  await tx.manager.insert(
    CapacityPromise,
    works.map((work) => ({ ...work, assignmentId: work.occurrenceShareId, isRework: false, facilityId })),
  );
  await addPromisedSeconds(
    tx,
    facilityId,
    works.reduce((sum, { units, secondsPerUnit }) => sum + units * secondsPerUnit, 0),
  );
}

/** Ends the promises of these shares, whose facility's turn is taken. @see holdCapacity */
export async function releaseHeld(tx: Transaction, facilityId: string, shareIds: readonly string[]): Promise<void> {
  if (shareIds.length === 0) return;
  await takeTurn(tx, facilityId);
  const [freed] = await tx.manager.query<[{ seconds: number }]>(
    `WITH gone AS (DELETE FROM capacity_promise
       WHERE occurrence_share_id = ANY($1) AND facility_id = $2 RETURNING units * seconds_per_unit AS seconds)
     SELECT coalesce(sum(seconds), 0)::bigint AS seconds FROM gone`,
    [shareIds, facilityId],
  );
  if (freed.seconds > 0) await addPromisedSeconds(tx, facilityId, -freed.seconds);
}

/**
 * Gives a promise another date. A later one is always possible; an earlier one is weighed like a new promise. Does
 * nothing when there is no promise.
 * @throws CAPACITY.EXCEEDED when the work cannot be done by then
 */
export async function moveCapacity(
  tx: Transaction,
  facilityId: string,
  assignmentId: string,
  dueOn: LocalDate,
): Promise<void> {
  await takeTurn(tx, facilityId);
  const promise = await tx.manager.findOneBy(CapacityPromise, { assignmentId, facilityId, isRework: false });
  if (!promise) return;
  if (dueOn >= promise.dueOn) {
    await tx.manager.update(CapacityPromise, { assignmentId, isRework: false }, { dueOn });
    return;
  }
  await shrinkPromise(tx, facilityId, assignmentId, 0);
  await takeCapacity(tx, { ...promise, startOn: promise.startOn < dueOn ? promise.startOn : dueOn, dueOn });
}

/**
 * Sets what is left to do of a promise; 0 ends it. Does nothing when there is no promise.
 * @param isRework what is to be made good, at most `maxLeft`: nobody says which units of a delivery are the ones that
 * went back, so that less may be left than can be told
 * @throws Error when more would be left than before: that would be a new promise, and nobody has weighed it
 */
export async function shrinkPromise(
  tx: Transaction,
  facilityId: string,
  assignmentId: string,
  maxLeft: number,
  isRework = false,
): Promise<void> {
  await takeTurn(tx, facilityId);
  const one = { assignmentId, isRework };
  const promise = await tx.manager.findOneBy(CapacityPromise, { ...one, facilityId });
  if (!promise) return;
  const unitsLeft = isRework ? Math.min(promise.units, maxLeft) : maxLeft;
  if (promise.units === unitsLeft) return;
  if (unitsLeft > promise.units) throw new Error(`The promise of assignment ${assignmentId} cannot grow`);
  if (unitsLeft <= 0) await tx.manager.delete(CapacityPromise, one);
  else await tx.manager.update(CapacityPromise, one, { units: unitsLeft });
  const doneUnits = promise.units - Math.max(0, unitsLeft);
  await addPromisedSeconds(tx, facilityId, -doneUnits * promise.secondsPerUnit);
}
