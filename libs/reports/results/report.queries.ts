import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fiscalYearRange, type LocalDate, todayInTokyo } from '#yui/calendar';
import { Desk, requireOverseen } from '#yui/directory';
import type { ContractType } from '#yui/orders';
import {
  accessErrors,
  organisationKindOf,
  type PersonActor,
  RecordRead,
  requireInteger,
  UnitOfWork,
} from '#yui/platform';
import { BOOKED_ORDERS } from './booked-orders.js';
import { type BookedOrder, type ContractResultsTable, tally, THOUSANDS_ROUNDING } from './contract-results.js';

const FIRST_FISCAL_YEAR = 2020;
const LAST_FISCAL_YEAR = 2100;

/** The results of a desk by contract type, as it reports them to its prefecture. */
export interface ContractResults extends ContractResultsTable {
  readonly fiscalYear: number;
  /** First and last day of the year, in Tokyo. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** An order counts in the year in which the buyer accepted it (斡旋型: in which the contract was reported). */
  readonly bookedBy: 'ACCEPTANCE';
  readonly thousandsRounding: typeof THOUSANDS_ROUNDING;
  /** The rows behind the cells, oldest first. */
  readonly orders: readonly BookedOrder[];
}

/** What a prefecture sees of it. */
export interface OverseenResults extends Omit<ContractResults, 'orders'> {
  readonly desk: Desk;
}

interface BookedRow {
  readonly work_order_id: string;
  readonly number: string;
  readonly title: string;
  readonly type: ContractType;
  readonly buyer_name: string;
  readonly booked_at: Date;
  readonly is_counted: boolean;
  readonly facilities: { facilityId: string; name: string }[];
  readonly sales_yen: number;
}

@Injectable()
export class ReportQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordRead: RecordRead,
  ) {}

  /**
   * 契約型 counts what the buyer owes the desk, 仲介型 what it owes the facilities, 斡旋型 what the two reported.
   * That the table was read is recorded.
   * @throws ACCESS.NOT_FOUND for everybody but a desk, INPUT.NUMBER_OUT_OF_RANGE
   */
  async contractResults(actor: PersonActor, fiscalYear: number): Promise<ContractResults> {
    if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
    const { results, orders } = await this.resultsOf(actor, actor.organisationId, fiscalYear);
    return { ...results, orders };
  }

  /**
   * The table of a desk for an officer of the prefecture that oversees it: figures, and none of the orders behind them.
   * That it was read stands in the audit of the desk.
   * @throws ACCESS.NOT_FOUND for everybody else, INPUT.NUMBER_OUT_OF_RANGE
   */
  async overseenContractResults(actor: PersonActor, deskId: string, fiscalYear: number): Promise<OverseenResults> {
    const desk = await this.unitOfWork.readReport(actor, async (db) => {
      await requireOverseen(db, actor, deskId);
      return db.findOneByOrFail(Desk, { id: deskId });
    });
    const { results } = await this.resultsOf(actor, deskId, fiscalYear);
    return { ...results, desk };
  }

  private async resultsOf(
    actor: PersonActor,
    deskId: string,
    fiscalYear: number,
  ): Promise<{ results: Omit<ContractResults, 'orders'>; orders: BookedOrder[] }> {
    const year = requireInteger('fiscalYear', fiscalYear, FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR);
    const { from, to } = fiscalYearRange(year);
    const orders = await this.unitOfWork.readReport(actor, async (db) => bookedOrders(db, deskId, from, to));
    const fact = { deskId, subjectType: 'Desk', subjectId: deskId };
    await this.recordRead.execute(actor, 'contractResults.read', fact, { fiscalYear: year });
    const heading = {
      fiscalYear: year,
      from,
      to,
      bookedBy: 'ACCEPTANCE',
      thousandsRounding: THOUSANDS_ROUNDING,
    } as const;
    return { results: { ...heading, ...tally(orders) }, orders };
  }
}

async function bookedOrders(db: EntityManager, deskId: string, from: LocalDate, to: LocalDate): Promise<BookedOrder[]> {
  const rows = await db.query<BookedRow[]>(
    `SELECT booked.*, work_order.number, work_order.title, buyer.name AS buyer_name,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('facilityId', facility.id, 'name', facility.name)
                                  ORDER BY facility.name, facility.id), '[]')
        FROM facility WHERE facility.id = ANY(booked.facility_ids)) AS facilities
     FROM (${BOOKED_ORDERS}) AS booked
     JOIN work_order ON work_order.id = booked.work_order_id
     JOIN buyer ON buyer.id = work_order.buyer_id
     ORDER BY booked.booked_at, booked.work_order_id`,
    [[deskId], from, to],
  );
  return rows.map((row) => ({
    workOrderId: row.work_order_id,
    number: row.number,
    title: row.title,
    contractType: row.type,
    buyerName: row.buyer_name,
    bookedOn: todayInTokyo(row.booked_at),
    isCounted: row.is_counted,
    facilities: row.facilities,
    salesYen: row.sales_yen,
  }));
}
