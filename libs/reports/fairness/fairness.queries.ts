import { Injectable } from '@nestjs/common';
import type { Measure } from '#yui/matching';
import { type EntityManager, In } from 'typeorm';
import { fiscalYearRange, type LocalDate } from '#yui/calendar';
import { Desk, Facility, memberFacilityIds, Membership, splitWeight } from '#yui/directory';
import {
  accessErrors,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readSqlPage,
  requireInteger,
  UnitOfWork,
} from '#yui/platform';
import { FIRST_RECORDED_YEAR } from '../recorded/check-figure.js';
import { type FairnessLedger, fairnessLedger } from './fairness-ledger.js';
import { fairnessRows } from './fairness-rows.js';

const LAST_YEAR = 2100;
const PARTS: Readonly<Record<Measure, number>> = { YEN: 100, MINUTES: 60 };

/** A ledger of one desk; a facility finds only its own line in it. */
export interface DeskLedger extends FairnessLedger {
  readonly deskId: string;
  readonly deskName: string;
  readonly fiscalYear: number;
  /** How many share the level. */
  readonly facilityCount: number;
}

export interface FairnessRowsAsked {
  readonly fiscalYear: number;
  readonly measure: Measure;
  /** For a desk; a facility asks for its own. */
  readonly facilityId?: string | null;
  /** For a facility; a desk asks for its own. */
  readonly deskId?: string | null;
  /** 1 to 12; omitted: all of the year. */
  readonly month?: number | null;
}

/** What stands behind a figure of the ledger. */
export interface FairnessRow {
  readonly id: string;
  readonly origin: 'SHARE' | 'RECORDED' | 'OPENING';
  readonly facilityId: string;
  /** When it said yes, or when it was performed; null: it came along without a day. */
  readonly givenOn: LocalDate | null;
  readonly workOrderId: string | null;
  readonly number: string;
  readonly title: string;
  readonly units: number;
  readonly amount: number;
  /** Of which split it is a part; the desk's alone, as the reasons are. */
  readonly allocationId: string | null;
  readonly reasonJa: string | null;
  readonly reasonEn: string | null;
}

interface SqlRow {
  readonly id: string;
  readonly origin: FairnessRow['origin'];
  readonly facility_id: string;
  readonly given_on: LocalDate | null;
  readonly work_order_id: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly units: number;
  readonly parts: number;
  readonly allocation_id: string | null;
  readonly reason_ja: string | null;
  readonly reason_en: string | null;
}

/** Who received what from a desk in a year, against the level of all. */
@Injectable()
export class FairnessQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * For a desk its own ledger; for a facility its own line in the ledger of each desk it belongs to, and the level; of one it
   * has left, until the day it left.
   * @throws ACCESS.NOT_FOUND, INPUT.NUMBER_OUT_OF_RANGE
   */
  async ledgers(actor: PersonActor, fiscalYear: number, measure: Measure): Promise<DeskLedger[]> {
    requireInteger('fiscalYear', fiscalYear, FIRST_RECORDED_YEAR, LAST_YEAR);
    const kind = organisationKindOf(actor.role);
    if (kind === 'DESK') {
      return this.unitOfWork.readReport(actor, async (db) => [
        await readLedger(db, actor.organisationId, fiscalYear, measure),
      ]);
    }
    if (kind !== 'FACILITY') throw accessErrors.NOT_FOUND();
    // The level is made of the work of others, which only use cases see.
    return this.unitOfWork.run(actor, async ({ manager }) => {
      const ledgers: DeskLedger[] = [];
      for (const [deskId, until] of await desksIn(manager, actor.organisationId, fiscalYear)) {
        const ledger = await readLedger(manager, deskId, fiscalYear, measure, until);
        const lines = ledger.lines.filter(({ facilityId }) => facilityId === actor.organisationId);
        if (lines.length > 0) ledgers.push({ ...ledger, lines });
      }
      return ledgers;
    });
  }

  /** The rows behind a line or one of its months, the oldest first. @throws ACCESS.NOT_FOUND, INPUT.* */
  async rows(actor: PersonActor, asked: FairnessRowsAsked, page: PageRequest): Promise<PageOf<FairnessRow>> {
    const { fiscalYear, measure, month = null } = asked;
    requireInteger('fiscalYear', fiscalYear, FIRST_RECORDED_YEAR, LAST_YEAR);
    if (month !== null) requireInteger('month', month, 1, 12);
    const { deskId, facilityId } = partiesOf(actor, asked);
    return readSqlPage<SqlRow, FairnessRow>(this.unitOfWork, actor, page, async (db) => {
      const until = await untilFor(db, actor, deskId, fiscalYear);
      const { sql, values } = fairnessRows({ deskId, facilityId, fiscalYear, measure });
      const ofMonth = month === null ? '' : `AND extract(month FROM given.given_on) = $${values.push(month)}`;
      return {
        sql: `SELECT given.*, share.reason_ja, share.reason_en FROM (${sql}) AS given
          LEFT JOIN allocation_share AS share ON share.allocation_id = given.allocation_id
            AND share.facility_id = given.facility_id
          WHERE ${untilDay(values.push(until))} ${ofMonth}`,
        values,
        order: { by: 'sorted_on', kind: 'DAY', direction: 'ASC' },
        show: (row) => rowOf(row, measure, organisationKindOf(actor.role) === 'DESK'),
      };
    });
  }
}

