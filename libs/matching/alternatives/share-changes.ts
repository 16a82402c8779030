export interface ShareUnits {
  facilityId: string;
  units: number;
}

export interface ShareChange {
  facilityId: string;
  fromUnits: number;
  toUnits: number;
}

/** Facilities whose units differ, in the order of `after`; a missing share counts as 0. */
export function changesBetween(before: readonly ShareUnits[], after: readonly ShareUnits[]): ShareChange[] {
  let from: Map<string, number> | null = null;
  const unitsBefore = (facilityId: string, k: number): number => {
    // Two splits of the same candidates list them in the same order.
    if (before[k]?.facilityId === facilityId) return before[k].units;
    from ??= new Map(before.map((share) => [share.facilityId, share.units]));
    return from.get(facilityId) ?? 0;
  };
  const changes: ShareChange[] = [];
  after.forEach(({ facilityId, units }, k) => {
    const fromUnits = unitsBefore(facilityId, k);
    if (fromUnits !== units) changes.push({ facilityId, fromUnits, toUnits: units });
  });
  return changes;
}
