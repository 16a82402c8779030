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
import { isOfNone, type OmittedList, type OmittedSource, readOmittedLists, sourcesOf } from '../recorded/omit-lists.js';
import { THOUSANDS_ROUNDING } from './contract-results.js';
import { BOOKED_ORDERS } from './booked-orders.js';
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
  /** Lists that do not count, as others tell of the same orders. */
  readonly omitted: readonly OmittedSource[];
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
    const { desks, results } = await this.unitOfWork.readReport(actor, async (db) => {
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

/** Whose results an actor asks for; `deskId` null: all of them. @throws ACCESS.NOT_FOUND */
export async function desksFor(db: EntityManager, actor: PersonActor, deskId: string | null): Promise<Desk[]> {
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

/**
 * SQL for what stands behind the table, and its values: `subject_id` (an order or a recorded result), `key` (its contract type;
 * '': none), `origin`, `label`, `orders`, `facilities` and `yen`.
 */
export async function jointRows(
  db: EntityManager,
  desks: readonly Desk[],
  fromYear: number,
  toYear: number,
): Promise<{ readonly sql: string; readonly values: unknown[] }> {
  const deskIds = desks.map(({ id }) => id);
  const omitted = await omittedFrom(db, deskIds, fromYear, toYear);
  const values: unknown[] = [deskIds, fiscalYearRange(fromYear).from, fiscalYearRange(toYear).to, fromYear, toYear];
  return {
    sql: `SELECT booked.work_order_id AS subject_id, booked.type AS key, 'ORDER' AS origin, work_order.number AS label,
        booked.is_counted::integer::bigint AS orders,
        CASE WHEN booked.is_counted THEN cardinality(booked.facility_ids) ELSE 0 END::bigint AS facilities,
        booked.sales_yen AS yen
      FROM (${BOOKED_ORDERS}) AS booked JOIN work_order ON work_order.id = booked.work_order_id
      UNION ALL
      SELECT own.id, coalesce(own.contract_type, ''), 'RECORDED',
        coalesce(nullif(own.title, ''), nullif(own.government, ''), nullif(own.facility_name, ''), own.source_name, ''),
        coalesce(own.order_count, 0), ${RECORDED_FACILITIES}, coalesce(own.yen, 0)
      FROM recorded_result AS own
      WHERE own.keeper_id = ANY($1) AND own.grain <> 'TOTAL' AND own.fiscal_year BETWEEN $4 AND $5
        AND ${isOfNone(omitted, (given) => `$${values.push(given)}`, OF_ALL)}`,
    values,
  };
}

/** SQL: of a single order that names its facility one. */
const RECORDED_FACILITIES = `coalesce(own.facility_count, CASE WHEN own.grain = 'ORDER' AND own.facility_name <> '' THEN 1 ELSE 0 END)`;

async function readResults(
  db: EntityManager,
  desks: readonly Desk[],
  fromYear: number,
  toYear: number,
): Promise<JointOrderResults> {
  const deskIds = desks.map(({ id }) => id);
  const fiscalYears = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const recorded = { deskIds, fromYear, toYear, omitted: await omittedFrom(db, deskIds, fromYear, toYear) };
  const sums = [...(await bookedSums(db, deskIds, fromYear, toYear)), ...(await recordedSums(db, recorded))];
  const { rows, total } = jointOrderTable(fiscalYears, sums);
  const printed = await printedTotals(db, recorded);
  return {
    deskNames: desks.map(({ name }) => name),
    fiscalYears,
    rows,
    total,
    omitted: sourcesOf(recorded.omitted),
    printed: printed
      .map(({ fiscal_year: fiscalYear, yen, source }) => ({ fiscalYear, yen: Number(yen), source }))
      .filter(({ fiscalYear, yen }) => {
        const cell = total.cells.find((each) => each.fiscalYear === fiscalYear);
        return cell?.isOnlyRecorded === true && cell.salesYen !== yen;
      }),
    thousandsRounding: THOUSANDS_ROUNDING,
  };
}

/** Totals of counted tables over everything of their year, as they were printed. */
async function printedTotals(db: EntityManager, { deskIds, fromYear, toYear, omitted }: RecordedAsked) {
  const values: unknown[] = [deskIds, fromYear, toYear];
  return db.query<{ fiscal_year: number; yen: number; source: string }[]>(
    `SELECT fiscal_year, sum(yen)::bigint AS yen, string_agg(DISTINCT source_name, '、') AS source
     FROM recorded_result AS own
     WHERE keeper_id = ANY($1) AND grain = 'TOTAL' AND contract_type IS NULL AND category_code IS NULL AND level IS NULL
       AND supplier_kind = '' AND government = '' AND yen IS NOT NULL AND fiscal_year BETWEEN $2 AND $3
       AND ${isOfNone(omitted, (given) => `$${values.push(given)}`, OF_ALL)}
     GROUP BY fiscal_year ORDER BY fiscal_year`,
    values,
  );
}

async function bookedSums(
  db: EntityManager,
  deskIds: readonly string[],
  fromYear: number,
  toYear: number,
): Promise<JointOrderSum[]> {
  const rows = await db.query<SqlSum[]>(
    `SELECT fiscal_year, type, count(*) FILTER (WHERE is_counted)::bigint AS order_count,
       coalesce(sum(cardinality(facility_ids)) FILTER (WHERE is_counted), 0)::bigint AS facility_count,
       coalesce(sum(sales_yen), 0)::bigint AS sales_yen
     FROM (${BOOKED_ORDERS}) AS booked GROUP BY 1, 2`,
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

interface RecordedAsked {
  readonly deskIds: readonly string[];
  readonly fromYear: number;
  readonly toYear: number;
  /** Lists that do not count. */
  readonly omitted: readonly OmittedList[];
}

/** Lists of a desk and a year that are cut in different ways tell of the same orders, whichever governments they name. */
async function omittedFrom(
  db: EntityManager,
  deskIds: readonly string[],
  fromYear: number,
  toYear: number,
): Promise<readonly OmittedList[]> {
  return readOmittedLists(db, {
    asked: 'contractType',
    where: 'own.keeper_id = ANY($1) AND own.fiscal_year BETWEEN $2 AND $3',
    values: [deskIds, fromYear, toYear],
    government: OF_ALL,
  });
}

/** SQL: governments are not told apart. */
const OF_ALL = `''`;

/** What the desks brought along. */
async function recordedSums(
  db: EntityManager,
  { deskIds, fromYear, toYear, omitted }: RecordedAsked,
): Promise<JointOrderSum[]> {
  const values: unknown[] = [deskIds, fromYear, toYear];
  const rows = await db.query<SqlSum[]>(
    `SELECT fiscal_year, contract_type AS type, sum(order_count)::bigint AS order_count,
       sum(coalesce(facility_count, CASE WHEN grain = 'ORDER' AND facility_name <> '' THEN 1 END))::bigint
         AS facility_count,
       sum(yen)::bigint AS sales_yen, sum(matching_count)::bigint AS matching_count,
       coalesce(sum(yen) FILTER (WHERE is_tax_included), 0)::bigint AS taxed_yen
     FROM recorded_result AS own
     WHERE keeper_id = ANY($1) AND grain <> 'TOTAL' AND fiscal_year BETWEEN $2 AND $3
       AND ${isOfNone(omitted, (given) => `$${values.push(given)}`, OF_ALL)}
     GROUP BY 1, 2`,
    values,
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
