import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { MatchingError } from './errors.js';
import type { SplitCandidate, SplitSnapshot } from './types.js';

/** Part of every hash: raise it whenever the same snapshot could give other shares. */
export const ENGINE_VERSION = 'yui-matching/2';

/** Order of UTF-16 code units: the same on every machine and locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In plain code, not that of Node: a browser comes to the same hash. */
const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

export const byFacilityId = (candidates: readonly SplitCandidate[]): SplitCandidate[] =>
  [...candidates].sort((a, b) => compareText(a.facilityId, b.facilityId));

/**
 * SHA-256 over engine version and every input. One text for one snapshot: fields stand in a fixed order, a missing one
 * counts as its default, and the order in which candidates were listed does not matter.
 */
export const hashSnapshot = (snapshot: SplitSnapshot): string =>
  hashSorted(snapshot, byFacilityId(snapshot.candidates));

/** The hash where the candidates of the snapshot have been sorted by id already. */
export function hashSorted(snapshot: SplitSnapshot, sorted: readonly SplitCandidate[]): string {
  const head = [
    ENGINE_VERSION,
    snapshot.orderKey,
    snapshot.quantity,
    snapshot.lotSize,
    snapshot.maxFacilities,
    snapshot.rule,
    snapshot.measure,
    snapshot.priceTolerance ?? 0,
    snapshot.effortLimit ?? null,
    snapshot.timeBudgetMs ?? null,
  ];
  let text = JSON.stringify(head);
  for (const candidate of sorted) text += `\n${candidateText(candidate)}`;
  return hashText(text);
}

/** Most ids need no escaping; `JSON.stringify` of each would be a tenth of the time of a split. */
const PLAIN_ID = /^[\w-]*$/;
const quoted = (id: string): string => (PLAIN_ID.test(id) ? `"${id}"` : JSON.stringify(id));

function candidateText(candidate: SplitCandidate): string {
  const { facilityId, capacityUnits, minimumLot, weight, balance, measurePerUnit, ineligible } = candidate;
  const numbers = `${capacityUnits},${minimumLot},${weight},${balance},${measurePerUnit},${candidate.burden ?? 0}`;
  const perhaps = `${candidate.unitPriceSen ?? ''},${candidate.pinnedUnits ?? ''}`;
  const later = candidate.laterCapacityUnits?.join(' ') ?? '';
  const filtered = ineligible ? JSON.stringify([ineligible.code, ineligible.note ?? null]) : '';
  return `${quoted(facilityId)},${numbers},${perhaps},${later},${filtered}`;
}

/** Throws SPLIT.INVALID_SNAPSHOT naming the first wrong field, or SPLIT.PINS_EXCEED_QUANTITY. */
export function checkSnapshot(snapshot: SplitSnapshot): void {
  const { quantity, lotSize, maxFacilities, priceTolerance = 0, effortLimit = 1 } = snapshot;
  must(isCount(quantity), 'quantity', null);
  must(isCount(lotSize) && lotSize >= 1, 'lotSize', null);
  must(maxFacilities === null || isCount(maxFacilities), 'maxFacilities', null);
  must(priceTolerance >= 0, 'priceTolerance', null);
  must(effortLimit >= 0, 'effortLimit', null);
  const seen = new Set<string>();
  let pinned = 0;
  for (const candidate of snapshot.candidates) {
    must(!seen.has(candidate.facilityId), 'facilityId', candidate.facilityId);
    seen.add(candidate.facilityId);
    checkCandidate(candidate, priceTolerance > 0);
    pinned += candidate.pinnedUnits ?? 0;
  }
  if (pinned > quantity) throw new MatchingError('SPLIT.PINS_EXCEED_QUANTITY', { pinned, quantity });
}

function checkCandidate(candidate: SplitCandidate, needsPrice: boolean): void {
  const id = candidate.facilityId;
  must(isCount(candidate.capacityUnits), 'capacityUnits', id);
  must(isCount(candidate.minimumLot), 'minimumLot', id);
  must(candidate.weight > 0 && Number.isFinite(candidate.weight), 'weight', id);
  must(Number.isFinite(candidate.balance), 'balance', id);
  must(candidate.measurePerUnit > 0 && Number.isFinite(candidate.measurePerUnit), 'measurePerUnit', id);
  must((candidate.burden ?? 0) >= 0 && Number.isFinite(candidate.burden ?? 0), 'burden', id);
  must(
    candidate.pinnedUnits === undefined || candidate.pinnedUnits === null || isCount(candidate.pinnedUnits),
    'pinnedUnits',
    id,
  );
  const price = candidate.unitPriceSen ?? null;
  must(price === null ? !needsPrice || Boolean(candidate.ineligible) : isCount(price), 'unitPriceSen', id);
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function must(isSound: boolean, field: string, facilityId: string | null): void {
  if (!isSound) throw new MatchingError('SPLIT.INVALID_SNAPSHOT', { field, facilityId });
}
