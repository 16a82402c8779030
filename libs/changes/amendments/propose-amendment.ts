import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import {
  accessErrors,
  checkEach,
  checkFields,
  MAX_UNITS,
  optionalText,
  type PersonActor,
  requireInteger,
  requireText,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import {
  amountsOf,
  emitOrderEvent,
  lockOrderOfBuyer,
  requireDueDate,
  WorkOrder,
  WorkOrderLine,
  workOrderTransitions,
} from '#yui/orders';
import { Assignment, deliveredUnits, LIVE_STATES, OPEN_STATES, unitsOf } from '#yui/fulfilment';
import { isChangeable } from '../share-changes/changeable.js';
import { AmendmentLine } from './amendment-line.entity.js';
import { Amendment } from './amendment.entity.js';
import { beforeAmending } from './before-amending.js';
import { amendmentErrors } from './amendment.errors.js';
import { amendmentTransitions } from './amendment.transitions.js';

/** What is omitted stays as it is. A quantity of 0 drops the line. */
export interface AmendedLineInput {
  readonly workOrderLineId: string;
  readonly quantity?: number | null;
  readonly dueOn?: LocalDate | null;
  readonly specification?: string | null;
}

export interface ProposeAmendmentInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly reason: string;
  readonly lines: readonly AmendedLineInput[];
}

/** A buyer proposes to change quantity, date or specification of an order it has placed. One proposal at a time. */
@Injectable()
export class ProposeAmendment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, AMENDMENT.*, QUOTE.AMOUNT_TOO_LARGE, WORK_ORDER.DUE_DATE_*, OCCURRENCE.CEILING_EXCEEDED, INPUT.* */
  async execute(
    actor: PersonActor,
    input: ProposeAmendmentInput,
  ): Promise<{ workOrderId: string; amendmentId: string }> {
    return this.unitOfWork.command('proposeAmendment', actor, input, async (tx) => {
      const asked = input.lines.map(({ workOrderLineId, quantity }): [string, number | null | undefined] => [
        workOrderLineId,
        quantity,
      ]);
      await tx.get(WorkOrder, { id: input.workOrderId, buyerId: actor.organisationId });
      await beforeAmending.run(tx, input.workOrderId, new Map(asked));
      const order = await lockOrderOfBuyer(tx, actor, input.workOrderId);
      if (order.contractType === 'REFERRAL' || !workOrderTransitions.can(order.status, 'proposeAmendment')) {
        throw amendmentErrors.NOT_NOW();
      }
      if (await tx.manager.existsBy(Amendment, { workOrderId: order.id, status: 'PROPOSED' })) {
        throw amendmentErrors.PROPOSED_BEFORE();
      }
      const id = tx.newId();
      const own = { amendmentId: id, deskId: order.deskId, workOrderId: order.id };
      const before = await tx.manager.findBy(WorkOrderLine, { workOrderId: order.id });
      const { reason, lines } = checkFields({
        reason: () => requireText('reason', input.reason, 1000),
        lines: () => changesOf(tx, before, input.lines),
      });
      await requirePossible(tx, order, before, lines);
      await tx.manager.insert(Amendment, {
        id,
        deskId: order.deskId,
        workOrderId: order.id,
        buyerId: order.buyerId,
        status: amendmentTransitions.initial,
        reason,
        proposedBy: actor.accountId,
        proposedAt: tx.now,
      });
      await tx.manager.insert(
        AmendmentLine,
        lines.map((line) => ({ ...own, ...line })),
      );
      await tx.audit(
        'amendment.propose',
        { deskId: order.deskId, subjectType: 'Amendment', subjectId: id },
        { workOrderId: order.id, lines },
      );
      await emitOrderEvent(tx, order.deskId, 'amendment.proposed', { workOrderId: order.id, amendmentId: id });
      return { workOrderId: order.id, amendmentId: id };
    });
  }
}

