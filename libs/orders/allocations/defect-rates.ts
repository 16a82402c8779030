import { addDays, type LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';

const DAYS_LOOKED_BACK = 365;

/**
 * Defective units among those the desk inspected in the last twelve months, in thousandths rounded up, by facility; one
 * whose work was not inspected is not in the map: it has shown nothing against it.
 */
export async function defectRates(tx: Transaction, deskId: string, today: LocalDate): Promise<Map<string, number>> {
  const rows = await tx.manager.query<{ facility_id: string; permille: number }[]>(
    `SELECT assignment.facility_id,
       ceil(sum(inspection.defect_units) * 1000.0 / sum(inspection.accepted_units + inspection.defect_units))::integer
         AS permille
     FROM inspection
     JOIN delivery ON delivery.id = inspection.delivery_id
     JOIN assignment ON assignment.id = delivery.assignment_id
     WHERE assignment.desk_id = $1 AND (inspection.inspected_at AT TIME ZONE 'Asia/Tokyo')::date > $2
     GROUP BY assignment.facility_id`,
    [deskId, addDays(today, -DAYS_LOOKED_BACK)],
  );
  return new Map(rows.map((row) => [row.facility_id, row.permille]));
}
