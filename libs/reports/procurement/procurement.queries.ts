import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { Buyer, DeskBuyer, PrefectureDesk } from '#yui/directory';
import {
  accessErrors,
  optionalLine,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readSqlPage,
  RecordRead,
  requireInteger,
  UnitOfWork,
} from '#yui/platform';
import { FIRST_RECORDED_YEAR } from '../recorded/check-figure.js';
import { type OmittedSource, sourcesOf } from '../recorded/omit-lists.js';
import { RecordedResult } from '../recorded/recorded-result.entity.js';
import {
  omittedFrom,
  type ProcuredQuery,
  procuredRows,
  type ProcurementDimension,
  type ProcurementScope,
} from './procured-rows.js';
import { ProcurementRule, type RuleInForce, ruleOf } from './procurement-rule.entity.js';
import {
  type ProcuredSum,
  type ProcurementRow,
  procurementTable,
  type TargetCell,
  targetCells,
} from './procurement-table.js';
import { ProcurementTarget } from './procurement-target.entity.js';

const LAST_YEAR = 2100;
/** Years that stand side by side. */
const MAX_YEARS = 25;
/** The name of a government, a department or a kind of supplier. */
const MAX_KEY = 200;

export interface ProcurementAsked {
  /** For a desk: the government; omitted: all it works for. Others ask for their own. */
  readonly buyerId?: string | null;
  readonly fromYear: number;
  readonly toYear: number;
  readonly by: ProcurementDimension;
  readonly isPublicMoney: boolean;
}

/** 調達実績: the years side by side. */
export interface ProcurementResults {
  readonly by: ProcurementDimension;
  readonly fiscalYears: readonly number[];
  /** How each of the years was counted; printed on the table. */
  readonly rules: readonly (RuleInForce & { readonly fiscalYear: number })[];
  readonly rows: readonly ProcurementRow[];
  /** Of the rows themselves: an order of two categories is one order here. */
  readonly total: ProcurementRow;
  /** Totals as they were printed, for years of which the table is all there is. */
  readonly printed: readonly { readonly fiscalYear: number; readonly yen: number; readonly source: string }[];
  /** Lists that do not count, as others tell of the same money. */
  readonly omitted: readonly OmittedSource[];
  readonly targets: readonly TargetCell[];
  /** Of keys that are codes: categories, kinds of facilities, the scheme of the government. */
  readonly names: ReadonlyMap<string, string>;
  /** By year what was recorded with the other tax, and counted as it was. */
  readonly otherTax: readonly { readonly fiscalYear: number; readonly yen: number }[];
}

/** A row behind a cell. */
export interface ProcuredRow {
  readonly id: string;
  readonly origin: 'ORDER' | 'RECORDED';
  readonly workOrderId: string | null;
  readonly number: string;
  readonly title: string;
  readonly bookedOn: LocalDate;
  readonly government: string;
  readonly department: string;
  readonly categoryCode: string | null;
  readonly facilityName: string;
  readonly yen: number;
  /** Of a recorded row; an order counts once, however many rows it has. */
  readonly orderCount: number;
}

interface SqlRow {
  readonly id: string;
  readonly origin: ProcuredRow['origin'];
  readonly work_order_id: string | null;
  readonly number: string;
  readonly title: string;
  readonly booked_on: LocalDate;
  readonly government: string;
  readonly department: string;
  readonly category_code: string | null;
  readonly facility_name: string;
  readonly yen: number;
  readonly recorded_orders: number;
}

/** What governments bought: for the government itself, for its desk, and for the prefecture over all of them. */
@Injectable()
export class ProcurementQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordRead: RecordRead,
  ) {}

  /** That a prefecture read it is recorded. @throws ACCESS.NOT_FOUND, INPUT.NUMBER_OUT_OF_RANGE */
  async results(actor: PersonActor, asked: ProcurementAsked): Promise<ProcurementResults> {
    checkYears(asked);
    const results = await this.unitOfWork.readReport(actor, async (db) => {
      const query = await procurementQueryOf(db, actor, asked);
      return readResults(db, actor, query);
    });
    const deskId = organisationKindOf(actor.role) === 'DESK' ? actor.organisationId : null;
    const fact = { deskId, subjectType: 'Report', subjectId: actor.organisationId };
    const { fromYear, toYear, by } = asked;
    await this.recordRead.execute(actor, 'procurementResults.read', fact, { fromYear, toYear, by });
    return results;
  }

  /** The rows behind one cell, the oldest first; `key` omitted: behind a total. @throws ACCESS.NOT_FOUND, INPUT.* */
  async rows(
    actor: PersonActor,
    asked: ProcurementAsked,
    key: string | null | undefined,
    page: PageRequest,
  ): Promise<PageOf<ProcuredRow>> {
    checkYears(asked);
    const wanted = typeof key === 'string' ? optionalLine('key', key, MAX_KEY) : null;
    return readSqlPage<SqlRow, ProcuredRow>(this.unitOfWork, actor, page, async (db) => {
      const { sql, values } = procuredRows(await procurementQueryOf(db, actor, asked));
      return {
        sql: wanted === null ? sql : `SELECT * FROM (${sql}) AS cell WHERE key = $${values.length + 1}`,
        values: wanted === null ? values : [...values, wanted],
        order: { by: 'booked_on', kind: 'DAY', direction: 'ASC' },
        // An officer sees which orders count, and not what they were about.
        show: (row) =>
          actor.role === 'PREFECTURE_OFFICER' && row.origin === 'ORDER' ? { ...rowOf(row), title: '' } : rowOf(row),
      };
    });
  }
}

