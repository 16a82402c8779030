import type { Transaction } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import { Delivery } from './delivery.entity.js';
import { Step, stepErrors } from '#yui/orders';

/** By step: units that were delivered and not found defective, which the next step can work on. Not there: none. */
export async function handedOnUnitsOf(tx: Transaction, stepIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.manager
    .createQueryBuilder(Delivery, 'delivery')
    .innerJoin('assignment', 'assignment', 'assignment.id = delivery.assignment_id')
    .leftJoin('inspection', 'inspection', 'inspection.delivery_id = delivery.id')
    .where('assignment.step_id = ANY(:stepIds)', { stepIds })
    .groupBy('assignment.step_id')
    .select('assignment.step_id', 'stepId')
    .addSelect('sum(delivery.units - coalesce(inspection.defect_units, 0))::bigint', 'units')
    .getRawMany<{ stepId: string; units: number }>();
  return new Map(rows.map(({ stepId, units }) => [stepId, units]));
}

async function handedOnUnits(tx: Transaction, stepId: string): Promise<number> {
  return (await handedOnUnitsOf(tx, [stepId])).get(stepId) ?? 0;
}

/**
 * Nobody works on more than the step before has delivered. Call it with the order locked.
 * @param doneUnits what the facility says is done, all in all
 * @throws STEP.NOT_HANDED_OVER with the units that can be done by now
 */
export async function requireHandedOver(tx: Transaction, assignment: Assignment, doneUnits: number): Promise<void> {
  const before = await neighbour(tx, assignment.stepId, -1);
  if (!before) return;
  const most = (await handedOnUnits(tx, before.id)) - (await usedUnits(tx, assignment.stepId, assignment.id));
  if (doneUnits > most) throw stepErrors.NOT_HANDED_OVER({ most });
}

/**
 * What the next step has worked on cannot be called defective any more. Call it with the order locked.
 * @throws STEP.USED_BY_NEXT with the units that still can
 */
export async function requireUnused(tx: Transaction, assignment: Assignment, defectUnits: number): Promise<void> {
  const next = await neighbour(tx, assignment.stepId, 1);
  if (!next) return;
  const most = (await handedOnUnits(tx, assignment.stepId)) - (await usedUnits(tx, next.id));
  if (defectUnits > most) throw stepErrors.USED_BY_NEXT({ most });
}

/** The step before (-1) or after (1) in the same line. */
async function neighbour(tx: Transaction, stepId: string, offset: -1 | 1): Promise<Step | null> {
  const step = await tx.get(Step, { id: stepId });
  return tx.manager.findOneBy(Step, {
    workOrderLineId: step.workOrderLineId,
    position: step.position + offset,
  });
}

/** Units of the step before that were worked on in this step: units done, made good or not. */
async function usedUnits(tx: Transaction, stepId: string, exceptAssignmentId: string | null = null): Promise<number> {
  const [row] = await tx.manager.query<[{ units: number }]>(
    `SELECT coalesce(sum(done_units), 0)::bigint AS units FROM assignment
     WHERE step_id = $1 AND id IS DISTINCT FROM $2`,
    [stepId, exceptAssignmentId],
  );
  return row.units;
}
