import { CHANGES, type Order, type Plan, QUERIES } from './documents.js';
import { SUBJECTS } from './mailbox.js';
import type { Stage } from './stage.js';
import { count } from './story.js';

/** The desk looks at the split, approves what it saw, and sends the offers. @param options what is set differently this time */
export async function splitAndSend(stage: Stage, order: Order, options: object | null = null): Promise<void> {
  const approval = await planStep(stage, order, options);
  await stage.cast.coordinator.change(CHANGES.approve, approval);
  await stage.cast.coordinator.change(CHANGES.send, { workOrderId: order.id });
  await offersArrive(stage, order);
}

/** What is open again is placed in one go: what was seen is approved, and only those are told about it whose share is new. */
export async function repair(stage: Stage, order: Order): Promise<void> {
  await stage.cast.coordinator.change(CHANGES.repair, await planStep(stage, order, null));
  await offersArrive(stage, order);
}

async function planStep(stage: Stage, order: Order, options: object | null): Promise<object> {
  const { coordinator } = stage.cast;
  const stepId = order.lines[0]?.steps[0]?.id;
  const { allocationPlan: plan } = await coordinator.ask<{ allocationPlan: Plan }>(QUERIES.plan, {
    input: { stepId, options },
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
  return { stepId, options, snapshotHash: plan.snapshotHash };
}

async function offersArrive(stage: Stage, order: Order): Promise<void> {
  for (const offer of await stage.assignments(order.id, 'OFFERED')) {
    await stage.readMail(stage.cast.facilityOf(offer), SUBJECTS.offered, `${count(offer.offeredUnits)}通`);
  }
}
