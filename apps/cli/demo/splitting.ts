import { CHANGES, type Order, type Plan, QUERIES } from './documents.js';
import { SUBJECTS } from './mailbox.js';
import type { Stage } from './stage.js';
import { count } from './story.js';

/** The desk looks at the split, approves what it saw, and sends the offers. */
export async function splitAndSend(stage: Stage, order: Order): Promise<Plan> {
  const { coordinator } = stage.cast;
  const stepId = order.lines[0]?.steps[0]?.id;
  const { allocationPlan: plan } = await coordinator.ask<{ allocationPlan: Plan }>(QUERIES.plan, {
    input: { stepId },
  });
  stage.story.tell(
    `配分案：${count(plan.quantity)} のうち ${count(plan.placed)} を配分${plan.isOptimal ? '（最も公平と証明済み）' : ''}`,
    `Plan: ${count(plan.placed)} of ${count(plan.quantity)} placed${plan.isOptimal ? ', proven fairest' : ''}`,
  );
  stage.story.list(
    plan.shares
      .filter((share) => share.units > 0)
      .map((share) => `${count(share.units).padStart(7)}  ${share.facility.name} — ${share.reasonJa}`),
  );
  await coordinator.change(CHANGES.approve, { stepId, snapshotHash: plan.snapshotHash });
  await coordinator.change(CHANGES.send, { workOrderId: order.id });
  for (const offer of await stage.assignments(order.id, 'OFFERED')) {
    await stage.readMail(stage.cast.facilityOf(offer), SUBJECTS.offered, `${count(offer.offeredUnits)}通`);
  }
  return plan;
}
