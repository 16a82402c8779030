import { groupBy } from '#yui/platform';
import { foldAddress, foldCorporation, foldName, type RegistryRow } from '../registry/index.js';
import type { KnownFacility } from './known-facilities.js';

/** What of a row tells which facility it is. */
export type ComparableRow = Pick<RegistryRow, 'name' | 'facilityNumber' | 'corporationName' | 'address' | 'kind'>;

/** null: it is new. */
export type Match = KnownFacility | null | 'AMBIGUOUS';

/**
 * Which facilities of the directory the rows of a list are: by facility number and name, then by number, then by name
 * where nothing tells them apart; kind, corporation and address decide among namesakes. Each is matched once. Where two
 * could be meant, none is chosen.
 */
export function matchFacilities<Row extends ComparableRow>(
  rows: readonly Row[],
  known: readonly KnownFacility[],
): Map<Row, Match> {
  const matches = new Map<Row, Match>();
  const free = new Set(known);
  const byName = groupBy(known, ({ facility }) => foldName(facility.name));
  const byNumber = groupBy(
    known.filter(({ facility }) => facility.facilityNumber !== null),
    ({ facility }) => facility.facilityNumber ?? '',
  );
  const numbered = (row: Row) => (row.facilityNumber === null ? [] : (byNumber.get(row.facilityNumber) ?? []));
  const named = (row: Row) => byName.get(foldName(row.name)) ?? [];
  const rowsByName = groupBy(rows, ({ name }) => foldName(name));
  const isAlone = (row: Row) => (rowsByName.get(foldName(row.name))?.length ?? 0) === 1;
  const isThere = (row: Row, { facility }: KnownFacility) =>
    isAlone(row) || !differs(folded(row.address, foldAddress), folded(facility.address, foldAddress));
  const passes: ((row: Row) => KnownFacility[])[] = [
    (row) => numbered(row).filter(({ facility }) => foldName(facility.name) === foldName(row.name)),
    // Under another name a number tells who it is only where no other kind of facility has the same number.
    (row) => numbered(row).filter(({ facility }) => !differs(typeOf(row), facility.typeCode)),
    (row) =>
      named(row).filter(
        (other) => mayBe(row, other) && !differs(typeOf(row), other.facility.typeCode) && isThere(row, other),
      ),
    // A facility may become one of another kind; where the list has namesakes, it is one of those rather.
    (row) => (isAlone(row) ? named(row).filter((other) => mayBe(row, other)) : []),
  ];
  for (const candidatesOf of passes) {
    for (const row of rows) {
      if (matches.has(row)) continue;
      const candidates = candidatesOf(row).filter((candidate) => free.has(candidate));
      const match = best(row, candidates);
      if (match === null) continue;
      matches.set(row, match);
      if (match !== 'AMBIGUOUS') free.delete(match);
    }
  }
  for (const row of rows) if (!matches.has(row)) matches.set(row, null);
  return matches;
}

/** Whether nothing that both state tells the two apart; an address alone does not, as facilities move. */
function mayBe(row: ComparableRow, { facility }: KnownFacility): boolean {
  if (differs(row.facilityNumber, facility.facilityNumber)) return false;
  return !differs(folded(row.corporationName, foldCorporation), folded(facility.corporationName, foldCorporation));
}

function best(row: ComparableRow, candidates: readonly KnownFacility[]): Match {
  if (candidates.length <= 1) return candidates[0] ?? null;
  const score = ({ facility }: KnownFacility) =>
    Number(typeOf(row) === facility.typeCode) * 4 +
    Number(same(folded(row.corporationName, foldCorporation), folded(facility.corporationName, foldCorporation))) * 2 +
    Number(same(folded(row.address, foldAddress), folded(facility.address, foldAddress)));
  const [first, second] = candidates.toSorted((a, b) => score(b) - score(a));
  if (!first || !second) return first ?? null;
  return score(first) > score(second) ? first : 'AMBIGUOUS';
}

function typeOf({ kind }: ComparableRow): string | null {
  return kind.is === 'STATED' ? kind.typeCode : null;
}

function folded(text: string | null, fold: (text: string) => string): string | null {
  return text === null ? null : fold(text);
}

function differs(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

function same(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}
