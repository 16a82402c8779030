import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { groupBy, type PersonActor, UnitOfWork } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { type AssignmentState, COMMITTED_STATES } from '../assignments/assignment.transitions.js';
import { unitsOf } from '../assignments/placement.js';
import { Step, WorkOrder } from '#yui/orders';

/** What a lead facility sees of another one's share. */
export interface TeamShare {
  readonly facilityId: string;
  readonly status: AssignmentState;
  readonly workTypeCode: string;
  readonly stepPosition: number;
  readonly units: number;
  readonly doneUnits: number;
  readonly dueOn: LocalDate;
}

@Injectable()
export class TeamQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * By assignment of the acting facility: the shares of the other facilities of the order, if the desk named it their
   * lead. Never a price, and only shares that were said yes to. Not there for any other assignment.
   */
  async ofAssignments(actor: PersonActor, assignmentIds: readonly string[]): Promise<Map<string, TeamShare[]>> {
    return this.unitOfWork.read(actor, async (db) => {
      const own = await db
        .createQueryBuilder(Assignment, 'assignment')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = assignment.workOrderId')
        .where('assignment.id = ANY(:assignmentIds)', { assignmentIds })
        .andWhere('assignment.facilityId = :facilityId AND work_order.leadFacilityId = :facilityId', {
          facilityId: actor.organisationId,
        })
        .andWhere('assignment.status = ANY(:committed)', { committed: COMMITTED_STATES })
        .getMany();
      const others = await db
        .createQueryBuilder(Assignment, 'assignment')
        .where('assignment.workOrderId = ANY(:orderIds)', { orderIds: own.map((row) => row.workOrderId) })
        .andWhere('assignment.facilityId <> :facilityId', { facilityId: actor.organisationId })
        .andWhere('assignment.status = ANY(:committed)', { committed: COMMITTED_STATES })
        .orderBy('assignment.dueOn')
        .addOrderBy('assignment.id')
        .getMany();
      const steps = await db
        .createQueryBuilder(Step, 'step')
        .where('step.id = ANY(:stepIds)', { stepIds: others.map((row) => row.stepId) })
        .getMany();
      const stepOf = new Map(steps.map((step) => [step.id, step]));
      const othersOf = groupBy(others, (row) => row.workOrderId);
      return new Map(
        own.map((row) => [
          row.id,
          (othersOf.get(row.workOrderId) ?? []).flatMap((other) => {
            const step = stepOf.get(other.stepId);
            if (!step) return [];
            const { facilityId, status, doneUnits, dueOn } = other;
            const { workTypeCode, position: stepPosition } = step;
            return { facilityId, status, workTypeCode, stepPosition, units: unitsOf(other), doneUnits, dueOn };
          }),
        ]),
      );
    });
  }
}