type LineChange = Omit<AmendmentLine, 'amendmentId' | 'deskId' | 'workOrderId'>;

/** What is other than before, line by line. @throws AMENDMENT.*, WORK_ORDER.DUE_DATE_*, INPUT.* */
function changesOf(
  tx: Transaction,
  lines: readonly WorkOrderLine[],
  inputs: readonly AmendedLineInput[],
): LineChange[] {
  if (new Set(inputs.map((input) => input.workOrderLineId)).size !== inputs.length) {
    throw amendmentErrors.LINES_REPEATED().at('lines');
  }
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const changes = checkEach('lines', inputs, (input) => {
    const line = lineOf.get(input.workOrderLineId);
    if (!line) throw accessErrors.NOT_FOUND();
    return changeOf(tx, line, input);
  }).filter(({ quantity, dueOn, specification }) => quantity !== null || dueOn !== null || specification !== null);
  if (changes.length === 0) throw amendmentErrors.NOTHING_CHANGES().at('lines');
  return changes;
}

function changeOf(tx: Transaction, line: WorkOrderLine, input: AmendedLineInput): LineChange {
  const quantity = input.quantity ?? line.quantity;
  const dueOn = input.dueOn ?? line.dueOn;
  const { specification } = checkFields({
    quantity: () => requireInteger('quantity', quantity, 0, MAX_UNITS),
    // A day that stays may have passed.
    dueOn: () => dueOn === line.dueOn || requireDueDate(tx, dueOn),
    specification: () =>
      input.specification === null || input.specification === undefined
        ? line.specification
        : optionalText('specification', input.specification, 2000),
  });
  return {
    workOrderLineId: line.id,
    quantity: quantity === line.quantity ? null : quantity,
    dueOn: dueOn === line.dueOn ? null : dueOn,
    specification: specification === line.specification ? null : specification,
    previousQuantity: line.quantity,
    previousDueOn: line.dueOn,
    previousSpecification: line.specification,
  };
}

/** @throws AMENDMENT.BELOW_DELIVERED, AMENDMENT.NO_LINE_LEFT, QUOTE.AMOUNT_TOO_LARGE */
async function requirePossible(
  tx: Transaction,
  order: WorkOrder,
  lines: readonly WorkOrderLine[],
  changes: readonly LineChange[],
): Promise<void> {
  const quantityOf = new Map(changes.map(({ workOrderLineId, quantity }) => [workOrderLineId, quantity]));
  const after = lines.map((line) => ({ ...line, quantity: quantityOf.get(line.id) ?? line.quantity }));
  for (const line of lines) await requireKeepable(tx, line, quantityOf.get(line.id) ?? line.quantity);
  if (after.every(({ quantity }) => quantity === 0)) throw amendmentErrors.NO_LINE_LEFT().at('lines');
  // Too large a sum is refused here: the desk could not accept it.
  await amountsOf(tx, order, after);
}

/**
 * What is handed over cannot be taken back, nor a share of which nothing is left to hand over. The desk could never accept
 * less than that, so it is not proposed.
 * @throws AMENDMENT.BELOW_DELIVERED
 */
async function requireKeepable(tx: Transaction, line: WorkOrderLine, quantity: number): Promise<void> {
  if (quantity >= line.quantity) return;
  const shares = await tx.manager.findBy(Assignment, { workOrderLineId: line.id, status: In([...LIVE_STATES]) });
  const leastOf = new Map<string, number>();
  for (const share of shares) {
    if (OPEN_STATES.includes(share.status)) continue;
    const { delivered, returned } = await deliveredUnits(tx, share.id);
    const least = isChangeable(share) ? delivered - returned : unitsOf(share);
    leastOf.set(share.stepId, (leastOf.get(share.stepId) ?? 0) + least);
  }
  const least = Math.max(0, ...leastOf.values());
  if (quantity < least) throw amendmentErrors.BELOW_DELIVERED({ position: line.position, least }).at('lines');
}
