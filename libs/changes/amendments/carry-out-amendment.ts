import { In } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { Desk, takeTurn } from '#yui/directory';
import { advanceOrder, Assignment, LIVE_STATES } from '#yui/fulfilment';
import {
  amendPlaces,
  emitOrderEvent,
  facilityDueDate,
  firstDueDate,
  firstStepTooEarly,
  requireDueDate,
  reviseAcceptedQuote,
  Step,
  stepErrors,
  WorkOrder,
  WorkOrderLine,
  workOrderTransitions,
} from '#yui/orders';
import { accessErrors, groupBy, type Transaction, transition } from '#yui/platform';
import { adjustShares } from './adjust-shares.js';
import { type AmendedOrder, amendedOrder, type StepDateInput } from './amended-order.js';
import { Amendment } from './amendment.entity.js';
import { amendmentErrors } from './amendment.errors.js';
import { amendmentTransitions } from './amendment.transitions.js';

/** What is left of an accepted share: the whole share, in units. */
export interface ShareCutInput {
  readonly assignmentId: string;
  readonly units: number;
}

export interface CarryingOut {
  /** Where there are too many accepted units, exactly so much. */
  readonly cuts?: readonly ShareCutInput[] | null;
  /** New dates of steps before the last, where they no longer fit. */
  readonly stepDates?: readonly StepDateInput[] | null;
}

/**
 * Both sides agree: the order becomes what was proposed. Only the difference is allocated again: more units are open, too
 * many are taken back, and facilities are asked where they would have to give up work they began, or be sooner. Needs the
 * lock of the order.
 * @throws TRANSITION.NOT_ALLOWED, AMENDMENT.NOT_NOW, AMENDMENT.CUTS_DIFFER, STEP.DUE_DATES_OUT_OF_ORDER,
 * WORK_ORDER.DUE_DATE_*, ASSIGNMENT.CUT_OUT_OF_RANGE, ACCESS.NOT_FOUND (a share of another order)
 */
export async function carryOutAmendment(
  tx: Transaction,
  order: WorkOrder,
  amendment: Amendment,
  { cuts, stepDates }: CarryingOut,
): Promise<void> {
  if (!workOrderTransitions.can(order.status, 'proposeAmendment')) throw amendmentErrors.NOT_NOW();
  await transition(tx, amendmentTransitions, amendment, 'accept', { decidedAt: tx.now });
  const desk = await tx.get(Desk, { id: order.deskId });
  const amended = await amendedOrder(tx, amendment, stepDates ?? []);
  checkDates(tx, amended, desk);
  for (const line of amended.linesAfter) {
    const { quantity, dueOn, specification } = line;
    await tx.manager.update(WorkOrderLine, { id: line.id }, { quantity, dueOn, specification });
    const before = amended.linesBefore.find(({ id }) => id === line.id) ?? line;
    if (before.quantity !== quantity || before.dueOn !== dueOn) await amendPlaces(tx, before, line);
  }
  const dueOn = firstDueDate(amended.linesAfter.filter(({ quantity }) => quantity > 0));
  await tx.manager.update(WorkOrder, { id: order.id }, { dueOn });
  for (const { after } of amended.steps) {
    await tx.manager.update(Step, { id: after.id }, { startOn: after.startOn, dueOn: after.dueOn });
  }
  if (amended.changes.some(({ quantity, dueOn: day, unitPriceSen }) => (quantity ?? day ?? unitPriceSen) !== null)) {
    amendment.quoteId = await reviseAcceptedQuote(tx, order, amended.prices);
    await tx.manager.update(Amendment, { id: amendment.id }, { quoteId: amendment.quoteId });
  }
  await adjust(tx, amendment, amended, desk, new Map((cuts ?? []).map((cut) => [cut.assignmentId, cut.units])));
  await tellOfSpecification(tx, amended);
  await emitOrderEvent(tx, order.deskId, 'amendment.accepted', {
    workOrderId: order.id,
    amendmentId: amendment.id,
    quoteId: amendment.quoteId,
  });
  await advanceOrder(tx, order);
}

async function adjust(
  tx: Transaction,
  amendment: Amendment,
  amended: AmendedOrder,
  desk: Desk,
  cuts: ReadonlyMap<string, number>,
): Promise<void> {
  const named = await tx.manager.findBy(Assignment, { id: In([...cuts.keys()]), workOrderId: amendment.workOrderId });
  if (named.length !== cuts.size) throw accessErrors.NOT_FOUND();
  const steps = new Set(amended.steps.map(({ after }) => after.id));
  const beside = named.find(({ stepId }) => !steps.has(stepId));
  if (beside) {
    const { position } = await tx.get(Step, { id: beside.stepId });
    throw amendmentErrors.CUTS_DIFFER({ position, surplus: 0 });
  }
  const cutsOf = groupBy(named, (assignment) => assignment.stepId);
  // Everybody who frees or promises work of several facilities takes them in the order of their ids.
  const shares = await tx.manager.findBy(Assignment, { stepId: In([...steps]), status: In([...LIVE_STATES]) });
  for (const facilityId of [...new Set(shares.map((share) => share.facilityId))].sort()) await takeTurn(tx, facilityId);
  for (const { before, after, line } of amended.steps) {
    await adjustShares(tx, {
      step: after,
      quantity: line.quantity,
      facilityDueOn: after.dueOn === before.dueOn ? null : facilityDueDate(after, desk.deliveryWorkingDays),
      cuts: new Map((cutsOf.get(after.id) ?? []).map(({ id }) => [id, cuts.get(id) ?? 0])),
      amendmentId: amendment.id,
      reason: `発注内容の変更のため / the order was changed: ${amendment.reason}`.slice(0, 500),
    });
  }
}

function checkDates(tx: Transaction, { changes, steps }: AmendedOrder, desk: Desk): void {
  for (const { dueOn } of changes) if (dueOn !== null) requireDueDate(tx, dueOn);
  for (const own of groupBy(steps, ({ line }) => line.id).values()) {
    const dates = own.map(({ after }) => after);
    if (own.every(({ before, after }) => before.dueOn === after.dueOn)) continue;
    // Steps whose date has passed and does not change are history.
    const tooEarly = firstStepTooEarly(dates, todayInTokyo(tx.now), desk.deliveryWorkingDays);
    if (tooEarly && own[tooEarly.index]?.before.dueOn !== dates[tooEarly.index]?.dueOn) {
      throw stepErrors.DUE_DATES_OUT_OF_ORDER({ position: tooEarly.index + 1, earliest: tooEarly.earliest });
    }
  }
}

/** Facilities that do a line as the buyer described it hear that the description is another one now. */
async function tellOfSpecification(tx: Transaction, { changes, steps }: AmendedOrder): Promise<void> {
  const respecified = new Set(
    changes.filter((change) => change.specification !== null).map((row) => row.workOrderLineId),
  );
  const stepIds = steps
    .filter(({ after, line }) => respecified.has(line.id) && after.specification === '')
    .map(({ after }) => after.id);
  const told = await tx.manager.find(Assignment, {
    where: { stepId: In(stepIds), status: In(LIVE_STATES.filter((state) => state !== 'PLANNED')) },
    order: { id: 'ASC' },
  });
  for (const { deskId, workOrderId, id } of told) {
    await emitOrderEvent(tx, deskId, 'assignment.respecified', { workOrderId, assignmentId: id });
  }
}
