import { addDays, addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { priceAgreed } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { agreedTerms } from '../standing-orders/standing-order.access.js';
import type { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { occurrenceErrors } from '../standing-orders/standing-order.errors.js';
import { OccurrencePrice } from './occurrence-price.entity.js';
import { Occurrence } from './occurrence.entity.js';

export interface NewOccurrence extends Pick<
  Occurrence,
  'origin' | 'plannedOn' | 'dueOn' | 'quantity' | 'unitPriceSen'
> {
  readonly site: { readonly position: number; readonly name: string };
  /** What a facility gets for one unit; null: the usual. */
  readonly facilityUnitPriceSen: number | null;
  readonly movedFromId?: string;
}

const BATCH = 200;

/** Writes coming occurrences of an active standing order, with what buyer and facilities get for them. */
export async function insertOccurrences(
  tx: Transaction,
  standing: StandingOrder,
  added: readonly NewOccurrence[],
): Promise<Occurrence[]> {
  const rows = added.map((one) => ({ ...one, id: tx.newId() }));
  const { prices } = await priceAgreed(tx, standing, await agreedTerms(tx, standing), rows);
  const occurrences = rows.map(({ site, movedFromId, facilityUnitPriceSen: _agreed, ...row }): Occurrence => ({
    ...row,
    standingOrderId: standing.id,
    deskId: standing.deskId,
    buyerId: standing.buyerId,
    status: 'COMING',
    startOn: standing.workDays === 1 ? row.dueOn : addWorkingDays(row.dueOn, 1 - standing.workDays),
    visibleOn: addDays(row.dueOn, -standing.visibleDays),
    sitePosition: site.position,
    siteName: site.name,
    workOrderId: null,
    skipReason: null,
    movedFromId: movedFromId ?? null,
  }));
  for (let at = 0; at < occurrences.length; at += BATCH) {
    const batch = occurrences.slice(at, at + BATCH);
    await tx.manager.insert(Occurrence, batch);
    await tx.manager.insert(
      OccurrencePrice,
      batch.map(({ id, deskId }) => ({
        occurrenceId: id,
        deskId,
        facilityUnitPriceSen: prices.get(id)!.facilityUnitPriceSen,
      })),
    );
  }
  return occurrences;
}

/** @throws OCCURRENCE.OUT_OF_PERIOD */
export function requireWithin(tx: Transaction, { fromOn, toOn }: StandingOrder, dueOn: LocalDate): void {
  if (dueOn <= todayInTokyo(tx.now) || dueOn < fromOn || dueOn > toOn) {
    throw occurrenceErrors.OUT_OF_PERIOD({ from: fromOn, to: toOn }).at('dueOn');
  }
}
