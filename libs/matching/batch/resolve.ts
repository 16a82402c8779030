import { MatchingError } from '../errors.js';
import { compareText } from '../snapshot.js';
import type { BatchFacility, BatchSnapshot } from './types.js';

/** A checked batch with facilities as positions in the list sorted by id. */
export interface ResolvedBatch {
  facilities: BatchFacility[];
  periods: number;
  /** Positions a line may use, ascending. */
  eligible: Int32Array[];
  /** For how many lines a facility is eligible. */
  asked: Int32Array;
}

/** Throws BATCH.INVALID_INPUT naming the first wrong field. */
export function resolveBatch(snapshot: BatchSnapshot): ResolvedBatch {
  const facilities = [...snapshot.facilities].sort((a, b) => compareText(a.facilityId, b.facilityId));
  const periods = facilities[0]?.capacityByPeriod.length ?? 1;
  const positions = new Map<string, number>();
  facilities.forEach((facility, position) => {
    checkFacility(facility, periods);
    must(!positions.has(facility.facilityId), 'facilityId', facility.facilityId);
    positions.set(facility.facilityId, position);
  });
  checkLines(snapshot, periods);
  const asked = new Int32Array(facilities.length);
  const eligible = snapshot.lines.map(({ orderKey, eligibleFacilityIds }) => {
    const list = new Int32Array(eligibleFacilityIds.length);
    for (let k = 0; k < list.length; k++) {
      const position = positions.get(eligibleFacilityIds[k]!);
      must(position !== undefined, 'eligibleFacilityIds', orderKey);
      list[k] = position!;
      asked[position!]! += 1;
    }
    list.sort();
    for (let k = 1; k < list.length; k++) must(list[k - 1] !== list[k], 'eligibleFacilityIds', orderKey);
    return list;
  });
  return { facilities, periods, eligible, asked };
}

/** The same lists with positions in the order of `ranks` (0 first): one pass, no comparison sort. */
export function orderedByRank(eligible: readonly Int32Array[], ranks: Int32Array): Int32Array[] {
  const start = new Int32Array(ranks.length + 1);
  for (const list of eligible) for (let k = 0; k < list.length; k++) start[ranks[list[k]!]! + 1]! += 1;
  for (let rank = 0; rank < ranks.length; rank++) start[rank + 1]! += start[rank]!;
  const facilityOf = new Int32Array(ranks.length);
  for (let i = 0; i < ranks.length; i++) facilityOf[ranks[i]!] = i;
  const lineAt = new Int32Array(start[ranks.length]!);
  const place = start.slice();
  eligible.forEach((list, line) => {
    for (let k = 0; k < list.length; k++) lineAt[place[ranks[list[k]!]!]!++] = line;
  });
  const ordered = eligible.map((list) => new Int32Array(list.length));
  const filled = new Int32Array(eligible.length);
  for (let rank = 0; rank < ranks.length; rank++) {
    for (let k = start[rank]!; k < start[rank + 1]!; k++) {
      const line = lineAt[k]!;
      ordered[line]![filled[line]!++] = facilityOf[rank]!;
    }
  }
  return ordered;
}

function checkFacility({ facilityId, weight, balance, capacityByPeriod }: BatchFacility, periods: number): void {
  must(weight > 0 && Number.isFinite(weight), 'weight', facilityId);
  must(Number.isFinite(balance), 'balance', facilityId);
  const isRising = capacityByPeriod.every(
    (work, t) => isCount(work) && work <= 2 ** 30 && work >= (capacityByPeriod[t - 1] ?? 0),
  );
  must(isRising && capacityByPeriod.length === periods && periods > 0, 'capacityByPeriod', facilityId);
}

function checkLines(snapshot: BatchSnapshot, periods: number): void {
  const keys = new Set<string>();
  for (const { orderKey, quantity, workPerUnit = 1, lotSize = 1, duePeriod } of snapshot.lines) {
    must(!keys.has(orderKey), 'orderKey', orderKey);
    keys.add(orderKey);
    must(isCount(quantity), 'quantity', orderKey);
    must(isCount(workPerUnit) && workPerUnit > 0, 'workPerUnit', orderKey);
    must(isCount(lotSize) && lotSize > 0, 'lotSize', orderKey);
    must(isCount(duePeriod) && duePeriod < periods, 'duePeriod', orderKey);
  }
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function must(isSound: boolean, field: string, id: string): void {
  if (!isSound) throw new MatchingError('BATCH.INVALID_INPUT', { field, id });
}
