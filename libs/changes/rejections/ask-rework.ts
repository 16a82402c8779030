import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  checkFields,
  type PersonActor,
  requireInteger,
  requireText,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import {
  Assignment,
  deliveredUnits,
  MAX_REWORK_DAYS,
  transitionAssignment,
  promiseRework,
  requireUnused,
  ReturnedWork,
} from '#yui/fulfilment';
import { emitOrderEvent, lockOrderOfDesk, onOwedChanged } from '#yui/orders';
import { rejectionErrors } from './rejection.errors.js';
import { rejectionTransitions } from './rejection.transitions.js';
import { WorkRejection } from './work-rejection.entity.js';

export interface AskReworkInput {
  readonly idempotencyKey: string;
  readonly rejectionId: string;
  readonly assignmentId: string;
  readonly units: number;
  /** What must be done again, for the facility to read. */
  readonly toRedo: string;
  readonly reworkDueOn: LocalDate;
}

/** After the buyer's no the desk gives units back to the facility that made them. Making them good takes its capacity. */
@Injectable()
export class AskRework {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, REJECTION.*, CAPACITY.EXCEEDED, STEP.USED_BY_NEXT, INPUT.* */
  async execute(actor: PersonActor, input: AskReworkInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('askRework', actor, input, async (tx) => {
      const { workOrderId } = await tx.get(WorkRejection, { id: input.rejectionId, deskId: actor.organisationId });
      const order = await lockOrderOfDesk(tx, actor, workOrderId);
      const rejection = await tx.lock(WorkRejection, { id: input.rejectionId });
      rejectionTransitions.next(rejection.status, 'askRework');
      const assignment = await tx.lock(Assignment, { id: input.assignmentId, workOrderId });
      const before = await deliveredUnits(tx, assignment.id);
      const { toRedo } = checkAsked(tx, input, before.accepted);
      await requireUnused(tx, assignment, input.units);
      await tx.manager.insert(ReturnedWork, {
        id: tx.newId(),
        deskId: order.deskId,
        rejectionId: rejection.id,
        workOrderId,
        assignmentId: assignment.id,
        facilityId: assignment.facilityId,
        units: input.units,
        toRedo,
        reworkDueOn: input.reworkDueOn,
        returnedAt: tx.now,
      });
      await transitionAssignment(tx, assignment, 'returnWork');
      await promiseRework(tx, assignment, await deliveredUnits(tx, assignment.id), input.reworkDueOn);
      await emitOrderEvent(tx, order.deskId, 'assignment.work-returned', {
        workOrderId,
        assignmentId: assignment.id,
      });
      await onOwedChanged.run(tx, order);
      return { assignmentId: assignment.id };
    });
  }
}

function checkAsked(
  tx: Transaction,
  { units, reworkDueOn, toRedo }: Pick<AskReworkInput, 'units' | 'reworkDueOn' | 'toRedo'>,
  most: number,
): { toRedo: string } {
  const today = todayInTokyo(tx.now);
  return checkFields({
    units: () => requireInteger('units', units, 1, most, rejectionErrors.UNITS_OUT_OF_RANGE({ most })),
    reworkDueOn: () => {
      if (reworkDueOn < today || reworkDueOn > addDays(today, MAX_REWORK_DAYS)) {
        throw rejectionErrors.DATE_OUT_OF_RANGE().at('reworkDueOn');
      }
    },
    toRedo: () => requireText('toRedo', toRedo, 1000),
  });
}
