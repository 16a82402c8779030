import type { EntityManager } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';

/** What is owed and was paid on one contract, for the work or for the fee; with tax. */
export interface Balance {
  readonly contractId: string;
  readonly isFee: boolean;
  readonly bookedYen: number;
  readonly paidYen: number;
  /** Of the earliest of what is owed. */
  readonly dueOn: LocalDate;
  /** When it was booked or corrected last. */
  readonly bookedOn: LocalDate;
  /** When money last came back of it; null: never. */
  readonly repaidOn: LocalDate | null;
}

interface BalanceRow {
  readonly contract_id: string;
  readonly is_fee: boolean;
  readonly booked_yen: number;
  readonly paid_yen: number;
  readonly due_on: LocalDate;
  readonly booked_at: Date;
  readonly repaid_on: LocalDate | null;
}

/** By contract, the work before the fee. A contract nothing is booked on is not there. */
export async function balancesOf(manager: EntityManager, contractIds: readonly string[]): Promise<Balance[]> {
  const rows = await manager.query<BalanceRow[]>(
    `SELECT owed.*, coalesce(paid.paid_yen, 0)::bigint AS paid_yen, paid.repaid_on
     FROM (SELECT contract_id, kind = 'FEE' AS is_fee, sum(gross_yen)::bigint AS booked_yen, min(due_on) AS due_on,
             max(booked_at) AS booked_at
           FROM settlement_line WHERE contract_id = ANY($1) GROUP BY 1, 2) owed
     LEFT JOIN (SELECT contract_id, is_fee, sum(part.amount_yen)::bigint AS paid_yen,
                  max(paid_on) FILTER (WHERE part.amount_yen < 0 AND reverses_id IS NULL) AS repaid_on
                FROM payment_part part JOIN payment ON payment.id = payment_id
                WHERE contract_id = ANY($1) GROUP BY 1, 2) paid USING (contract_id, is_fee)
     ORDER BY contract_id, is_fee`,
    [contractIds],
  );
  return rows.map((row) => ({
    contractId: row.contract_id,
    isFee: row.is_fee,
    bookedYen: row.booked_yen,
    paidYen: row.paid_yen,
    dueOn: row.due_on,
    bookedOn: todayInTokyo(row.booked_at),
    repaidOn: row.repaid_on,
  }));
}
