import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import type { WorkOrderState } from '#yui/orders';
import { accessErrors, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { statementFor, TODAY_KINDS, type TodayKind } from './desk-today.kinds.js';

/** One thing that needs a hand: of which order, and what its kind speaks of. */
export interface TodayItem {
  /** Of the share, step, delivery, request, question, call or order it is about. */
  readonly subjectId: string;
  readonly workOrderId: string;
  readonly orderNumber: string;
  readonly orderTitle: string;
  readonly orderStatus: WorkOrderState;
  readonly buyerId: string;
  readonly facilityId: string | null;
  readonly stepId: string | null;
  readonly workTypeCode: string;
  /** Done, open, offered or handed over. */
  readonly units: number | null;
  /** Of how many. */
  readonly ofUnits: number | null;
  readonly dueOn: LocalDate | null;
  /** When it was asked, handed over or sent, or has to be answered. */
  readonly at: Date | null;
  /** Other terms a facility asks for. */
  readonly proposedDueOn: LocalDate | null;
  readonly proposedUnitPriceSen: number | null;
  /** The day until which it asks for time to answer. */
  readonly extensionUntil: LocalDate | null;
}

export interface TodayGroup {
  readonly kind: TodayKind;
  /** Of all there are, not only of the items. */
  readonly count: number;
  /** The most urgent first, at most 20. */
  readonly items: readonly TodayItem[];
}

const MAX_ITEMS = 20;

interface ItemRow {
  readonly subject_id: string;
  readonly work_order_id: string;
  readonly number: string;
  readonly title: string;
  readonly status: WorkOrderState;
  readonly buyer_id: string;
  readonly facility_id: string | null;
  readonly step_id: string | null;
  readonly work_type_code: string;
  readonly units: number | null;
  readonly of_units: number | null;
  readonly due_on: LocalDate | null;
  readonly at: Date | null;
  readonly proposed_due_on: LocalDate | null;
  readonly proposed_unit_price_sen: number | null;
  readonly extension_until: LocalDate | null;
  readonly total: number;
}

/** Everything of the acting desk that waits for a hand, in groups, the most urgent first. */
@Injectable()
export class DeskToday {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Groups without an item are omitted. @throws ACCESS.NOT_FOUND for everybody but a desk */
  async execute(actor: PersonActor): Promise<TodayGroup[]> {
    if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.read(actor, async (db) => {
      const groups: TodayGroup[] = [];
      for (const kind of TODAY_KINDS) {
        const group = await readGroup(db, actor.organisationId, kind);
        if (group.count > 0) groups.push(group);
      }
      return groups;
    });
  }
}

async function readGroup(db: EntityManager, deskId: string, kind: TodayKind): Promise<TodayGroup> {
  const rows = await db.query<ItemRow[]>(statementFor(kind), [deskId, MAX_ITEMS]);
  const items = rows.map((row) => ({
    subjectId: row.subject_id,
    workOrderId: row.work_order_id,
    orderNumber: row.number,
    orderTitle: row.title,
    orderStatus: row.status,
    buyerId: row.buyer_id,
    facilityId: row.facility_id,
    stepId: row.step_id,
    workTypeCode: row.work_type_code,
    units: row.units,
    ofUnits: row.of_units,
    dueOn: row.due_on,
    at: row.at,
    proposedDueOn: row.proposed_due_on,
    proposedUnitPriceSen: row.proposed_unit_price_sen,
    extensionUntil: row.extension_until,
  }));
  return { kind, count: rows[0]?.total ?? 0, items };
}
