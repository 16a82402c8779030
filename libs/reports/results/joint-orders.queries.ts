import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { fiscalYearRange } from '#yui/calendar';
import { Desk, PrefectureDesk, requireOverseen } from '#yui/directory';
import type { ContractType } from '#yui/orders';
import {
  accessErrors,
  organisationKindOf,
  type PersonActor,
  RecordRead,
  requireInteger,
  UnitOfWork,
} from '#yui/platform';
import { FIRST_RECORDED_YEAR } from '../recorded/check-figure.js';
import { THOUSANDS_ROUNDING } from './contract-results.js';
import { type JointOrderSum, jointOrderTable, type JointOrderRow } from './joint-order-table.js';

const LAST_YEAR = 2100;
/** Years that stand side by side. */
const MAX_YEARS = 25;

export interface JointOrdersAsked {
  /** For a prefecture: one of its desks; omitted: all of them. A desk asks for itself. */
  readonly deskId?: string | null;
  readonly fromYear: number;
  readonly toYear: number;
}

/** 共同受注の実績（形式別）: the years side by side. */
export interface JointOrderResults {
  readonly deskNames: readonly string[];
  readonly fiscalYears: readonly number[];
  /** By contract type; the last row, where there is one, is what came along without any. */
  readonly rows: readonly JointOrderRow[];
  readonly total: JointOrderRow;
  /** Totals of imported tables that are not the sum of their rows, such as by rounding. */
  readonly printed: readonly { readonly fiscalYear: number; readonly yen: number; readonly source: string }[];
  readonly thousandsRounding: typeof THOUSANDS_ROUNDING;
}

interface SqlSum {
  readonly fiscal_year: number;
  readonly type: ContractType | null;
  readonly order_count: number | null;
  readonly facility_count: number | null;
  readonly sales_yen: number | null;
  readonly matching_count: number | null;
  readonly taxed_yen: number;
}

const numberOf = (figure: number | null) => (figure === null ? null : Number(figure));

/** What desks brought about, by contract type and year: of the product, and what came along from before. */
@Injectable()
export class JointOrderQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordRead: RecordRead,
  ) {}

  /**
   * For a desk its own; for an officer one overseen desk, or all of them together: an order belongs to one desk, so none is
   * counted twice. That it was read is recorded with each desk.
   * @throws ACCESS.NOT_FOUND, INPUT.NUMBER_OUT_OF_RANGE
   */
  async results(actor: PersonActor, asked: JointOrdersAsked): Promise<JointOrderResults> {
    const fromYear = requireInteger('fromYear', asked.fromYear, FIRST_RECORDED_YEAR, LAST_YEAR);
    const toYear = requireInteger('toYear', asked.toYear, fromYear, Math.min(LAST_YEAR, fromYear + MAX_YEARS - 1));
    const { desks, results } = await this.unitOfWork.read(actor, async (db) => {
      const desks = await desksFor(db, actor, asked.deskId ?? null);
      return { desks, results: await readResults(db, desks, fromYear, toYear) };
    });
    for (const { id } of desks) {
      const fact = { deskId: id, subjectType: 'Desk', subjectId: id };
      await this.recordRead.execute(actor, 'jointOrderResults.read', fact, { fromYear, toYear });
    }
    return results;
  }
}

/** @throws ACCESS.NOT_FOUND */
async function desksFor(db: EntityManager, actor: PersonActor, deskId: string | null): Promise<Desk[]> {
  const kind = organisationKindOf(actor.role);
  const own = actor.organisationId;
  if (kind === 'DESK' && (deskId === null || deskId === own)) return db.findBy(Desk, { id: own });
  if (kind !== 'PREFECTURE') throw accessErrors.NOT_FOUND();
  if (deskId !== null) {
    await requireOverseen(db, actor, deskId);
    return db.findBy(Desk, { id: deskId });
  }
  const links = await db.findBy(PrefectureDesk, { prefectureId: own });
  return db.find(Desk, { where: { id: In(links.map((link) => link.deskId)) }, order: { code: 'ASC' } });
}

async function readResults(
  db: EntityManager,
  desks: readonly Desk[],
  fromYear: number,
  toYear: number,
): Promise<JointOrderResults> {
  const deskIds = desks.map(({ id }) => id);
  const fiscalYears = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const sums = [
    ...(await bookedSums(db, deskIds, fromYear, toYear)),
    ...(await recordedSums(db, deskIds, fromYear, toYear)),
  ];
  const { rows, total } = jointOrderTable(fiscalYears, sums);
  const printed = await db.query<{ fiscal_year: number; yen: number; source: string }[]>(
    `SELECT fiscal_year, sum(yen)::bigint AS yen, string_agg(DISTINCT source_name, '、') AS source FROM recorded_result
     WHERE keeper_id = ANY($1) AND grain = 'TOTAL' AND contract_type IS NULL AND category_code IS NULL AND level IS NULL
       AND supplier_kind = '' AND government = '' AND yen IS NOT NULL AND fiscal_year BETWEEN $2 AND $3
     GROUP BY fiscal_year ORDER BY fiscal_year`,
    [deskIds, fromYear, toYear],
  );
  return {
    deskNames: desks.map(({ name }) => name),
    fiscalYears,
    rows,
    total,
    printed: printed
      .map(({ fiscal_year: fiscalYear, yen, source }) => ({ fiscalYear, yen: Number(yen), source }))
      .filter(({ fiscalYear, yen }) => {
        const cell = total.cells.find((each) => each.fiscalYear === fiscalYear);
        return cell?.isOnlyRecorded === true && cell.salesYen !== yen;
      }),
    thousandsRounding: THOUSANDS_ROUNDING,
  };
}

