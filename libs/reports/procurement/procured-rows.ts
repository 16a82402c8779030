import type { EntityManager } from 'typeorm';
import { fiscalYearRange, type LocalDate } from '#yui/calendar';
import { REDUCTION } from '#yui/contracts';
import type { Cut } from '../recorded/competing-lists.js';
import { isOfNone, type OmittedList, readOmittedLists } from '../recorded/omit-lists.js';
import { type RuleInForce, ruleOf } from './procurement-rule.entity.js';

/** What a table of procurement has a row for. */
export const PROCUREMENT_DIMENSIONS = [
  'CATEGORY',
  'OWN_CATEGORY',
  'LEVEL',
  'GOVERNMENT',
  'DEPARTMENT',
  'SUPPLIER_KIND',
  'METHOD',
] as const;
export type ProcurementDimension = (typeof PROCUREMENT_DIMENSIONS)[number];

/** Whose procurement is counted. */
export type ProcurementScope =
  | { readonly kind: 'BUYER'; readonly buyerId: string }
  /** What one desk brought about: of one government, or of all. */
  | { readonly kind: 'DESK'; readonly deskId: string; readonly buyerId: string | null }
  | { readonly kind: 'PREFECTURE'; readonly prefectureId: string; readonly deskIds: readonly string[] };

export interface ProcuredQuery {
  readonly scope: ProcurementScope;
  readonly by: ProcurementDimension;
  readonly fromYear: number;
  readonly toYear: number;
  readonly rules: readonly RuleInForce[];
  /** Recorded lists that do not count, of `omittedFrom`. */
  readonly omitted: readonly OmittedList[];
  /** Orders outside public money (staff lunches) have a table of their own. */
  readonly isPublicMoney: boolean;
}

/** By dimension: the column of a row that says where it belongs. */
const KEYS: Readonly<Record<ProcurementDimension, string>> = {
  CATEGORY: `coalesce(category_code, '')`,
  OWN_CATEGORY: `coalesce(own_code, '')`,
  LEVEL: `coalesce(level, '')`,
  GOVERNMENT: 'government',
  DEPARTMENT: 'department',
  SUPPLIER_KIND: `coalesce(supplier_kind, '')`,
  METHOD: `coalesce(method, '')`,
};

/** By dimension: what a list of recorded results has to say for it; null: they all do, or none does. */
const CUT_OF: Readonly<Record<ProcurementDimension, Cut | null>> = {
  CATEGORY: 'category',
  OWN_CATEGORY: 'category',
  LEVEL: 'level',
  GOVERNMENT: null,
  DEPARTMENT: 'department',
  SUPPLIER_KIND: 'supplierKind',
  METHOD: null,
};

const yearOf = (day: string) => `extract(year FROM ${day} - interval '3 months')::integer`;

/**
 * SQL for the rows behind a table of procurement, and its values. One row is the work of one line of an order, the contract
 * of a referral, or a recorded result; each has `id`, `booked_on`, `fiscal_year`, `key`, its amount and its count.
 *
 * - Money is of the year of the day its rule names: of the day the work was performed on, or accepted. An order of which parts
 *   are of two years has money in both, and counts as an order once: in the year of the last of them (`counted_order_id`).
 * - What a prefecture was returned for a government and a year stands for everything of that government in that year:
 *   neither its orders nor what it recorded itself is added to it.
 * - Of recorded lists that tell of the same money, cut in different ways, one counts (`omittedLists`).
 */
export function procuredRows(query: ProcuredQuery): { readonly sql: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const from = value(fiscalYearRange(query.fromYear).from);
  const to = value(fiscalYearRange(query.toYear).to);
  const isPublic = value(query.isPublicMoney);
  const arms = [lineArm(query, value, { from, to, isPublic }), referralArm(query, value, { from, to, isPublic })];
  // What was recorded is procurement with public money.
  if (query.isPublicMoney) arms.push(recordedArm(query, value));
  const sql = `
    SELECT row.*, ${KEYS[query.by]} AS key,
      CASE WHEN ${taxByYear(query.rules)} THEN gross_yen ELSE net_yen END AS yen,
      origin = 'RECORDED' AND is_tax_included <> (${taxByYear(query.rules)}) AS is_other_tax
    FROM (${arms.join('\nUNION ALL\n')}) AS row
    ${query.by === 'OWN_CATEGORY' ? OWN_CATEGORY : ''}`;
  return { sql, values };
}

