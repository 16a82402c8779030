import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Buyer, Department, Desk, Facility, Prefecture, WorkType } from '#yui/directory';
import { WorkOrder } from '../work-orders/work-order.entity.js';
import { organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';

/** The name of somebody an order has to do with. */
export interface Party {
  readonly id: string;
  readonly name: string;
}

/** What an order is called. */
export type OrderName = Pick<WorkOrder, 'id' | 'number' | 'title'>;

/**
 * Names for ids that stand in rows the actor was allowed to read. There is nothing to scope here: anyone who may see the row
 * may know whom it names, and the ids a role may not know are not in the rows it gets.
 */
@Injectable()
export class PartyQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async orders(actor: PersonActor, ids: readonly string[]): Promise<OrderName[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(WorkOrder, { select: { id: true, number: true, title: true }, where: { id: In([...ids]) } }),
    );
  }

  async desks(actor: PersonActor, ids: readonly string[]): Promise<Party[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(Desk, { select: { id: true, name: true }, where: { id: In([...ids]) } }),
    );
  }

  async buyers(actor: PersonActor, ids: readonly string[]): Promise<Party[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(Buyer, { select: { id: true, name: true }, where: { id: In([...ids]) } }),
    );
  }

  async departments(actor: PersonActor, ids: readonly string[]): Promise<Party[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(Department, { select: { id: true, name: true }, where: { id: In([...ids]) } }),
    );
  }

  async facilities(actor: PersonActor, ids: readonly string[]): Promise<Party[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(Facility, { select: { id: true, name: true }, where: { id: In([...ids]) } }),
    );
  }

  /**
   * By facility of a desk, whether somebody can sign in, read a mail or answer; null for everybody else. A warning: there is
   * the telephone.
   */
  async attended(actor: PersonActor, ids: readonly string[]): Promise<Map<string, boolean | null>> {
    if (organisationKindOf(actor.role) !== 'DESK') return new Map(ids.map((id) => [id, null]));
    return this.unitOfWork.read(actor, async (db) => {
      const rows = await db.query<{ id: string }[]>('SELECT yui_attended_facilities($1) AS id', [[...ids]]);
      const found = new Set(rows.map(({ id }) => id));
      return new Map(ids.map((id) => [id, found.has(id)]));
    });
  }

  async prefectures(actor: PersonActor, ids: readonly string[]): Promise<Party[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(Prefecture, { select: { id: true, name: true }, where: { id: In([...ids]) } }),
    );
  }

  async workTypes(actor: PersonActor, codes: readonly string[]): Promise<WorkType[]> {
    return this.unitOfWork.read(actor, async (db) => db.findBy(WorkType, { code: In([...codes]) }));
  }
}
