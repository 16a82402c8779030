import type { Read } from './basis.js';

/** A facility that may be asked, with what stands of it already. */
export interface RowView {
  readonly facilityId: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly capacityUnits: number;
  readonly unitPriceSen: number | null;
  readonly committedUnits: number;
  readonly offeredUnits: number;
  readonly plannedUnits: number;
}

/** Those with a share in the proposal first, the largest at the top; then those that could, by what they can do. */
export function rowsOf(read: Read, proposal: Readonly<Record<string, number>>): RowView[] {
  const sum = (shares: Read['committed'], facilityId: string, status?: string) =>
    shares
      .filter((share) => share.facilityId === facilityId && (status === undefined || share.status === status))
      .reduce((units, share) => units + share.units, 0);
  const rows = read.candidates
    .filter(({ ineligible }) => ineligible === null)
    .map(({ facilityId, name, municipality, capacityUnits, unitPriceSen }) => ({
      facilityId,
      name,
      municipality,
      capacityUnits,
      unitPriceSen,
      committedUnits: sum(read.committed, facilityId),
      offeredUnits: sum(read.openOffers, facilityId, 'OFFERED'),
      plannedUnits: sum(read.openOffers, facilityId, 'PLANNED'),
    }));
  return rows.sort(
    (a, b) =>
      (proposal[b.facilityId] ?? 0) - (proposal[a.facilityId] ?? 0) ||
      b.capacityUnits - a.capacityUnits ||
      a.name.localeCompare(b.name, 'ja'),
  );
}