/** @throws ACCESS.NOT_FOUND */
function partiesOf(actor: PersonActor, { deskId, facilityId }: FairnessRowsAsked) {
  const own = actor.organisationId;
  const kind = organisationKindOf(actor.role);
  if (kind === 'DESK' && (deskId ?? own) === own) return { deskId: own, facilityId: facilityId ?? null };
  if (kind === 'FACILITY' && (facilityId ?? own) === own && deskId) return { deskId, facilityId: own };
  throw accessErrors.NOT_FOUND();
}

/** The desks the facility was registered with in a year, each with the day it left within it; null: it did not. */
async function desksIn(
  db: EntityManager,
  facilityId: string,
  fiscalYear: number,
): Promise<Map<string, LocalDate | null>> {
  const { from, to } = fiscalYearRange(fiscalYear);
  const desks = new Map<string, LocalDate | null>();
  for (const { deskId, leftOn } of await db.find(Membership, {
    where: { facilityId },
    order: { registeredAt: 'ASC' },
  })) {
    if (leftOn === null || leftOn >= from) desks.set(deskId, leftOn !== null && leftOn <= to ? leftOn : null);
  }
  return desks;
}

/** Until when the actor is told of the year; null: to its end. @throws ACCESS.NOT_FOUND */
async function untilFor(
  db: EntityManager,
  actor: PersonActor,
  deskId: string,
  fiscalYear: number,
): Promise<LocalDate | null> {
  if (organisationKindOf(actor.role) === 'DESK') return null;
  const until = (await desksIn(db, actor.organisationId, fiscalYear)).get(deskId);
  if (until === undefined) throw accessErrors.NOT_FOUND();
  return until;
}

const untilDay = (place: number) => `($${place}::date IS NULL OR given_on IS NULL OR given_on <= $${place}::date)`;

/** @param until what was received after this day is passed over */
async function readLedger(
  db: EntityManager,
  deskId: string,
  fiscalYear: number,
  measure: Measure,
  until: LocalDate | null = null,
): Promise<DeskLedger> {
  const { sql, values } = fairnessRows({ deskId, fiscalYear, measure, facilityId: null });
  const sums = await db.query<{ facility_id: string; month: number | null; parts: string | number }[]>(
    `SELECT facility_id, extract(month FROM given_on)::integer AS month, sum(parts)::bigint AS parts
     FROM (${sql}) AS given WHERE ${untilDay(values.push(until))} GROUP BY 1, 2`,
    values,
  );
  // Who has left received what it received; who received nothing is why one looks.
  const ids = new Set([...(await memberFacilityIds(db, deskId)), ...sums.map((sum) => sum.facility_id)]);
  const facilities = await db.find(Facility, { where: { id: In([...ids]) } });
  const desk = await db.findOneByOrFail(Desk, { id: deskId });
  const members = facilities.map((facility) => ({
    facilityId: facility.id,
    facilityName: facility.name,
    persons: splitWeight(facility),
  }));
  const ledger = fairnessLedger(
    members,
    sums.map((sum) => ({ facilityId: sum.facility_id, month: sum.month, parts: BigInt(sum.parts) })),
    measure,
  );
  return { ...ledger, deskId, deskName: desk.name, fiscalYear, facilityCount: members.length };
}

function rowOf(row: SqlRow, measure: Measure, isForDesk: boolean): FairnessRow {
  return {
    id: row.id,
    origin: row.origin,
    facilityId: row.facility_id,
    givenOn: row.given_on,
    workOrderId: isForDesk ? row.work_order_id : null,
    number: row.number ?? '',
    title: row.title ?? '',
    units: Number(row.units),
    amount: Math.round(Number(row.parts) / PARTS[measure]),
    allocationId: isForDesk ? row.allocation_id : null,
    reasonJa: isForDesk ? row.reason_ja : null,
    reasonEn: isForDesk ? row.reason_en : null,
  };
}
