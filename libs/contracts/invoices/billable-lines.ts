import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { isRounding, ROUNDING, SettlementLine } from '../settlement/settlement-line.entity.js';

/** Between whom, and of what, something is billed. */
export interface BillableScope {
  readonly deskId: string;
  readonly payerId: string;
  readonly payeeId: string;
  /** One order only; null: all. */
  readonly workOrderId: string | null;
  /** Of the dates of one standing order; omitted: of any order. */
  readonly standingOrderId?: string | null;
  /** 締め: what was done until this day; null: all. */
  readonly tradedTo: LocalDate | null;
}

/**
 * What is owed and stands on no invoice yet, oldest first. What a correction put in the place of something billed is not
 * billed again: that invoice has to be corrected.
 */
export async function billableLines(manager: EntityManager, scope: BillableScope): Promise<SettlementLine[]> {
  const query = billable(standing(manager)).andWhere(
    'line.deskId = :deskId AND line.payerId = :payerId AND line.payeeId = :payeeId',
    { ...scope },
  );
  if (scope.workOrderId !== null) query.andWhere('line.workOrderId = :workOrderId', { workOrderId: scope.workOrderId });
  if (scope.standingOrderId)
    query.andWhere(
      'line.workOrderId IN (SELECT work_order_id FROM occurrence WHERE standing_order_id = :standingOrderId)',
      { standingOrderId: scope.standingOrderId },
    );
  if (scope.tradedTo !== null) query.andWhere('line.tradedOn <= :tradedTo', { tradedTo: scope.tradedTo });
  return query.getMany();
}

/**
 * Of the lines of a query (`line`) those that hold and stand on no invoice, nor does what they took the place of. An
 * invoice that was corrected counts no more.
 */
export function billable(query: SelectQueryBuilder<SettlementLine>): SelectQueryBuilder<SettlementLine> {
  return holding(query)
    .andWhere('line.sourceKey NOT LIKE :rounding', { rounding: `${ROUNDING}%` })
    .andWhere(
      `NOT EXISTS (
         SELECT 1 FROM settlement_line before
         JOIN invoice_line ON invoice_line.settlement_line_id = before.id
         JOIN invoice ON invoice.id = invoice_line.invoice_id
         WHERE before.contract_id = line.contract_id AND before.source_key = line.source_key
           AND NOT EXISTS (SELECT 1 FROM invoice newer WHERE newer.corrects_id = invoice.id))`,
    );
}

/** What an invoice over the same contracts says now: what stood on it and still holds, and what has come since. */
export async function linesNow(
  manager: EntityManager,
  contractIds: readonly string[],
  between: Pick<BillableScope, 'payerId' | 'payeeId'>,
  billedIds: readonly string[],
): Promise<SettlementLine[]> {
  const lines = await standing(manager)
    .andWhere('line.contractId = ANY(:contractIds)', { contractIds })
    .andWhere('line.payerId = :payerId AND line.payeeId = :payeeId', { ...between })
    .andWhere(
      `(line.id = ANY(:billedIds) OR EXISTS (
         SELECT 1 FROM settlement_line before
         WHERE before.id = ANY(:billedIds) AND before.contract_id = line.contract_id
           AND before.source_key = line.source_key))`,
      { billedIds },
    )
    .getMany();
  return withoutRounding(lines);
}

function standing(manager: EntityManager) {
  return holding(manager.createQueryBuilder(SettlementLine, 'line').where('TRUE'))
    .orderBy('line.tradedOn')
    .addOrderBy('line.bookedAt')
    .addOrderBy('line.id');
}

/** Neither reversed nor a reversal. */
function holding(query: SelectQueryBuilder<SettlementLine>): SelectQueryBuilder<SettlementLine> {
  return query
    .andWhere('line.reversesId IS NULL')
    .andWhere('NOT EXISTS (SELECT 1 FROM settlement_line reversal WHERE reversal.reverses_id = line.id)');
}

const withoutRounding = (lines: SettlementLine[]) => lines.filter((line) => !isRounding(line));
