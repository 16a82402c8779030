import { Injectable } from '@nestjs/common';
import { Brackets, type EntityManager } from 'typeorm';
import { accessErrors, type PageOf, type PageRequest, type PersonActor, readPage, UnitOfWork } from '#yui/platform';
import { isDesk, scopeToOrders } from './order.scope.js';
import { WorkOrder } from './work-order.entity.js';
import { type OrderSituation, workOrderActions } from './work-order.policy.js';
import type { WorkOrderAction, WorkOrderState } from './work-order.transitions.js';

export interface WorkOrderFilter {
  readonly statuses?: readonly WorkOrderState[] | null;
  /** Found anywhere in number or title. */
  readonly text?: string | null;
}

@Injectable()
export class WorkOrderQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. */
  async page(actor: PersonActor, filter: WorkOrderFilter, page: PageRequest): Promise<PageOf<WorkOrder>> {
    const rows = (db: EntityManager) => {
      const query = visible(db, actor);
      if (filter.statuses) query.andWhere('work_order.status = ANY(:statuses)', { statuses: filter.statuses });
      if (filter.text) {
        query.andWhere(
          new Brackets((either) =>
            either
              .where('strpos(yui_fold(work_order.number), yui_fold(:text)) > 0')
              .orWhere('strpos(yui_fold(work_order.title), yui_fold(:text)) > 0'),
          ),
          { text: filter.text },
        );
      }
      return query;
    };
    const order = { by: 'work_order.createdAt', kind: 'INSTANT', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, orders) => orders });
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
    const rows = await this.unitOfWork.read(actor, async (db) =>
      visible(db, actor)
        .andWhere('work_order.id = ANY(:workOrderIds)', { workOrderIds })
        .select('work_order.id', 'id')
        .addSelect('work_order.status', 'status')
        .addSelect('work_order.contractType', 'contractType')
        .addSelect(hasOne('quote', `status = 'ISSUED' AND valid_until >= yui_now()`), 'hasOpenQuote')
        .addSelect(hasOne('assignment', `status = 'PLANNED'`), 'hasPlannedShares')
        .addSelect(hasOne('amendment', `status = 'PROPOSED'`), 'hasOpenAmendment')
        .addSelect(hasOne('cancellation', `status = 'REQUESTED'`), 'hasOpenCancellation')
        .getRawMany<OrderSituation & { id: string }>(),
    );
    return new Map(rows.map((order) => [order.id, workOrderActions(actor, order)]));
  }
}

function hasOne(table: string, condition: string): string {
  return `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.work_order_id = work_order.id AND ${table}.${condition})`;
}

function visible(db: EntityManager, actor: PersonActor) {
  return scopeToOrders(db.createQueryBuilder(WorkOrder, 'work_order').where('TRUE'), actor);
}
