import { Injectable } from '@nestjs/common';
import { Brackets, DataSource } from 'typeorm';
import { accessErrors, type PersonActor } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { COMMITTED_STATES, LIVE_STATES } from '../assignments/assignment.transitions.js';
import { scopeToOrders } from '../order.scope.js';
import { containing, type Page, type PageOf } from '../page.js';
import { WorkOrderLine } from './work-order-line.entity.js';
import { WorkOrder } from './work-order.entity.js';
import { type WorkOrderAction, type WorkOrderState, workOrderTransitions } from './work-order.transitions.js';

export interface WorkOrderFilter {
  readonly statuses?: readonly WorkOrderState[] | null;
  /** Found anywhere in number or title. */
  readonly text?: string | null;
}

/** A line with what became of its quantity, in units. */
export interface WorkOrderLineView extends WorkOrderLine {
  /** With facilities, whether or not they have answered. */
  readonly placed: number;
  /** Promised by facilities. */
  readonly committed: number;
  readonly unplaced: number;
  /** Made so far, as the facilities report. */
  readonly done: number;
}

@Injectable()
export class WorkOrderQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async page(actor: PersonActor, filter: WorkOrderFilter, page: Page): Promise<PageOf<WorkOrder>> {
    const query = this.visible(actor).orderBy('work_order.createdAt', 'DESC').addOrderBy('work_order.id', 'DESC');
    if (filter.statuses) query.andWhere('work_order.status = ANY(:statuses)', { statuses: filter.statuses });
    if (filter.text) {
      query.andWhere(
        new Brackets((either) => either.where('work_order.number ILIKE :text').orWhere('work_order.title ILIKE :text')),
        { text: containing(filter.text) },
      );
    }
    const [items, totalItems] = await query.offset(page.skip).limit(page.take).getManyAndCount();
    return { items, totalItems };
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<WorkOrder> {
    const order = await this.visible(actor).andWhere('work_order.id = :id', { id }).getOne();
    if (!order) throw accessErrors.NOT_FOUND();
    return order;
  }

  /** The lines of these orders, in the order they were written. */
  async linesOf(actor: PersonActor, workOrderIds: readonly string[]): Promise<WorkOrderLineView[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(WorkOrderLine, 'line')
      .innerJoin(WorkOrder, 'work_order', 'work_order.id = line.workOrderId')
      .where('line.workOrderId = ANY(:workOrderIds)', { workOrderIds })
      .orderBy('line.workOrderId')
      .addOrderBy('line.position');
    const lines = await scopeToOrders(query, actor).getMany();
    const sums = await this.sumsOf(lines.map((line) => line.id));
    return lines.map((line) => {
      const { placed, committed, done } = sums.get(line.id) ?? { placed: 0, committed: 0, done: 0 };
      return { ...line, placed, committed, done, unplaced: line.quantity - placed };
    });
  }

  /** What the actor may do with the order now. */
  availableActions(actor: PersonActor, order: WorkOrder): WorkOrderAction[] {
    // 斡旋型 ends with a reported outcome, the other types with the work: each has its own way on from ORDERED.
    const foreign: WorkOrderAction = order.contractType === 'REFERRAL' ? 'sendAssignments' : 'close';
    return workOrderTransitions.availableActions(order.status, actor).filter((action) => action !== foreign);
  }

  private visible(actor: PersonActor) {
    return scopeToOrders(this.dataSource.manager.createQueryBuilder(WorkOrder, 'work_order').where('TRUE'), actor);
  }

  private async sumsOf(lineIds: readonly string[]) {
    const units = 'coalesce(assignment.acceptedUnits, assignment.offeredUnits) - assignment.reducedUnits';
    const sum = (value: string, states: string) =>
      `coalesce(sum(${value}) FILTER (WHERE assignment.status = ANY(:${states})), 0)::bigint`;
    const rows = await this.dataSource.manager
      .createQueryBuilder(Assignment, 'assignment')
      .select('assignment.workOrderLineId', 'lineId')
      .addSelect(sum(units, 'live'), 'placed')
      .addSelect(sum(units, 'promised'), 'committed')
      .addSelect(sum('assignment.doneUnits', 'promised'), 'done')
      .where('assignment.workOrderLineId = ANY(:lineIds)', { lineIds })
      .setParameters({ live: LIVE_STATES, promised: COMMITTED_STATES })
      .groupBy('assignment.workOrderLineId')
      .getRawMany<{ lineId: string; placed: number; committed: number; done: number }>();
    return new Map(rows.map((row) => [row.lineId, row]));
  }
}
