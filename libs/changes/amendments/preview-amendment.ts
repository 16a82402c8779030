import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { Desk } from '#yui/directory';
import { groupBy, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { Assignment, OPEN_STATES, unitsOf } from '#yui/fulfilment';
import { amountsOf, facilityDueDate, type WorkOrder } from '#yui/orders';
import { isChangeable } from '../share-changes/changeable.js';
import { type AmendedOrder, amendedOrder } from './amended-order.js';
import { lockAmendmentOfDesk } from './amendment.access.js';

/** What an amendment would do to one step of a line, in units. */
export interface StepEffect {
  readonly stepId: string;
  readonly workOrderLineId: string;
  readonly position: number;
  readonly workTypeCode: string;
  readonly quantityBefore: number;
  readonly quantityAfter: number;
  /** Offered or promised now. */
  readonly placed: number;
  /** That nobody has been offered afterwards. */
  readonly unplaced: number;
  /** Too many, all in all; open offers are withdrawn first. */
  readonly surplus: number;
  /** Too many of those facilities have said yes to: the coordinator says whose share shrinks. */
  readonly surplusAccepted: number;
  readonly facilityDueOnBefore: LocalDate;
  readonly facilityDueOnAfter: LocalDate;
  /** Facilities that would be asked to be sooner. */
  readonly facilitiesToAsk: number;
}

export interface AmendmentEffect {
  readonly amendmentId: string;
  /** Without tax. */
  readonly amountYenBefore: number;
  readonly amountYenAfter: number;
  readonly taxYenBefore: number;
  readonly taxYenAfter: number;
  readonly steps: readonly StepEffect[];
}

/** Shows the desk what it would agree to. Writes nothing. */
@Injectable()
export class PreviewAmendment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, input: { amendmentId: string }): Promise<AmendmentEffect> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { order, amendment } = await lockAmendmentOfDesk(tx, actor, {
        id: input.amendmentId,
        isProposedByBuyer: true,
      });
      const amended = await amendedOrder(tx, amendment, []);
      const before = await amountsOf(tx, order, amended.linesBefore);
      const after = await amountsOf(tx, order, amended.linesAfter);
      return {
        amendmentId: amendment.id,
        amountYenBefore: before.amountYen,
        amountYenAfter: after.amountYen,
        taxYenBefore: before.taxYen,
        taxYenAfter: after.taxYen,
        steps: await effectOnSteps(tx, order, amended),
      };
    });
  }
}

async function effectOnSteps(tx: Transaction, order: WorkOrder, { steps, linesBefore }: AmendedOrder) {
  const desk = await tx.get(Desk, { id: order.deskId });
  const quantityOf = new Map(linesBefore.map((line) => [line.id, line.quantity]));
  const stepIds = In(steps.map(({ after }) => after.id));
  const rowsOf = groupBy(await tx.manager.findBy(Assignment, { stepId: stepIds }), (row) => row.stepId);
  return steps.map(({ before, after, line }): StepEffect => {
    const rows = rowsOf.get(after.id) ?? [];
    const sum = (some: readonly Assignment[]) => some.reduce((units, row) => units + unitsOf(row), 0);
    const isOpen = (row: Assignment) => OPEN_STATES.includes(row.status);
    const placed = sum(rows);
    const facilityDueOnAfter = facilityDueDate(after, desk.deliveryWorkingDays);
    const isSooner = after.dueOn < before.dueOn;
    return {
      stepId: after.id,
      workOrderLineId: line.id,
      position: after.position,
      workTypeCode: after.workTypeCode,
      quantityBefore: quantityOf.get(line.id) ?? line.quantity,
      quantityAfter: line.quantity,
      placed,
      unplaced: Math.max(0, line.quantity - placed),
      surplus: Math.max(0, placed - line.quantity),
      surplusAccepted: Math.max(0, sum(rows.filter((row) => !isOpen(row))) - line.quantity),
      facilityDueOnBefore: facilityDueDate(before, desk.deliveryWorkingDays),
      facilityDueOnAfter,
      facilitiesToAsk: isSooner ? rows.filter((row) => isChangeable(row) && row.dueOn > facilityDueOnAfter).length : 0,
    };
  });
}