type Value = (given: unknown) => string;
interface Names {
  readonly from: string;
  readonly to: string;
  readonly isPublic: string;
}

const MUNICIPAL_KINDS = `('DESIGNATED_CITY', 'MUNICIPALITY')`;
const LEVEL_OF_BUYER = `CASE WHEN government.kind = 'PREFECTURE' THEN 'PREFECTURE'
  WHEN government.kind IN ${MUNICIPAL_KINDS} THEN 'MUNICIPALITY' END`;

const orderOf = (id: string, buyer: string, isPublic: string) => `
  JOIN work_order ON work_order.id = ${id} AND work_order.is_public_money = ${isPublic}
  JOIN buyer ON buyer.id = ${buyer} AND buyer.kind = 'GOVERNMENT'
  LEFT JOIN government ON government.buyer_id = ${buyer}
  LEFT JOIN department ON department.id = work_order.department_id
  LEFT JOIN contract_basis ON contract_basis.work_order_id = work_order.id`;

function lineArm(query: ProcuredQuery, value: Value, { from, to, isPublic }: Names): string {
  return `
    SELECT line.id, 'ORDER' AS origin, line.work_order_id, work_order.number, work_order.title,
      line.booked_on, ${yearOf('line.booked_on')} AS fiscal_year, line.buyer_id,
      (work_order.ordered_at AT TIME ZONE 'Asia/Tokyo')::date AS ordered_on,
      buyer.name AS government, ${LEVEL_OF_BUYER} AS level, coalesce(department.name, '') AS department,
      work_type.category_code, CASE WHEN line.payee = 'DESK' THEN 'JOINT_DESK' ELSE facility.type_code END AS supplier_kind,
      coalesce(facility.name, '') AS facility_name, contract_basis.basis AS method,
      line.net_yen, line.gross_yen, true AS is_tax_included, 0::bigint AS recorded_orders,
      CASE WHEN ${yearOf('line.booked_on')} = ${yearOf('line.order_booked_on')} THEN line.work_order_id END AS counted_order_id
    FROM (${linesOfOrders(query, value, from)}) AS line
    ${orderOf('line.work_order_id', 'line.buyer_id', isPublic)}
    LEFT JOIN work_type ON work_type.code = line.work_type_code
    LEFT JOIN facility ON facility.id = line.facility_id
    WHERE line.booked_on BETWEEN ${from}::date AND ${to}::date
      ${notReturned(query.scope, value, 'buyer.name', LEVEL_OF_BUYER, yearOf('line.booked_on'))}`;
}

/**
 * The lines of orders of which some were traded on a day or later, each with its own day and the last day of its order. What is
 * taken off later is booked with the work it is taken off, and is no further work.
 */
function linesOfOrders({ scope, rules }: ProcuredQuery, value: Value, from: string): string {
  const isOfScope = (table: string) =>
    `${table}.payer = 'BUYER' AND ${table}.kind = 'WORK' AND ${ordersIn(scope, table, value)}`;
  const work = `(WHERE NOT starts_with(line.source_key, '${REDUCTION}'))`;
  const booked = bookedOn(rules);
  return `
    SELECT line.*, ${booked} AS booked_on,
      max(${booked}) FILTER ${work} OVER (PARTITION BY line.work_order_id) AS order_booked_on
    FROM (
      SELECT line.*, coalesce(max(line.traded_on) FILTER ${work} OVER (
          PARTITION BY line.work_order_id, line.work_type_code, line.facility_id, line.performed_on), line.traded_on) AS accepted_on
      FROM settlement_line AS line
      WHERE ${isOfScope('line')}
        AND line.reverses_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM settlement_line AS reversal WHERE reversal.reverses_id = line.id)
        AND line.work_order_id IN (
          SELECT traded.work_order_id FROM settlement_line AS traded
          WHERE ${isOfScope('traded')} AND traded.traded_on >= ${from}::date)
    ) AS line`;
}

