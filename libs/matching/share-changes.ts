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
  const from = new Map(before.map((share) => [share.facilityId, share.units]));
  return after
    .map(({ facilityId, units }) => ({ facilityId, fromUnits: from.get(facilityId) ?? 0, toUnits: units }))
    .filter((change) => change.fromUnits !== change.toUnits);
}
