import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { Desk, Facility, WorkType } from '#yui/directory';
import { lineAmountYen } from '#yui/money';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { AssignmentReason } from '../assignments/assignment-reason.entity.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { Step, WorkOrder, WorkOrderLine } from '#yui/orders';
import type { AnswerLink } from './answer-link.entity.js';
import { type LinkRequest, openAnswerLink } from './open-answer-link.js';

/**
 * OPEN: it can be answered. ACCEPTED and DECLINED: it was, by this link or otherwise. OVER: it was answered in part,
 * withdrawn, or the time is over. CHANGED: the offer is not what the mail tells any more.
 */
export type LinkedOfferState = 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'OVER' | 'CHANGED';

/** What somebody with the link reads: what the mail says, and nothing more. */
export interface LinkedOffer {
  readonly state: LinkedOfferState;
  readonly assignmentId: string;
  readonly facilityName: string;
  readonly deskName: string;
  readonly orderNumber: string;
  readonly orderTitle: string;
  readonly workTypeJa: string;
  readonly unit: string;
  readonly specification: string;
  readonly units: number;
  readonly unitPriceSen: number;
  readonly amountYen: number;
  readonly dueOn: LocalDate;
  readonly answerBy: Date;
  /** Why this number, in words for this facility alone; null: nobody said. */
  readonly reason: Pick<AssignmentReason, 'ja' | 'en'> | null;
}

/** Shows the offer a link in a mail is for. Changes nothing: programs that look at mails open links, too. */
@Injectable()
export class ShowAnswerLink {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ANSWER_LINK.UNKNOWN */
  async execute(token: string, request: LinkRequest): Promise<LinkedOffer> {
    return this.unitOfWork.run({ ...SYSTEM, ...request }, async (tx) => {
      const { link } = await openAnswerLink(tx, token, request, false);
      const assignment = await tx.get(Assignment, { id: link.assignmentId });
      const order = await tx.get(WorkOrder, { id: assignment.workOrderId });
      const line = await tx.get(WorkOrderLine, { id: assignment.workOrderLineId });
      const step = await tx.get(Step, { id: assignment.stepId });
      const workType = await tx.get(WorkType, { code: step.workTypeCode });
      return {
        assignmentId: assignment.id,
        state: stateOf(link, assignment, tx.now),
        facilityName: (await tx.get(Facility, { id: link.facilityId })).name,
        deskName: (await tx.get(Desk, { id: link.deskId })).name,
        orderNumber: order.number,
        orderTitle: order.title,
        workTypeJa: workType.nameJa,
        unit: workType.unit,
        specification: step.specification || line.specification,
        units: link.offeredUnits,
        unitPriceSen: link.unitPriceSen,
        amountYen: lineAmountYen(link.unitPriceSen, link.offeredUnits, 'DOWN'),
        dueOn: link.dueOn,
        answerBy: link.expiresAt,
        reason: await tx.manager.findOneBy(AssignmentReason, { assignmentId: assignment.id }),
      };
    });
  }
}

/** Whether the offer still has the terms the mail told. */
export function hasSameTerms(link: AnswerLink, assignment: Assignment): boolean {
  return (
    link.offeredUnits === assignment.offeredUnits &&
    link.unitPriceSen === assignment.unitPriceSen &&
    link.dueOn === assignment.dueOn
  );
}

function stateOf(link: AnswerLink, assignment: Assignment, now: Date): LinkedOfferState {
  switch (assignment.status) {
    case 'OFFERED':
      if (!hasSameTerms(link, assignment)) return 'CHANGED';
      return link.usedAt === null && link.expiresAt > now ? 'OPEN' : 'OVER';
    case 'DECLINED':
      return 'DECLINED';
    case 'PARTLY_ACCEPTED':
    case 'EXPIRED':
    case 'WITHDRAWN':
    case 'CANCELLED':
    case 'PLANNED':
      return 'OVER';
    default:
      return 'ACCEPTED';
  }
}
