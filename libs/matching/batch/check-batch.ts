import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { MatchingError } from '../snapshot/errors.js';
import { compareText, ENGINE_VERSION } from '../snapshot/snapshot.js';
import type { BatchFacility, BatchLine, BatchSnapshot } from './types.js';

/** Amounts are counted in 32 bits. */
const MOST = 2 ** 30;

/** Throws BATCH.INVALID_INPUT naming the first wrong field and whose it is. */
export function checkBatch(snapshot: BatchSnapshot): void {
  const { periods, facilities, lines } = snapshot;
  must(isCount(periods) && periods >= 1, 'periods', null);
  must(new Set(facilities.map((facility) => facility.facilityId)).size === facilities.length, 'facilityId', null);
  must(new Set(lines.map((line) => line.lineId)).size === lines.length, 'lineId', null);
  for (const facility of facilities) checkFacility(facility, periods);
  const seenFor = new Int32Array(facilities.length).fill(-1);
  lines.forEach((line, i) => {
    checkLine(line, periods);
    for (const position of line.eligible) {
      must(seenFor[position] !== undefined && seenFor[position] !== i, 'eligible', line.lineId);
      seenFor[position] = i;
    }
  });
}

function checkFacility(facility: BatchFacility, periods: number): void {
  const id = facility.facilityId;
  must(facility.weight > 0 && Number.isFinite(facility.weight), 'weight', id);
  must(Number.isFinite(facility.balance), 'balance', id);
  must(facility.capacitySeconds.length === periods && facility.capacitySeconds.every(isCount), 'capacitySeconds', id);
}

function checkLine(line: BatchLine, periods: number): void {
  const id = line.lineId;
  must(isCount(line.quantity) && line.quantity <= MOST, 'quantity', id);
  must(isCount(line.lotSize) && line.lotSize >= 1, 'lotSize', id);
  must(isCount(line.secondsPerUnit) && line.secondsPerUnit >= 1, 'secondsPerUnit', id);
  must(line.measurePerUnit > 0 && Number.isFinite(line.measurePerUnit), 'measurePerUnit', id);
  must(isCount(line.duePeriod) && line.duePeriod < periods, 'duePeriod', id);
  must(isCount(line.releasePeriod) && line.releasePeriod <= line.duePeriod, 'releasePeriod', id);
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function must(isSound: boolean, field: string, id: string | null): void {
  if (!isSound) throw new MatchingError('BATCH.INVALID_INPUT', { field, id });
}

/** SHA-256 over engine version and inputs; the order in which facilities, lines and eligibility were listed does not matter. */
export function hashBatch(snapshot: BatchSnapshot): string {
  const { facilities, lines } = snapshot;
  const order = facilities.map((_, position) => position);
  order.sort((a, b) => compareText(facilities[a]!.facilityId, facilities[b]!.facilityId));
  const rank = new Int32Array(facilities.length);
  order.forEach((position, k) => (rank[position] = k));
  const sorted = [...lines].sort((a, b) => compareText(a.lineId, b.lineId));
  const head = JSON.stringify([
    ENGINE_VERSION,
    snapshot.batchKey,
    snapshot.periods,
    snapshot.rule,
    snapshot.measure,
    order.map((position) => rowOf(facilities[position]!)),
    sorted.map((line) => [
      line.lineId,
      line.quantity,
      line.lotSize,
      line.secondsPerUnit,
      line.measurePerUnit,
      line.releasePeriod,
      line.duePeriod,
    ]),
  ]);
  const hash = sha256.create().update(utf8ToBytes(head));
  const isEligible = new Uint8Array(facilities.length);
  for (const line of sorted) {
    isEligible.fill(0);
    for (const position of line.eligible) isEligible[rank[position]!] = 1;
    hash.update(isEligible);
  }
  return bytesToHex(hash.digest());
}

const rowOf = (facility: BatchFacility): unknown[] => [
  facility.facilityId,
  facility.weight,
  facility.balance,
  facility.capacitySeconds,
];
