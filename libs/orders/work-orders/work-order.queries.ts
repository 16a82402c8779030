import { Injectable } from '@nestjs/common';
import { Brackets, type EntityManager, In } from 'typeorm';
import { accessErrors, containing, groupBy, type Page, type PageOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { isCommitted, type Placement, placementOf } from '../assignments/placement.js';
import { scopeToOrders } from '../order.scope.js';
import { WorkOrderLine } from './work-order-line.entity.js';
import { WorkOrder } from './work-order.entity.js';
import { type WorkOrderAction, type WorkOrderState, workOrderTransitions } from './work-order.transitions.js';

export interface WorkOrderFilter {
  readonly statuses?: readonly WorkOrderState[] | null;
  /** Found anywhere in number or title. */
  readonly text?: string | null;
}

/** A line with what became of its quantity, in units. */
export interface WorkOrderLineView extends WorkOrderLine, Placement {
  /** Made so far, as the facilities report. */
  readonly done: number;
}

@Injectable()
export class WorkOrderQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. */
  async page(actor: PersonActor, filter: WorkOrderFilter, page: Page): Promise<PageOf<WorkOrder>> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = visible(db, actor).orderBy('work_order.createdAt', 'DESC').addOrderBy('work_order.id', 'DESC');
      if (filter.statuses) query.andWhere('work_order.status = ANY(:statuses)', { statuses: filter.statuses });
      if (filter.text) {
        query.andWhere(
          new Brackets((either) =>
            either.where('work_order.number ILIKE :text').orWhere('work_order.title ILIKE :text'),
          ),
          { text: containing(filter.text) },
        );
      }
      const [items, totalItems] = await query.offset(page.skip).limit(page.take).getManyAndCount();
      return { items, totalItems };
    });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<WorkOrder> {
    const order = await this.unitOfWork.read(actor, async (db) =>
      visible(db, actor).andWhere('work_order.id = :id', { id }).getOne(),
    );
    if (!order) throw accessErrors.NOT_FOUND();
    return order;
  }

  /** The lines of these orders, in the order they were written. */
  async linesOf(actor: PersonActor, workOrderIds: readonly string[]): Promise<WorkOrderLineView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(WorkOrderLine, 'line')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = line.workOrderId')
        .where('line.workOrderId = ANY(:workOrderIds)', { workOrderIds })
        .orderBy('line.workOrderId')
        .addOrderBy('line.position');
      const lines = await scopeToOrders(query, actor).getMany();
      const assignmentsOf = await assignmentsOfLines(
        db,
        lines.map((line) => line.id),
      );
      return lines.map((line) => {
        const assignments = assignmentsOf.get(line.id) ?? [];
        const done = assignments.filter(isCommitted).reduce((units, assignment) => units + assignment.doneUnits, 0);
        return { ...line, ...placementOf(line.quantity, assignments), done };
      });
    });
  }

  /** What the actor may do with the order now. */
  availableActions(actor: PersonActor, order: WorkOrder): WorkOrderAction[] {
    // 斡旋型: nothing is sent to facilities, and the order is closed by reporting the outcome of its contract.
    const isReferral = order.contractType === 'REFERRAL';
    return workOrderTransitions
      .availableActions(order.status, actor)
      .filter((action) => action !== 'close' && !(isReferral && action === 'sendAssignments'));
  }
}

function visible(db: EntityManager, actor: PersonActor) {
  return scopeToOrders(db.createQueryBuilder(WorkOrder, 'work_order').where('TRUE'), actor);
}

async function assignmentsOfLines(db: EntityManager, lineIds: readonly string[]) {
  const assignments = await db.findBy(Assignment, { workOrderLineId: In([...lineIds]) });
  return groupBy(assignments, (assignment) => assignment.workOrderLineId);
}
