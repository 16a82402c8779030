import { Injectable } from '@nestjs/common';
import { groupBy, type PersonActor, UnitOfWork } from '#yui/platform';
import type { Placement } from '../assignments/placement.js';
import { scopeToOrders, Step, WorkOrder, WorkOrderLine } from '#yui/orders';
import { describeLine, type ShareUnits, type StepView } from './describe-line.js';

/** A line with what became of its quantity, in units: as much as every one of its steps has. */
export interface WorkOrderLineView extends WorkOrderLine, Placement {
  /** Placed although the order was made smaller: facilities have not agreed to less yet. */
  readonly surplus: number;
  /** Made so far, as the facilities report. */
  readonly done: number;
  /** In the order in which they are done. */
  readonly steps: readonly StepView[];
}

@Injectable()
export class LineQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The lines of these orders, in the order they were written. */
  async ofWorkOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<WorkOrderLineView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(WorkOrderLine, 'line')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = line.workOrderId')
        .where('line.workOrderId = ANY(:workOrderIds)', { workOrderIds })
        .orderBy('line.workOrderId')
        .addOrderBy('line.position');
      const lines = await scopeToOrders(query, actor).getMany();
      const lineIds = lines.map((line) => line.id);
      const steps = await db
        .createQueryBuilder(Step, 'step')
        .where('step.workOrderLineId = ANY(:lineIds)', { lineIds })
        .orderBy('step.position')
        .getMany();
      const stepsOf = groupBy(steps, (step) => step.workOrderLineId);
      // A buyer may know how far its order is, not who makes it: the rows of assignments may be hidden from it.
      const shares = await db.query<ShareUnits[]>(
        `SELECT step_id AS "stepId", status, offered_units AS "offeredUnits", accepted_units AS "acceptedUnits",
           reduced_units AS "reducedUnits", done_units AS "doneUnits" FROM units_of_lines($1)`,
        [lineIds],
      );
      const sharesOf = groupBy(shares, (share) => share.stepId);
      return lines.map((line) => describeLine(line, stepsOf.get(line.id) ?? [], sharesOf));
    });
  }
}
