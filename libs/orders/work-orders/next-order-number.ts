import { fiscalYearOf, todayInTokyo } from '#yui/calendar';
import { Desk } from '#yui/directory';
import { scatteredNumber, type Transaction } from '#yui/platform';

/** Desk code, fiscal year, a number that tells nobody how many there are: `KOCHI-2026-4817`. */
export async function nextOrderNumber(tx: Transaction, deskId: string): Promise<string> {
  const desk = await tx.get(Desk, { id: deskId });
  const fiscalYear = fiscalYearOf(todayInTokyo(tx.now));
  const [row] = await tx.manager.query<[{ last_number: number; secret: string | null }]>(
    `INSERT INTO work_order_number (desk_id, fiscal_year, last_number) VALUES ($1, $2, 1)
     ON CONFLICT (desk_id, fiscal_year) DO UPDATE SET last_number = work_order_number.last_number + 1
     RETURNING last_number, secret`,
    [deskId, fiscalYear],
  );
  return `${desk.code}-${fiscalYear}-${scatteredNumber(row.last_number, row.secret)}`;
}