/** @throws INPUT.NUMBER_OUT_OF_RANGE */
function checkYears({ fromYear, toYear }: ProcurementAsked): void {
  requireInteger('fromYear', fromYear, FIRST_RECORDED_YEAR, LAST_YEAR);
  requireInteger('toYear', toYear, fromYear, Math.min(LAST_YEAR, fromYear + MAX_YEARS - 1));
}

/** What the SQL of procurement asks, of what the actor may ask. @throws ACCESS.NOT_FOUND */
export async function procurementQueryOf(
  db: EntityManager,
  actor: PersonActor,
  asked: ProcurementAsked,
): Promise<ProcuredQuery> {
  const scope = await scopeFor(db, actor, asked.buyerId ?? null);
  const keeperId = scope.kind === 'DESK' ? scope.buyerId : actor.organisationId;
  const rules = keeperId === null ? [] : await db.findBy(ProcurementRule, { keeperId });
  const { by, fromYear, toYear, isPublicMoney } = asked;
  const query = { scope, by, fromYear, toYear, isPublicMoney, rules };
  return { ...query, omitted: isPublicMoney ? await omittedFrom(db, query) : [] };
}

/** @throws ACCESS.NOT_FOUND */
async function scopeFor(db: EntityManager, actor: PersonActor, buyerId: string | null): Promise<ProcurementScope> {
  const { organisationId } = actor;
  const kind = organisationKindOf(actor.role);
  if (kind === 'BUYER') {
    const isGovernment = await db.existsBy(Buyer, { id: organisationId, kind: 'GOVERNMENT' });
    if (!isGovernment || (buyerId !== null && buyerId !== organisationId)) throw accessErrors.NOT_FOUND();
    return { kind, buyerId: organisationId };
  }
  if (kind === 'DESK') {
    const isServed = buyerId === null || (await db.existsBy(DeskBuyer, { deskId: organisationId, buyerId }));
    if (!isServed) throw accessErrors.NOT_FOUND();
    return { kind, deskId: organisationId, buyerId };
  }
  if (kind !== 'PREFECTURE' || buyerId !== null) throw accessErrors.NOT_FOUND();
  const links = await db.findBy(PrefectureDesk, { prefectureId: organisationId });
  return { kind, prefectureId: organisationId, deskIds: links.map(({ deskId }) => deskId) };
}

async function readResults(db: EntityManager, actor: PersonActor, query: ProcuredQuery): Promise<ProcurementResults> {
  const { by, fromYear, toYear, rules } = query;
  const fiscalYears = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const sums = await sumsOf(db, query);
  const names = await namesOf(db, query);
  const keys = by === 'CATEGORY' ? [...names.keys()] : [];
  const { rows, total } = procurementTable(fiscalYears, sums, keys);
  return {
    by,
    fiscalYears,
    rules: fiscalYears.map((fiscalYear) => ({ ...ruleOf(rules, fiscalYear), fiscalYear })),
    rows,
    total,
    names,
    printed: await printedTotals(db, actor, query, total),
    omitted: sourcesOf(query.omitted),
    targets: query.isPublicMoney ? targetCells(total, await targetsOf(db, actor, query)) : [],
    otherTax: sums.flatMap(({ fiscalYear, key, otherTaxYen }) =>
      key === null && otherTaxYen !== 0 ? [{ fiscalYear, yen: otherTaxYen }] : [],
    ),
  };
}