/** 斡旋型: what buyer and facility reported, without tax; the tax of the rate of its day and of what was made is added. */
function referralArm(query: ProcuredQuery, value: Value, { from, to, isPublic }: Names): string {
  const booked = `(contract.concluded_at AT TIME ZONE 'Asia/Tokyo')::date`;
  const first = (column: string) => `(SELECT ${column} FROM work_order_line
       JOIN work_type ON work_type.code = work_order_line.work_type_code
       WHERE work_order_line.work_order_id = work_order.id ORDER BY work_order_line.position LIMIT 1)`;
  const taxClass = first('work_order_line.tax_category');
  const percent = `CASE WHEN ${taxClass} = 'NOT_TAXABLE' THEN 100
    WHEN ${booked} >= date '2019-10-01' THEN CASE WHEN ${taxClass} = 'REDUCED' THEN 108 ELSE 110 END
    WHEN ${booked} >= date '2014-04-01' THEN 108 ELSE 105 END`;
  return `
    SELECT contract.id, 'ORDER', contract.work_order_id, work_order.number, work_order.title,
      ${booked}, ${yearOf(booked)}, contract.buyer_id, (work_order.created_at AT TIME ZONE 'Asia/Tokyo')::date,
      buyer.name, ${LEVEL_OF_BUYER}, coalesce(department.name, ''),
      ${first('work_type.category_code')},
      facility.type_code, coalesce(facility.name, ''), contract_basis.basis,
      contract.amount_yen, contract.amount_yen * ${percent} / 100, true, 0, contract.work_order_id
    FROM contract
    ${orderOf('contract.work_order_id', 'contract.buyer_id', isPublic)}
    LEFT JOIN facility ON facility.id = contract.facility_id
    WHERE contract.type = 'REFERRAL' AND contract.status = 'CONCLUDED' AND ${ordersIn(query.scope, 'contract', value)}
      AND contract.concluded_at >= (${from}::date::timestamp AT TIME ZONE 'Asia/Tokyo')
      AND contract.concluded_at < ((${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
      ${notReturned(query.scope, value, 'buyer.name', LEVEL_OF_BUYER, yearOf(booked))}`;
}

/** Whose money a recorded row is: of a government that recorded it itself, its own. */
const GOVERNMENT = `coalesce(nullif(own.government, ''), keeper.name, '')`;

/** The lists among the recorded results that are not to be counted. */
export async function omittedFrom(
  db: EntityManager,
  query: Omit<ProcuredQuery, 'omitted'>,
): Promise<readonly OmittedList[]> {
  const values: unknown[] = [];
  const where = recordedIn(query, (given) => `$${values.push(given)}`);
  return readOmittedLists(db, { asked: CUT_OF[query.by], where, values, government: GOVERNMENT });
}

/** What was recorded of these years and could count. */
function recordedIn({ scope, fromYear, toYear }: Omit<ProcuredQuery, 'omitted'>, value: Value): string {
  const keepers =
    scope.kind === 'PREFECTURE'
      ? `(own.keeper_id = ${value(scope.prefectureId)} OR own.keeper_kind = 'BUYER')`
      : `own.keeper_id = ${value(scope.kind === 'BUYER' ? scope.buyerId : scope.deskId)}`;
  const years = `own.fiscal_year BETWEEN ${value(fromYear)}::integer AND ${value(toYear)}::integer`;
  const ofBuyer =
    scope.kind === 'DESK' && scope.buyerId !== null
      ? `AND own.government = (SELECT name FROM buyer WHERE id = ${value(scope.buyerId)})`
      : '';
  // A desk records what it brought about, of companies too: only what names a government is procurement.
  const ofGovernments = scope.kind === 'DESK' ? `AND (own.government <> '' OR own.level IS NOT NULL)` : '';
  return `${keepers} AND own.grain <> 'TOTAL' AND ${years} ${ofBuyer} ${ofGovernments}`;
}