/** Orders that the buyer accepted in a year; 斡旋型: whose contract was reported in it. */
async function bookedSums(
  db: EntityManager,
  deskIds: readonly string[],
  fromYear: number,
  toYear: number,
): Promise<JointOrderSum[]> {
  const rows = await db.query<SqlSum[]>(
    `WITH sale AS (
       SELECT work_order_id, type, max(fulfilled_at) AS booked_at, sum(fulfilled_yen) AS sales_yen
       FROM contract
       WHERE desk_id = ANY($1) AND status IN ('FULFILLED', 'SETTLED') AND side IN ('BUYER_DESK', 'BUYER_FACILITY')
         AND fulfilled_at >= ($2::date::timestamp AT TIME ZONE 'Asia/Tokyo')
         AND fulfilled_at < (($3::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
       GROUP BY work_order_id, type
       UNION ALL
       SELECT work_order_id, type, concluded_at, amount_yen
       FROM contract
       WHERE desk_id = ANY($1) AND status = 'CONCLUDED' AND type = 'REFERRAL'
         AND concluded_at >= ($2::date::timestamp AT TIME ZONE 'Asia/Tokyo')
         AND concluded_at < (($3::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
     ), worked AS (
       SELECT assignment.work_order_id, assignment.facility_id
       FROM sale JOIN assignment ON assignment.work_order_id = sale.work_order_id
       WHERE EXISTS (SELECT 1 FROM delivery JOIN inspection ON inspection.delivery_id = delivery.id
                     WHERE delivery.assignment_id = assignment.id AND inspection.accepted_units > 0)
       UNION
       SELECT contract.work_order_id, contract.facility_id
       FROM sale JOIN contract ON contract.work_order_id = sale.work_order_id
       WHERE contract.type = 'REFERRAL'
     ), taking_part AS (SELECT work_order_id, count(*) AS facilities FROM worked GROUP BY work_order_id)
     SELECT extract(year FROM (booked_at AT TIME ZONE 'Asia/Tokyo') - interval '3 months')::integer AS fiscal_year, type,
       count(*)::bigint AS order_count, coalesce(sum(facilities), 0)::bigint AS facility_count,
       coalesce(sum(sales_yen), 0)::bigint AS sales_yen
     FROM sale LEFT JOIN taking_part USING (work_order_id)
     GROUP BY 1, 2`,
    [deskIds, fiscalYearRange(fromYear).from, fiscalYearRange(toYear).to],
  );
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    contractType: row.type,
    orderCount: Number(row.order_count),
    facilityCount: Number(row.facility_count),
    salesYen: Number(row.sales_yen),
    matchingCount: null,
    isRecorded: false,
    taxedYen: 0,
  }));
}

/**
 * What the desks brought along. Of two lists that tell of the same year, the one that knows no contract type is not added to
 * the one that does: they are the same orders.
 */
async function recordedSums(
  db: EntityManager,
  deskIds: readonly string[],
  fromYear: number,
  toYear: number,
): Promise<JointOrderSum[]> {
  const rows = await db.query<SqlSum[]>(
    `SELECT fiscal_year, contract_type AS type, sum(order_count)::bigint AS order_count,
       sum(coalesce(facility_count, CASE WHEN grain = 'ORDER' AND facility_name <> '' THEN 1 END))::bigint
         AS facility_count,
       sum(yen)::bigint AS sales_yen, sum(matching_count)::bigint AS matching_count,
       coalesce(sum(yen) FILTER (WHERE is_tax_included), 0)::bigint AS taxed_yen
     FROM recorded_result AS own
     WHERE keeper_id = ANY($1) AND grain <> 'TOTAL' AND fiscal_year BETWEEN $2 AND $3
       AND (source_name IS NULL OR contract_type IS NOT NULL OR NOT EXISTS (
         SELECT 1 FROM recorded_result AS other
         WHERE other.keeper_id = own.keeper_id AND other.fiscal_year = own.fiscal_year AND other.grain <> 'TOTAL'
           AND other.source_name <> own.source_name AND other.contract_type IS NOT NULL))
     GROUP BY 1, 2`,
    [deskIds, fromYear, toYear],
  );
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    contractType: row.type,
    orderCount: numberOf(row.order_count),
    facilityCount: numberOf(row.facility_count),
    salesYen: numberOf(row.sales_yen),
    matchingCount: numberOf(row.matching_count),
    isRecorded: true,
    taxedYen: Number(row.taxed_yen),
  }));
}
