import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  accessErrors,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readSqlPage,
  RecordRead,
  UnitOfWork,
} from '#yui/platform';
import type { ReportTable } from '../tables/report-table.js';
import { type ClosedReport, ClosedYear } from './closed-year.entity.js';
import { type ClosedSums, type ClosingRow, closingReport } from './closing-report.js';
import { presentRows, requireReport } from './present-rows.js';

/** Why a figure is no longer what it was. */
export const CLOSING_CAUSES = [
  'ORDER_ADDED',
  'ORDER_CHANGED',
  'ORDER_GONE',
  'RECORD_ADDED',
  'RECORD_CHANGED',
  'RECORD_GONE',
  'COUNTED_ELSEWHERE',
] as const;
export type ClosingCause = (typeof CLOSING_CAUSES)[number];

/** An order or a recorded result that counts for something else than when the year was closed. */
export interface ClosingChange {
  readonly id: string;
  readonly cause: ClosingCause;
  readonly workOrderId: string | null;
  readonly label: string;
  /** Of which row of the report; '': none. */
  readonly key: string;
  readonly orders: number;
  readonly facilities: number;
  /** Difference, as the other two. */
  readonly yen: number;
  /** When something was last booked or recorded of it; null: it is gone. */
  readonly changedAt: Date | null;
}

interface SqlChange {
  readonly id: string;
  readonly cause: ClosingCause;
  readonly subject_id: string;
  readonly origin: 'ORDER' | 'RECORDED';
  readonly label: string;
  readonly key: string;
  readonly orders: number;
  readonly facilities: number;
  readonly yen: number;
  readonly changed_at: Date | null;
}

const MAX_CLOSED = 100;

/** Closed years of the own reports, and what has changed since. */
@Injectable()
export class ClosedYearQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordRead: RecordRead,
  ) {}

  /** The latest year first, and of a year the latest version. @throws ACCESS.NOT_FOUND */
  async list(actor: PersonActor, report: ClosedReport): Promise<ClosedYear[]> {
    requireReport(actor, report);
    return this.unitOfWork.read(actor, async (db) =>
      db.find(ClosedYear, {
        where: { keeperId: actor.organisationId, report },
        order: { fiscalYear: 'DESC', version: 'DESC' },
        take: MAX_CLOSED,
      }),
    );
  }

  /**
   * Its figures then and now; not from a replica, which may lack a year that was closed a moment ago. That it was read is
   * recorded. @throws ACCESS.NOT_FOUND
   */
  async table(actor: PersonActor, id: string): Promise<ReportTable> {
    const { closed, table } = await this.unitOfWork.read(actor, async (db) => {
      const closed = await ownClosed(db, actor, id);
      const names = closed.report === 'PROCUREMENT' ? await categoryNames(db) : new Map<string, string>();
      const rows = await closingRows(db, actor, closed);
      return { closed, table: closingReport(rows, { names, hasFacilities: closed.report === 'JOINT_ORDERS' }) };
    });
    const deskId = organisationKindOf(actor.role) === 'DESK' ? actor.organisationId : null;
    const { report, fiscalYear, version } = closed;
    const fact = { deskId, subjectType: 'ClosedYear', subjectId: id };
    await this.recordRead.execute(actor, 'closedYear.read', fact, { report, fiscalYear, version });
    return table;
  }

  /** Everything that counts for something else now, by name. @throws ACCESS.NOT_FOUND, INPUT.* */
  async changes(actor: PersonActor, id: string, page: PageRequest): Promise<PageOf<ClosingChange>> {
    return readSqlPage<SqlChange, ClosingChange>(this.unitOfWork, actor, page, async (db) => {
      const closed = await ownClosed(db, actor, id);
      const { sql, values } = await presentRows(db, actor, closed.report, closed.fiscalYear);
      return {
        sql: changesSql(sql, `$${values.length + 1}`),
        values: [...values, id],
        order: { by: 'label', kind: 'TEXT', direction: 'ASC' },
        show: changeOf,
      };
    });
  }
}

/** @throws ACCESS.NOT_FOUND */
async function ownClosed(db: EntityManager, actor: PersonActor, id: string): Promise<ClosedYear> {
  const closed = await db.findOneBy(ClosedYear, { id, keeperId: actor.organisationId });
  if (!closed) throw accessErrors.NOT_FOUND();
  return closed;
}