function recordedArm(query: ProcuredQuery, value: Value): string {
  const { scope } = query;
  const level = `coalesce(own.level, CASE WHEN own.keeper_kind = 'BUYER' THEN ${LEVEL_OF_BUYER} END)`;
  const others =
    scope.kind === 'PREFECTURE'
      ? `AND (own.keeper_kind = 'PREFECTURE' OR (true ${notReturned(scope, value, GOVERNMENT, level, 'own.fiscal_year')}))`
      : '';
  return `
    SELECT own.id, 'RECORDED', NULL::uuid, '', own.title,
      coalesce(own.performed_on, make_date(own.fiscal_year + 1, 3, 31)), own.fiscal_year,
      CASE WHEN own.keeper_kind = 'BUYER' THEN own.keeper_id END, coalesce(own.performed_on, make_date(own.fiscal_year + 1, 3, 31)),
      ${GOVERNMENT}, ${level}, own.department, own.category_code, nullif(own.supplier_kind, ''),
      own.facility_name, NULL, coalesce(own.yen, 0), coalesce(own.yen, 0), own.is_tax_included, coalesce(own.order_count, 0),
      NULL::uuid
    FROM recorded_result AS own
    LEFT JOIN buyer AS keeper ON keeper.id = own.keeper_id
    LEFT JOIN government ON government.buyer_id = own.keeper_id
    WHERE ${recordedIn(query, value)} ${others} AND ${isOfNone(query.omitted, value, GOVERNMENT)}`;
}

function ordersIn(scope: ProcurementScope, table: string, value: Value): string {
  if (scope.kind === 'BUYER') return `${table}.buyer_id = ${value(scope.buyerId)}`;
  if (scope.kind === 'PREFECTURE') return `${table}.desk_id = ANY(${value(scope.deskIds)})`;
  const ofDesk = `${table}.desk_id = ${value(scope.deskId)}`;
  return scope.buyerId === null ? ofDesk : `${ofDesk} AND ${table}.buyer_id = ${value(scope.buyerId)}`;
}

function notReturned(scope: ProcurementScope, value: Value, government: string, level: string, year: string): string {
  if (scope.kind !== 'PREFECTURE') return '';
  return `AND NOT EXISTS (
    SELECT 1 FROM recorded_result AS returned
    WHERE returned.keeper_id = ${value(scope.prefectureId)} AND returned.grain <> 'TOTAL' AND returned.fiscal_year = ${year}
      AND (returned.government = ${government}
        OR (returned.government = '' AND (returned.level IS NULL OR returned.level = ${level}))))`;
}

/** The day that decides the year of a line, whatever rules held when. */
function bookedOn(rules: readonly RuleInForce[]): string {
  const changes = yearsOfChange(rules);
  const arms = changes.map((year) => {
    const column = ruleOf(rules, year).bookedBy === 'PERFORMANCE' ? 'performed_on' : 'accepted_on';
    return `WHEN line.performed_on >= date '${firstDayOf(year)}' THEN line.${column}`;
  });
  return `(CASE ${arms.join(' ')} END)`;
}

function taxByYear(rules: readonly RuleInForce[]): string {
  const arms = yearsOfChange(rules).map(
    (year) => `WHEN fiscal_year >= ${year} THEN ${String(ruleOf(rules, year).isTaxIncluded)}`,
  );
  return `CASE ${arms.join(' ')} END`;
}

/** The newest first; the last holds from the beginning. */
function yearsOfChange(rules: readonly RuleInForce[]): number[] {
  return [...new Set([1900, ...rules.map(({ fromYear }) => fromYear)])].sort((a, b) => b - a);
}

const firstDayOf = (year: number): LocalDate => fiscalYearRange(year).from;

/** The scheme of the government that held on the day of the order. */
const OWN_CATEGORY = `LEFT JOIN LATERAL (
    SELECT entry.own_code, entry.own_name
    FROM category_mapping AS mapping JOIN category_mapping_entry AS entry ON entry.mapping_id = mapping.id
    WHERE mapping.buyer_id = row.buyer_id AND mapping.from_on <= row.ordered_on AND entry.category_code = row.category_code
    ORDER BY mapping.from_on DESC, mapping.version DESC LIMIT 1) AS own ON true`;
