import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { Desk, WorkType } from '#yui/directory';
import {
  checkEach,
  checkFields,
  optionalLine,
  optionalText,
  type PersonActor,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { onLeftCalling } from '../work-orders/left-calling.js';
import { takeBackQuote } from '../quotes/take-back-quote.js';
import { lockOrderOfDesk } from '../work-orders/work-order.access.js';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import { workOrderErrors } from '../work-orders/work-order.errors.js';
import { transitionOrder } from '../work-orders/transition-order.js';
import { firstStepTooEarly } from '../steps/step-dates.js';
import { Step } from '../steps/step.entity.js';
import { stepErrors } from '../steps/step.errors.js';
import { type StepContent, writeSteps } from '../steps/write-steps.js';

const MAX_STEPS = 10;

export interface StepInput {
  readonly workTypeCode: string;
  readonly specification?: string | null;
  readonly dueOn: LocalDate;
  /** To whom and where finished units go; omitted: to the desk. */
  readonly handOverTo?: string | null;
  readonly handOverPlace?: string | null;
}

export interface SetStepsInput {
  readonly idempotencyKey: string;
  readonly workOrderLineId: string;
  /** In the order in which they are done; the last is due when the line is. */
  readonly steps: readonly StepInput[];
}

/**
 * The desk divides a line into steps, or puts it together again, until the buyer orders. A quote that waits for an
 * answer is taken back: it priced other steps.
 */
@Injectable()
export class SetSteps {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED (ordered already), STEP.*, WORK_ORDER.WORK_TYPE_UNKNOWN, INPUT.* */
  async execute(actor: PersonActor, input: SetStepsInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('setSteps', actor, input, async (tx) => {
      const { workOrderId } = await tx.get(WorkOrderLine, { id: input.workOrderLineId });
      const order = await lockOrderOfDesk(tx, actor, workOrderId);
      const line = await tx.get(WorkOrderLine, { id: input.workOrderLineId });
      await transitionOrder(tx, order, 'setSteps');
      await takeBackQuote(tx, order);
      const desk = await tx.get(Desk, { id: order.deskId });
      const steps = await checkSteps(tx, line, desk, input.steps);
      await onLeftCalling.run(tx, order, '作業の分け方が変わったため / the work was divided again');
      await tx.manager.delete(Step, { workOrderLineId: line.id });
      await writeSteps(tx, order, line.id, steps);
      await tx.audit(
        'workOrderLine.setSteps',
        { deskId: order.deskId, subjectType: 'WorkOrderLine', subjectId: line.id },
        { steps },
      );
      return { workOrderId: order.id };
    });
  }
}

async function checkSteps(
  tx: Transaction,
  line: WorkOrderLine,
  desk: Desk,
  steps: readonly StepInput[],
): Promise<StepContent[]> {
  if (steps.length < 1 || steps.length > MAX_STEPS)
    throw stepErrors.COUNT_OUT_OF_RANGE({ most: MAX_STEPS }).at('steps');
  const codes = steps.map((step) => step.workTypeCode);
  const known = new Set((await tx.manager.findBy(WorkType, { code: In(codes) })).map((workType) => workType.code));
  const tooEarly = firstStepTooEarly(steps, todayInTokyo(tx.now), desk.deliveryWorkingDays);
  const dueOnOf = ({ dueOn }: StepInput, index: number): LocalDate => {
    if (index === steps.length - 1 && dueOn !== line.dueOn) {
      throw stepErrors.LAST_DUE_DATE_DIFFERS({ dueOn: line.dueOn }).at('dueOn');
    }
    if (index === tooEarly?.index) {
      throw stepErrors.DUE_DATES_OUT_OF_ORDER({ position: index + 1, earliest: tooEarly.earliest }).at('dueOn');
    }
    return dueOn;
  };
  const workTypeCodeOf = ({ workTypeCode }: StepInput): string => {
    if (!known.has(workTypeCode)) throw workOrderErrors.WORK_TYPE_UNKNOWN({ workTypeCode }).at('workTypeCode');
    return workTypeCode;
  };
  return checkEach('steps', steps, (step, index) =>
    checkFields({
      workTypeCode: () => workTypeCodeOf(step),
      specification: () => optionalText('specification', step.specification, 2000),
      dueOn: () => dueOnOf(step, index),
      handOverTo: () => optionalLine('handOverTo', step.handOverTo, 200),
      handOverPlace: () => optionalLine('handOverPlace', step.handOverPlace, 500),
    }),
  );
}
