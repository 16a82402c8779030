import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  accessErrors,
  MAX_COUNTED,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { LACKS_BASIS } from './lacks-basis.js';
import { isDesk, scopeToOrders } from './order.scope.js';
import { WorkOrder } from './work-order.entity.js';
import { narrow, ORDER_OF, type WorkOrderFilter, type WorkOrderSort } from './work-order.filter.js';
import { selectFlags, WORK_ORDER_FLAGS, type WorkOrderFlag } from './work-order.flags.js';
import { type OrderSituation, workOrderActions } from './work-order.policy.js';
import { WORK_ORDER_STATES, type WorkOrderAction, type WorkOrderState } from './work-order.transitions.js';

@Injectable()
export class WorkOrderQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param sort the newest first unless said */
  async page(
    actor: PersonActor,
    filter: WorkOrderFilter,
    page: PageRequest,
    sort: WorkOrderSort = 'NEWEST',
  ): Promise<PageOf<WorkOrder>> {
    const rows = (db: EntityManager) => {
      const query = narrow(visible(db, actor), actor, filter);
      // A draft has no place among what was sent.
      return sort.startsWith('SUBMITTED') ? query.andWhere('work_order.submittedAt IS NOT NULL') : query;
    };
    return readPage(this.unitOfWork, actor, page, { rows, order: ORDER_OF[sort], show: async (_, orders) => orders });
  }

  /**
   * How many orders there are in each state, counted to 1,000 (1,001: more); states without one are omitted. `statuses` of
   * the filter is not heeded.
   */
  async countByStatus(
    actor: PersonActor,
    filter: WorkOrderFilter,
  ): Promise<{ status: WorkOrderState; count: number }[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const [sql, values] = narrow(visible(db, actor), actor, { ...filter, statuses: null })
        .andWhere('work_order.status = each.status')
        .select('work_order.id')
        .limit(MAX_COUNTED + 1)
        .getQueryAndParameters();
      return db.query<{ status: WorkOrderState; count: number }[]>(
        `SELECT each.status, counted.count FROM unnest($${values.length + 1}::text[]) AS each (status),
           LATERAL (SELECT count(*)::integer AS count FROM (${sql}) AS found) AS counted
         WHERE counted.count > 0`,
        [...(values as unknown[]), WORK_ORDER_STATES],
      );
    });
  }

  /** By order: why it needs the hand of the desk. For nobody else. */
  async flagsOf(actor: PersonActor, workOrderIds: readonly string[]): Promise<Map<string, WorkOrderFlag[]>> {
    if (!isDesk(actor)) return new Map();
    const rows = await this.unitOfWork.read(actor, async (db) =>
      selectFlags(
        visible(db, actor)
          .andWhere('work_order.id = ANY(:workOrderIds)', { workOrderIds })
          .select('work_order.id', 'id'),
      ).getRawMany<Record<WorkOrderFlag, boolean> & { id: string }>(),
    );
    return new Map(rows.map((row) => [row.id, WORK_ORDER_FLAGS.filter((flag) => row[flag])]));
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<WorkOrder> {
    const order = await this.unitOfWork.read(actor, async (db) =>
      visible(db, actor).andWhere('work_order.id = :id', { id }).getOne(),
    );
    if (!order) throw accessErrors.NOT_FOUND();
    return order;
  }

  /** The lead facility of an order is between the desk and the facilities; a buyer does not learn of it. */
  leadFacilityId(actor: PersonActor, order: WorkOrder): string | null {
    return isDesk(actor) ? order.leadFacilityId : null;
  }

  /** By order: what the actor may do with it now. */
  async actionsOf(actor: PersonActor, workOrderIds: readonly string[]): Promise<Map<string, WorkOrderAction[]>> {
    const situations = await this.situationsOf(actor, workOrderIds);
    return new Map(situations.map((order) => [order.id, workOrderActions(actor, order)]));
  }

  /** By order: what its buyer may do with it now, and the desk enter for it; nothing for anybody but the desk. */
  async actionsToEnter(actor: PersonActor, workOrderIds: readonly string[]): Promise<Map<string, WorkOrderAction[]>> {
    if (!isDesk(actor)) return new Map();
    const buyer: PersonActor = { ...actor, role: 'BUYER_MEMBER' };
    const situations = await this.situationsOf(actor, workOrderIds);
    return new Map(situations.map((order) => [order.id, workOrderActions(buyer, order)]));
  }

  private async situationsOf(
    actor: PersonActor,
    workOrderIds: readonly string[],
  ): Promise<(OrderSituation & { readonly id: string })[]> {
    return this.unitOfWork.read(actor, async (db) =>
      visible(db, actor)
        .andWhere('work_order.id = ANY(:workOrderIds)', { workOrderIds })
        .select('work_order.id', 'id')
        .addSelect('work_order.status', 'status')
        .addSelect('work_order.contractType', 'contractType')
        .addSelect(hasOne('quote', `status = 'ISSUED' AND valid_until >= yui_now()`), 'hasOpenQuote')
        .addSelect(LACKS_BASIS, 'lacksBasis')
        .addSelect(hasOne('assignment', `status = 'PLANNED'`), 'hasPlannedShares')
        .addSelect(hasOne('amendment', `status = 'PROPOSED'`), 'hasOpenAmendment')
        .addSelect(hasOne('cancellation', `status = 'REQUESTED'`), 'hasOpenCancellation')
        .getRawMany<OrderSituation & { id: string }>(),
    );
  }
}

function hasOne(table: string, condition: string): string {
  return `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.work_order_id = work_order.id AND ${table}.${condition})`;
}

function visible(db: EntityManager, actor: PersonActor) {
  return scopeToOrders(db.createQueryBuilder(WorkOrder, 'work_order').where('TRUE'), actor);
}
