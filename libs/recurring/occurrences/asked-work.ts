import type { LocalDate } from '#yui/calendar';
import type { GrowingLoad } from '#yui/directory';
import type { Transaction } from '#yui/platform';

interface AskedWork {
  readonly id: string;
  readonly facilityId: string;
  readonly workTypeCode: string;
  readonly units: number;
  readonly secondsPerUnit: number;
  readonly startOn: LocalDate;
  readonly dueOn: LocalDate;
}

/**
 * What the facilities are asked, or about to be asked, and have not answered, the soonest due first: dates of any standing
 * order, and offers of orders. Nothing of it is promised, but a facility that says yes to all of it must be able to do all of it.
 */
export async function askedWork(
  tx: Transaction,
  facilityIds: readonly string[],
  today: LocalDate,
): Promise<AskedWork[]> {
  return tx.manager.query<AskedWork[]>(
    `SELECT share.id, share.facility_id AS "facilityId", standing_order.work_type_code AS "workTypeCode",
       share.units, share.seconds_per_unit AS "secondsPerUnit", occurrence.start_on AS "startOn", occurrence.due_on AS "dueOn"
     FROM occurrence_share share JOIN occurrence ON occurrence.id = share.occurrence_id
       JOIN standing_order ON standing_order.id = share.standing_order_id
     WHERE share.facility_id = ANY ($1) AND share.status IN ('PLANNED', 'OFFERED') AND occurrence.status = 'COMING'
       AND occurrence.due_on > $2
     UNION ALL
     SELECT share.id, share.facility_id, step.work_type_code, share.offered_units, share.seconds_per_unit,
       least(greatest(coalesce(step.start_on, $2::date + 1), $2::date + 1), share.due_on), share.due_on
     FROM assignment share JOIN step ON step.id = share.step_id
     WHERE share.facility_id = ANY ($1) AND share.status IN ('PLANNED', 'OFFERED') AND share.due_on > $2
     ORDER BY "dueOn", id`,
    [facilityIds, today],
  );
}

/** Adds it to the loads, as far as it is possible at all. */
export function addAskedWork(loads: ReadonlyMap<string, GrowingLoad>, asked: readonly AskedWork[]): void {
  for (const { id, facilityId, units, ...work } of asked) {
    const load = loads.get(facilityId);
    const possible = load ? Math.min(units, load.possible(work)) : 0;
    if (possible > 0) load?.add(id, work, possible);
  }
}
