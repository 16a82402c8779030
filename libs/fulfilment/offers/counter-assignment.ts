import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '#yui/calendar';
import {
  checkFields,
  MAX_UNIT_PRICE_SEN,
  type PartyActor,
  type PersonActor,
  requireInteger,
  requireText,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { openOffer, promiseUnits } from './answer-offer.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { answeredNow } from './undo-answer.js';

export interface CounterAssignmentInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  /** Omitted: all that was offered; here and below, at least one is to differ from the offer. */
  readonly units?: number | null;
  readonly dueOn?: LocalDate | null;
  readonly unitPriceSen?: number | null;
  readonly reason: string;
}

/** No facility asks for more than a year. */
const MAX_DAYS_LATER = 366;

/**
 * A facility says yes to other terms: fewer units, a later date, another price. It holds the capacity for them; the desk
 * confirms, offers again or withdraws.
 */
@Injectable()
export class CounterAssignment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ASSIGNMENT.COUNTER_SAME, .PART_OUT_OF_RANGE, .COUNTER_DATE_OUT_OF_RANGE and what AcceptAssignment throws */
  async execute(actor: PersonActor, input: CounterAssignmentInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('counterAssignment', actor, input, async (tx) => {
      await counterOffer(tx, actor, input);
      return { assignmentId: input.assignmentId };
    });
  }
}

/** The other terms of the acting facility. @throws what CounterAssignment throws */
export async function counterOffer(
  tx: Transaction,
  actor: PartyActor,
  input: Omit<CounterAssignmentInput, 'idempotencyKey'>,
): Promise<void> {
  const offer = await openOffer(
    tx,
    actor,
    input.assignmentId,
    (said) =>
      said.status === 'PARTLY_ACCEPTED' &&
      said.acceptedUnits === (input.units ?? said.offeredUnits) &&
      said.proposedDueOn === other(input.dueOn, said.dueOn) &&
      said.proposedUnitPriceSen === other(input.unitPriceSen, said.unitPriceSen),
  );
  if (offer.isAnswered) return;
  const { order, assignment } = offer;
  const acceptedUnits = input.units ?? assignment.offeredUnits;
  const most = assignment.offeredUnits;
  const proposedDueOn = other(input.dueOn, assignment.dueOn);
  const latest = addDays(assignment.dueOn, MAX_DAYS_LATER);
  const proposedUnitPriceSen = other(input.unitPriceSen, assignment.unitPriceSen);
  const { answerReason } = checkFields({
    units: () => requireInteger('units', acceptedUnits, 1, most, assignmentErrors.PART_OUT_OF_RANGE({ most })),
    dueOn: () => {
      if (proposedDueOn === null || (proposedDueOn >= assignment.dueOn && proposedDueOn <= latest)) return;
      throw assignmentErrors.COUNTER_DATE_OUT_OF_RANGE({ dueOn: assignment.dueOn }).at('dueOn');
    },
    unitPriceSen: () => requireInteger('unitPriceSen', proposedUnitPriceSen ?? 0, 0, MAX_UNIT_PRICE_SEN),
    answerReason: () => requireText('reason', input.reason, 500),
  });
  if (acceptedUnits === assignment.offeredUnits && proposedDueOn === null && proposedUnitPriceSen === null) {
    throw assignmentErrors.COUNTER_SAME().at('units');
  }
  await promiseUnits(tx, assignment, acceptedUnits, proposedDueOn ?? assignment.dueOn);
  await transitionAssignment(tx, assignment, 'counter', {
    acceptedUnits,
    proposedDueOn,
    proposedUnitPriceSen,
    ...answeredNow(tx),
    answerReason,
  });
  await emitOrderEvent(tx, order.deskId, 'assignment.partly-accepted', {
    workOrderId: order.id,
    assignmentId: assignment.id,
  });
}

/** What is asked for in place of what was offered; null when it is the same or was omitted. */
function other<Value>(asked: Value | null | undefined, offered: Value): Value | null {
  return asked === null || asked === undefined || asked === offered ? null : asked;
}
