import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { In } from 'typeorm';
import { Desk, Facility, requireStillMembers } from '#yui/directory';
import { DomainError, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { emitOrderEvent, lockOrderOfDesk, transitionOrder, type WorkOrder, type WorkOrderInput } from '#yui/orders';
import { answerTimes } from '../assignments/answer-deadline.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { promiseUnits } from './answer-offer.js';
import { beforeSending } from './before-sending.js';

/** The desk offers all planned shares of an order to their facilities. */
@Injectable()
export class SendAssignments {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ASSIGNMENT.NOTHING_TO_SEND, .DUE_DATE_PASSED, SUBCONTRACT.ITEMS_MISSING, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: WorkOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('sendAssignments', actor, input, async (tx) => {
      const order = await lockOrderOfDesk(tx, actor, input.workOrderId);
      await sendPlanned(tx, order);
      return { workOrderId: order.id };
    });
  }
}

/**
 * Offers all planned shares of a locked order to their facilities. Those it has agreed to before are bound at once; where its
 * capacity is gone meanwhile, it is asked like anybody else.
 * @param hasAgreed whether the facility said yes to this very share before it was one of an order
 * @throws ASSIGNMENT.NOTHING_TO_SEND, .DUE_DATE_PASSED, MEMBERSHIP.HAS_LEFT, TRANSITION.NOT_ALLOWED, and what the checks have against it
 */
export async function sendPlanned(
  tx: Transaction,
  order: WorkOrder,
  hasAgreed: (assignment: Assignment) => boolean = () => false,
): Promise<void> {
  const planned = await tx.manager.find(Assignment, {
    where: { workOrderId: order.id, status: 'PLANNED' },
    order: { facilityId: 'ASC', id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  if (planned.length === 0) throw assignmentErrors.NOTHING_TO_SEND();
  await requireDaysToCome(tx, planned);
  const facilityIds = planned.map((assignment) => assignment.facilityId);
  await requireStillMembers(tx.manager, order.deskId, facilityIds);
  await beforeSending.run(tx, order, planned);
  await transitionOrder(tx, order, 'sendAssignments');
  const desk = await tx.get(Desk, { id: order.deskId });
  for (const assignment of planned) {
    if (hasAgreed(assignment) && (await bindShare(tx, order, assignment))) continue;
    await transitionAssignment(tx, assignment, 'send', answerTimes(tx.now, desk.answerWorkingDays, assignment.dueOn));
    await emitOrderEvent(tx, order.deskId, 'assignment.offered', {
      workOrderId: order.id,
      assignmentId: assignment.id,
    });
  }
}

/** @returns false when the facility cannot do it any more */
async function bindShare(tx: Transaction, order: WorkOrder, assignment: Assignment): Promise<boolean> {
  try {
    await promiseUnits(tx, assignment, assignment.offeredUnits);
  } catch (error) {
    // Thrown before anything is written.
    if (error instanceof DomainError && error.code === 'CAPACITY.EXCEEDED') return false;
    throw error;
  }
  await transitionAssignment(tx, assignment, 'bind', {
    acceptedUnits: assignment.offeredUnits,
    answerBy: tx.now,
    answeredAt: tx.now,
  });
  await emitOrderEvent(tx, order.deskId, 'assignment.bound', { workOrderId: order.id, assignmentId: assignment.id });
  return true;
}

/** Nobody can say yes to a day that is over: the coordinator hears which shares, and plans them again. */
async function requireDaysToCome(tx: Transaction, planned: readonly Assignment[]): Promise<void> {
  const today = todayInTokyo(tx.now);
  const over = planned.filter(({ dueOn }) => dueOn < today);
  if (over.length === 0) return;
  const ids = over.map(({ facilityId }) => facilityId);
  const facilities = await tx.manager.find(Facility, { where: { id: In(ids) }, order: { name: 'ASC' } });
  throw assignmentErrors.DUE_DATE_PASSED({ names: facilities.map(({ name }) => name).join('、') });
}
