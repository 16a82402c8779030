import type { LocalDate } from '#yui/calendar';
import { Desk, Facility, WorkType } from '#yui/directory';
import { lineAmountYen } from '#yui/money';
import type { Transaction } from '#yui/platform';
import { daysToExtendTo } from '../assignments/answer-deadline.js';
import { AssignmentReason } from '../assignments/assignment-reason.entity.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { BOUND_STATES } from '../assignments/assignment.transitions.js';
import { Step, WorkOrder, WorkOrderLine } from '#yui/orders';
import type { AnswerLink } from './answer-link.entity.js';

/**
 * OPEN: it can be answered. CHANGED: it can, but is not what the mail or letter tells any more. ASKED: the facility said yes to other
 * terms, and the desk has not decided. ACCEPTED: the facility is bound. DONE: and all of it is done. OVER: the time to
 * answer passed, or the desk took it back.
 */
export type LinkedOfferState = 'OPEN' | 'CHANGED' | 'ASKED' | 'ACCEPTED' | 'DONE' | 'DECLINED' | 'OVER';

export interface LinkedTerms {
  readonly units: number;
  readonly unitPriceSen: number;
  /** Rounded down, without tax. */
  readonly amountYen: number;
  readonly dueOn: LocalDate;
}

/** What somebody with the link reads: what the mail says, and what has become of it. */
export interface LinkedOffer {
  readonly state: LinkedOfferState;
  readonly facilityName: string;
  readonly deskName: string;
  readonly orderNumber: string;
  readonly orderTitle: string;
  readonly workTypeJa: string;
  readonly unit: string;
  readonly specification: string;
  readonly offered: LinkedTerms;
  /** What holds now: what the facility is bound by, or asks for; before an answer the same as was offered. */
  readonly terms: LinkedTerms;
  /** What was answered or why it ended, in the words of the one who did. */
  readonly answerReason: string;
  readonly answerBy: Date | null;
  /** Until when the mail or letter says it can be answered. */
  readonly toldAnswerBy: Date;
  /** For an offer that is open: the days to which the time can be extended, what was asked for, and what the desk said to it. */
  readonly extension: {
    readonly days: { readonly earliest: LocalDate; readonly latest: LocalDate } | null;
    readonly until: LocalDate | null;
    readonly reason: string | null;
    readonly refusal: string | null;
  };
  /** Until when the answer can be taken back; null: it cannot. */
  readonly undoUntil: Date | null;
  /** Why this number, in words for this facility alone; null: nobody said. */
  readonly reason: Pick<AssignmentReason, 'ja' | 'en'> | null;
}

export async function readLinkedOffer(tx: Transaction, link: AnswerLink): Promise<LinkedOffer> {
  const assignment = await tx.get(Assignment, { id: link.assignmentId });
  const order = await tx.get(WorkOrder, { id: assignment.workOrderId });
  const line = await tx.get(WorkOrderLine, { id: assignment.workOrderLineId });
  const step = await tx.get(Step, { id: assignment.stepId });
  const workType = await tx.get(WorkType, { code: step.workTypeCode });
  const { offeredUnits, acceptedUnits, reducedUnits, undoUntil } = assignment;
  return {
    state: stateOf(link, assignment, tx.now),
    facilityName: (await tx.get(Facility, { id: link.facilityId })).name,
    deskName: (await tx.get(Desk, { id: link.deskId })).name,
    orderNumber: order.number,
    orderTitle: order.title,
    workTypeJa: workType.nameJa,
    unit: workType.unit,
    specification: step.specification || line.specification,
    offered: termsOf(offeredUnits, assignment.unitPriceSen, assignment.dueOn),
    terms: termsOf(
      (acceptedUnits ?? offeredUnits) - reducedUnits,
      assignment.proposedUnitPriceSen ?? assignment.unitPriceSen,
      assignment.proposedDueOn ?? assignment.dueOn,
    ),
    answerReason: assignment.answerReason ?? '',
    answerBy: assignment.answerBy,
    toldAnswerBy: link.expiresAt,
    extension: {
      days: daysToExtendTo(assignment, tx.now),
      until: assignment.extensionUntil,
      reason: assignment.extensionReason,
      refusal: assignment.extensionRefusal,
    },
    undoUntil: undoUntil !== null && undoUntil > tx.now ? undoUntil : null,
    reason: await tx.manager.findOneBy(AssignmentReason, { assignmentId: assignment.id }),
  };
}

/** Whether the offer still has the terms the mail told. */
export function hasSameTerms(link: AnswerLink, assignment: Assignment): boolean {
  return (
    link.offeredUnits === assignment.offeredUnits &&
    link.unitPriceSen === assignment.unitPriceSen &&
    link.dueOn === assignment.dueOn
  );
}

function termsOf(units: number, unitPriceSen: number, dueOn: LocalDate): LinkedTerms {
  return { units, unitPriceSen, amountYen: lineAmountYen(unitPriceSen, units, 'DOWN'), dueOn };
}

function stateOf(link: AnswerLink, assignment: Assignment, now: Date): LinkedOfferState {
  const { status, answerBy } = assignment;
  if (status === 'OFFERED') {
    if (answerBy === null || answerBy <= now) return 'OVER';
    return hasSameTerms(link, assignment) ? 'OPEN' : 'CHANGED';
  }
  if (status === 'PARTLY_ACCEPTED') return 'ASKED';
  if (status === 'DECLINED') return 'DECLINED';
  if (status === 'COMPLETED' || status === 'INSPECTED') return 'DONE';
  return BOUND_STATES.includes(status) ? 'ACCEPTED' : 'OVER';
}
