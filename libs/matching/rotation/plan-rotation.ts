/** A facility that takes part in work that comes again. */
export interface RotationMember {
  readonly facilityId: string;
  /** Units of each occurrence that are its own; 0 where it takes whole occurrences in turn. */
  readonly units: number;
  /** How often its turn comes beside the others, an integer above 0. */
  readonly weight: number;
  /** Units it has in turn already, before the first of these occurrences. */
  readonly turnUnits: number;
}

/** One date on which something is to be done. */
export interface RotationOccurrence {
  readonly id: string;
  /** Units that are to be given to somebody. */
  readonly units: number;
  /** What is left of one that was divided before: only by turn. */
  readonly isRest?: boolean;
}

export interface RotationShare {
  readonly occurrenceId: string;
  readonly facilityId: string;
  readonly units: number;
}

export interface RotationPlan {
  readonly shares: readonly RotationShare[];
  /** By occurrence: units nobody can take. */
  readonly open: ReadonlyMap<string, number>;
}

/** What a facility can take of an occurrence on top of all that was taken before; `take` makes it one of these. */
export interface RotationCapacity {
  possible(facilityId: string, occurrence: RotationOccurrence): number;
  take(facilityId: string, occurrence: RotationOccurrence, units: number): void;
}

/**
 * Gives each occurrence, in order, to the members: first everybody its own units, as far as it can take them; the rest whole
 * to the one whose turn it is, which is the one that had least in turn for its weight and can take it (of several, the
 * one named first), and where nobody can take it whole, as much as possible to each in the same order. A member that is away is
 * passed over and catches up.
 */
export function planRotation(
  members: readonly RotationMember[],
  occurrences: readonly RotationOccurrence[],
  capacity: RotationCapacity,
): RotationPlan {
  const turnUnits = new Map(members.map((member) => [member.facilityId, member.turnUnits]));
  const shares: RotationShare[] = [];
  const open = new Map<string, number>();
  for (const occurrence of occurrences) {
    const given = new Map<string, number>();
    const give = (facilityId: string, units: number) => {
      capacity.take(facilityId, occurrence, units);
      given.set(facilityId, (given.get(facilityId) ?? 0) + units);
    };
    let left = occurrence.units;
    for (const { facilityId, units } of members) {
      if (units <= 0 || left <= 0 || occurrence.isRest) continue;
      const own = Math.min(units, left, capacity.possible(facilityId, occurrence));
      if (own <= 0) continue;
      give(facilityId, own);
      left -= own;
    }
    for (const { facilityId, units } of inTurn(members, turnUnits, left, (id) => capacity.possible(id, occurrence))) {
      give(facilityId, units);
      turnUnits.set(facilityId, (turnUnits.get(facilityId) ?? 0) + units);
      left -= units;
    }
    for (const [facilityId, units] of given) shares.push({ occurrenceId: occurrence.id, facilityId, units });
    if (left > 0) open.set(occurrence.id, left);
  }
  return { shares, open };
}

function inTurn(
  members: readonly RotationMember[],
  turnUnits: ReadonlyMap<string, number>,
  units: number,
  possibleOf: (facilityId: string) => number,
): { readonly facilityId: string; readonly units: number }[] {
  if (units <= 0) return [];
  const key = (member: RotationMember) => (turnUnits.get(member.facilityId) ?? 0) + units;
  // (a + u) / w < (b + u) / v, without fractions.
  const ordered = members.toSorted((one, other) => key(one) * other.weight - key(other) * one.weight);
  const possible = ordered.map(({ facilityId }) => ({ facilityId, units: Math.min(units, possibleOf(facilityId)) }));
  const whole = possible.find((row) => row.units === units);
  if (whole) return [whole];
  let left = units;
  return possible.flatMap((row) => {
    const part = Math.min(row.units, left);
    left -= part;
    return part > 0 ? [{ facilityId: row.facilityId, units: part }] : [];
  });
}
