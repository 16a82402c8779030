import { Injectable } from '@nestjs/common';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { checkFields, type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { assignmentTransitions, lockAssignmentOfDesk } from '#yui/fulfilment';
import { workOrderTransitions } from '#yui/orders';
import { addShareChange } from './add-share-change.js';
import { shareChangeErrors } from './share-change.errors.js';

export interface ProposeShareChangeInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  /** The whole share as it would be; omitted: it stays. */
  readonly units?: number | null;
  readonly dueOn?: LocalDate | null;
  readonly reason: string;
}

/** The desk asks a facility to do less, or to do it sooner, than it said yes to. Nothing changes until it agrees. */
@Injectable()
export class ProposeShareChange {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, SHARE_CHANGE.*, ASSIGNMENT.CUT_OUT_OF_RANGE, INPUT.* */
  async execute(actor: PersonActor, input: ProposeShareChangeInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('proposeShareChange', actor, input, async (tx) => {
      const { order, assignment } = await lockAssignmentOfDesk(tx, actor, input.assignmentId);
      assignmentTransitions.next(assignment.status, 'cut');
      // Of an order that is being cancelled the facility has said what it hands over.
      workOrderTransitions.next(order.status, 'proposeAmendment');
      const units = input.units ?? null;
      const dueOn = input.dueOn ?? null;
      const isLess =
        units !== null && Number.isSafeInteger(units) && units >= 0 && units < (assignment.acceptedUnits ?? 0);
      const isSooner = dueOn !== null && dueOn < assignment.dueOn;
      // Nobody can agree to a day that has come already.
      const isTooSoon = isSooner && dueOn <= todayInTokyo(tx.now);
      const { reason } = checkFields({
        change: () => {
          if ((isLess || isSooner) && !isTooSoon) return;
          throw shareChangeErrors.NOTHING_CHANGES().at(dueOn === null ? 'units' : 'dueOn');
        },
        reason: () => requireText('reason', input.reason, 500),
      });
      await addShareChange(tx, assignment, {
        amendmentId: null,
        units: isLess ? units : null,
        dueOn: isSooner ? dueOn : null,
        reason,
      });
      return { assignmentId: assignment.id };
    });
  }
}
