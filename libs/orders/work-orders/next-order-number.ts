import { fiscalYearOf, todayInTokyo } from '#yui/calendar';
import { Desk } from '#yui/directory';
import { scatteredNumber, type Transaction } from '#yui/platform';

/** Desk code, fiscal year, a number that tells nobody how many there are: `KOCHI-2026-4817`. */
export async function nextOrderNumber(tx: Transaction, deskId: string): Promise<string> {
  const [number] = await nextOrderNumbers(tx, deskId, 1);
  return number!;
}

/**
 * Many at once. The series of the desk is held until the end of the transaction, and so is everybody who places an order with it:
 * who needs long takes the numbers in a transaction of its own. Numbers that are not used are missed by nobody.
 */
export async function nextOrderNumbers(tx: Transaction, deskId: string, count: number): Promise<string[]> {
  const desk = await tx.get(Desk, { id: deskId });
  const fiscalYear = fiscalYearOf(todayInTokyo(tx.now));
  const [row] = await tx.manager.query<[{ last_number: number; secret: string | null }]>(
    `INSERT INTO work_order_number (desk_id, fiscal_year, last_number) VALUES ($1, $2, $3)
     ON CONFLICT (desk_id, fiscal_year) DO UPDATE SET last_number = work_order_number.last_number + $3
     RETURNING last_number, secret`,
    [deskId, fiscalYear, count],
  );
  const first = row.last_number - count + 1;
  return Array.from(
    { length: count },
    (_, at) => `${desk.code}-${fiscalYear}-${scatteredNumber(first + at, row.secret)}`,
  );
}
