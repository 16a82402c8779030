import { Injectable } from '@nestjs/common';
import { shrinkPromise } from '#yui/directory';
import { checkFields, optionalText, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { requireHandedOver } from '../deliveries/hand-over.js';
import { lockAssignmentOfFacility } from '../assignments/assignment.access.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { ProgressReport } from '../assignments/progress-report.entity.js';

export interface ReportProgressInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  /** All that is done by now, not only since the last report. */
  readonly doneUnits: number;
  readonly note?: string | null;
}

/** A facility says how far it is. Work that is done no longer takes capacity. */
@Injectable()
export class ReportProgress {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, ASSIGNMENT.DONE_OUT_OF_RANGE, STEP.NOT_HANDED_OVER */
  async execute(actor: PersonActor, input: ReportProgressInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('reportProgress', actor, input, async (tx) => {
      const { assignment } = await lockAssignmentOfFacility(tx, actor, input.assignmentId);
      const least = assignment.doneUnits;
      const most = assignment.acceptedUnits ?? 0;
      await transitionAssignment(tx, assignment, 'reportProgress', { doneUnits: input.doneUnits });
      const refusal = assignmentErrors.DONE_OUT_OF_RANGE({ least, most });
      const checked = checkFields({
        doneUnits: () => requireInteger('doneUnits', input.doneUnits, least, most, refusal),
        note: () => optionalText('note', input.note, 500),
      });
      await requireHandedOver(tx, assignment, input.doneUnits);
      await tx.manager.insert(ProgressReport, {
        id: tx.newId(),
        assignmentId: assignment.id,
        ...checked,
        reportedAt: tx.now,
      });
      await shrinkPromise(tx, assignment.facilityId, assignment.id, most - input.doneUnits);
      return { assignmentId: assignment.id };
    });
  }
}
