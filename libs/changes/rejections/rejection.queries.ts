import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { groupBy, type PersonActor, UnitOfWork } from '#yui/platform';
import { Assignment, ReturnedWork, scopeToAssignments } from '#yui/fulfilment';
import { scopeToOrders, WorkOrder } from '#yui/orders';
import { type RejectionAction, rejectionTransitions } from './rejection.transitions.js';
import { WorkRejectionLine } from './work-rejection-line.entity.js';
import { WorkRejection } from './work-rejection.entity.js';

export interface WorkRejectionView extends WorkRejection {
  readonly lines: readonly WorkRejectionLine[];
}

@Injectable()
export class RejectionQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of these orders, the newest first: for the buyer and the desk. */
  async ofWorkOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<WorkRejectionView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(WorkRejection, 'rejection')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = rejection.workOrderId')
        .where('rejection.workOrderId = ANY(:workOrderIds)', { workOrderIds })
        .orderBy('rejection.rejectedAt', 'DESC')
        .addOrderBy('rejection.id', 'DESC');
      const rejections = await scopeToOrders(query, actor).getMany();
      const lines = await db.find(WorkRejectionLine, {
        where: { rejectionId: In(rejections.map((rejection) => rejection.id)) },
        order: { workOrderLineId: 'ASC' },
      });
      const linesOf = groupBy(lines, (line) => line.rejectionId);
      return rejections.map((rejection) => ({ ...rejection, lines: linesOf.get(rejection.id) ?? [] }));
    });
  }

  /** What went back to the facilities of these assignments, the newest first. */
  async returnedOf(actor: PersonActor, assignmentIds: readonly string[]): Promise<ReturnedWork[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(ReturnedWork, 'returned')
        .innerJoin(Assignment, 'assignment', 'assignment.id = returned.assignmentId')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = assignment.workOrderId')
        .where('returned.assignmentId = ANY(:assignmentIds)', { assignmentIds })
        .orderBy('returned.returnedAt', 'DESC')
        .addOrderBy('returned.id', 'DESC');
      return scopeToAssignments(query, actor).getMany();
    });
  }

  /** What the actor may do about it now. */
  availableActions(actor: PersonActor, rejection: WorkRejection): RejectionAction[] {
    return rejectionTransitions.availableActions(rejection.status, actor);
  }
}
