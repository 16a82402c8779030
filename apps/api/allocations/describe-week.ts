import { explainBatch } from '#yui/matching';
import type { WeekPlan } from '#yui/fulfilment';
import type { WeekPlanType } from './week.types.js';

/** The plan line by line, in the order in which the orders came. */
export function describeWeek({ lines, result, facilityNames }: WeekPlan): WeekPlanType {
  if (!result) return { lines: [], bottlenecks: [], isOptimal: true, sentencesJa: [], sentencesEn: [] };
  const titleOf = new Map(lines.map(({ order, step }) => [step.id, `${order.number} ${order.title}`]));
  const names = {
    line: (id: string) => titleOf.get(id) ?? id,
    facility: (id: string) => facilityNames.get(id) ?? id,
  };
  const figuresOf = new Map(result.lines.map((row) => [row.lineId, row]));
  return {
    lines: lines.map(({ order, line, step }) => ({
      workOrderId: order.id,
      workOrderLineId: line.id,
      stepId: step.id,
      orderNumber: order.number,
      orderTitle: order.title,
      placed: figuresOf.get(step.id)?.placed ?? 0,
      unplaced: figuresOf.get(step.id)?.unplaced ?? 0,
      shares: result.shares
        .filter((share) => share.lineId === step.id)
        .map(({ facilityId, units }) => ({ facilityId, units })),
    })),
    bottlenecks: result.bottlenecks.map(({ unplacedUnits, lineIds, facilities }) => ({
      unplacedUnits,
      stepIds: lineIds,
      facilityIds: facilities.map((facility) => facility.facilityId),
    })),
    isOptimal: result.proof.status === 'OPTIMAL',
    sentencesJa: explainBatch(result, names, 'ja'),
    sentencesEn: explainBatch(result, names, 'en'),
  };
}