/** In the order of the scheme. */
async function namesOf(db: EntityManager, { by, scope }: ProcuredQuery): Promise<Map<string, string>> {
  const buyerId = scope.kind === 'PREFECTURE' ? null : scope.buyerId;
  const named = {
    CATEGORY: 'SELECT code, name_ja AS name FROM procurement_category ORDER BY kind DESC, code',
    SUPPLIER_KIND: 'SELECT code, name_ja AS name FROM facility_type',
    OWN_CATEGORY: `SELECT entry.own_code AS code, entry.own_name AS name
      FROM category_mapping_entry AS entry JOIN category_mapping AS mapping ON mapping.id = entry.mapping_id
      WHERE mapping.buyer_id = $1 ORDER BY mapping.from_on, mapping.version, entry.own_code`,
  };
  if (by !== 'CATEGORY' && by !== 'SUPPLIER_KIND' && by !== 'OWN_CATEGORY') return new Map();
  const rows = await db.query<{ code: string; name: string }[]>(named[by], by === 'OWN_CATEGORY' ? [buyerId] : []);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

async function sumsOf(db: EntityManager, query: ProcuredQuery): Promise<ProcuredSum[]> {
  const { sql, values } = procuredRows(query);
  const rows = await db.query<
    {
      fiscal_year: number;
      key: string;
      is_whole: boolean;
      order_count: number;
      yen: number;
      recorded_count: number;
      recorded_yen: number;
      other_tax_yen: number;
    }[]
  >(
    `SELECT fiscal_year, key, grouping(key) = 1 AS is_whole,
       (count(DISTINCT counted_order_id) + coalesce(sum(recorded_orders), 0))::bigint AS order_count,
       coalesce(sum(yen), 0)::bigint AS yen,
       coalesce(sum(recorded_orders), 0)::bigint AS recorded_count,
       coalesce(sum(yen) FILTER (WHERE origin = 'RECORDED'), 0)::bigint AS recorded_yen,
       coalesce(sum(yen) FILTER (WHERE is_other_tax), 0)::bigint AS other_tax_yen
     FROM (${sql}) AS row GROUP BY GROUPING SETS ((fiscal_year, key), (fiscal_year))`,
    values,
  );
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    key: row.is_whole ? null : row.key,
    orderCount: Number(row.order_count),
    yen: Number(row.yen),
    recordedCount: Number(row.recorded_count),
    recordedYen: Number(row.recorded_yen),
    otherTaxYen: Number(row.other_tax_yen),
  }));
}

/** Totals of counted tables over everything of their year: what was printed is said where it is not the sum. */
async function printedTotals(db: EntityManager, actor: PersonActor, { omitted }: ProcuredQuery, total: ProcurementRow) {
  const years = total.cells.filter(({ isOnlyRecorded }) => isOnlyRecorded).map(({ fiscalYear }) => fiscalYear);
  const rows = await db.find(RecordedResult, {
    where: { keeperId: actor.organisationId, grain: 'TOTAL', fiscalYear: In(years) },
    order: { fiscalYear: 'ASC', id: 'ASC' },
  });
  return rows.flatMap((row) => {
    const isWhole = [row.contractType, row.categoryCode, row.level].every((part) => part === null);
    const isOmitted = omitted.some(
      ({ sourceName, fiscalYear }) => sourceName === row.sourceName && fiscalYear === row.fiscalYear,
    );
    const sum = total.cells.find(({ fiscalYear }) => fiscalYear === row.fiscalYear);
    if (!isWhole || isOmitted || row.yen === null || row.yen === sum?.yen) return [];
    if (row.government !== '' || row.supplierKind !== '') return [];
    return [{ fiscalYear: row.fiscalYear, yen: row.yen, source: row.sourceName ?? '' }];
  });
}

async function targetsOf(
  db: EntityManager,
  actor: PersonActor,
  { scope }: ProcuredQuery,
): Promise<ProcurementTarget[]> {
  const keeperId = scope.kind === 'DESK' ? null : actor.organisationId;
  if (keeperId === null) return [];
  return db.find(ProcurementTarget, {
    where: { keeperId, government: '' },
    order: { fiscalYear: 'ASC', measure: 'DESC' },
  });
}

function rowOf(row: SqlRow): ProcuredRow {
  return {
    id: row.id,
    origin: row.origin,
    workOrderId: row.work_order_id,
    number: row.number,
    title: row.title,
    bookedOn: row.booked_on,
    government: row.government,
    department: row.department,
    categoryCode: row.category_code,
    facilityName: row.facility_name,
    yen: Number(row.yen),
    orderCount: Number(row.recorded_orders),
  };
}