async function categoryNames(db: EntityManager): Promise<Map<string, string>> {
  const rows = await db.query<{ code: string; name: string }[]>(
    'SELECT code, name_ja AS name FROM procurement_category',
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

async function closingRows(db: EntityManager, actor: PersonActor, closed: ClosedYear): Promise<ClosingRow[]> {
  const { sql, values } = await presentRows(db, actor, closed.report, closed.fiscalYear);
  // An order that counts in two rows is one order of the total.
  const rows = await db.query<(Record<keyof ClosedSums, string> & { key: string | null; is_closed: boolean })[]>(
    `SELECT is_closed, key,
       (count(DISTINCT subject_id) FILTER (WHERE origin = 'ORDER' AND orders > 0)
         + coalesce(sum(orders) FILTER (WHERE origin = 'RECORDED'), 0))::bigint AS orders,
       sum(facilities)::bigint AS facilities, sum(yen)::bigint AS yen
     FROM (
       SELECT true AS is_closed, subject_id, key, origin, orders, facilities, yen FROM closed_row
       WHERE closed_year_id = $${values.length + 1}
       UNION ALL
       SELECT false, subject_id, key, origin, orders, facilities, yen FROM (${sql}) AS present
     ) AS counted GROUP BY GROUPING SETS ((is_closed, key), (is_closed))`,
    [...values, closed.id],
  );
  const keys = new Set([null, ...rows.map(({ key }) => key)]);
  const sumsOf = (key: string | null, isClosed: boolean): ClosedSums => {
    const row = rows.find((each) => each.key === key && each.is_closed === isClosed);
    return { orders: Number(row?.orders ?? 0), facilities: Number(row?.facilities ?? 0), yen: Number(row?.yen ?? 0) };
  };
  return [...keys].map((key) => ({ key, closed: sumsOf(key, true), present: sumsOf(key, false) }));
}

/**
 * @param present SQL of what counts now
 * @param id names the closed year
 */
const changesSql = (present: string, id: string) => `
  WITH present AS (${present}), closed AS (SELECT * FROM closed_row WHERE closed_year_id = ${id}::uuid)
  SELECT md5(subject_id::text || ' ' || key)::uuid AS id, subject_id, key, coalesce(now.origin, was.origin) AS origin,
    coalesce(now.label, was.label) AS label,
    coalesce(now.orders, 0) - coalesce(was.orders, 0) AS orders,
    coalesce(now.facilities, 0) - coalesce(was.facilities, 0) AS facilities,
    coalesce(now.yen, 0) - coalesce(was.yen, 0) AS yen,
    CASE
      WHEN was.origin IS NULL AND EXISTS (SELECT 1 FROM closed WHERE closed.subject_id = now.subject_id)
        OR now.origin IS NULL AND EXISTS (SELECT 1 FROM present WHERE present.subject_id = was.subject_id)
        THEN 'COUNTED_ELSEWHERE'
      ELSE CASE coalesce(now.origin, was.origin) WHEN 'ORDER' THEN 'ORDER_' ELSE 'RECORD_' END
        || CASE WHEN was.origin IS NULL THEN 'ADDED' WHEN now.origin IS NULL THEN 'GONE' ELSE 'CHANGED' END
    END AS cause,
    coalesce(
      (SELECT max(line.booked_at) FROM settlement_line AS line WHERE line.work_order_id = subject_id),
      (SELECT max(coalesce(contract.fulfilled_at, contract.concluded_at)) FROM contract
       WHERE contract.work_order_id = subject_id),
      (SELECT own.recorded_at FROM recorded_result AS own WHERE own.id = subject_id)) AS changed_at
  FROM present AS now FULL JOIN closed AS was USING (subject_id, key)
  WHERE (now.orders, now.facilities, now.yen) IS DISTINCT FROM (was.orders, was.facilities, was.yen)`;

function changeOf(row: SqlChange): ClosingChange {
  return {
    id: row.id,
    cause: row.cause,
    workOrderId: row.origin === 'ORDER' ? row.subject_id : null,
    label: row.label,
    key: row.key,
    orders: Number(row.orders),
    facilities: Number(row.facilities),
    yen: Number(row.yen),
    changedAt: row.changed_at,
  };
}
