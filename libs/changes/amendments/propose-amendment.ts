import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import {
  accessErrors,
  MAX_UNITS,
  optionalText,
  type PersonActor,
  requireInteger,
  requireText,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { emitOrderEvent, lockOrderOfBuyer, requireDueDate, WorkOrderLine, workOrderTransitions } from '#yui/orders';
import { AmendmentLine } from './amendment-line.entity.js';
import { Amendment } from './amendment.entity.js';
import { amendmentErrors } from './amendment.errors.js';
import { amendmentTransitions } from './amendment.transitions.js';

/** What is left out stays as it is. */
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

  /** @throws ACCESS.NOT_FOUND, AMENDMENT.*, WORK_ORDER.DUE_DATE_*, INPUT.* */
  async execute(
    actor: PersonActor,
    { idempotencyKey, ...input }: ProposeAmendmentInput,
  ): Promise<{ workOrderId: string; amendmentId: string }> {
    return this.unitOfWork.runIdempotent(
      actor,
      { operation: 'proposeAmendment', idempotencyKey, input },
      async (tx) => {
        const order = await lockOrderOfBuyer(tx, actor, input.workOrderId);
        if (order.contractType === 'REFERRAL' || !workOrderTransitions.can(order.status, 'proposeAmendment')) {
          throw amendmentErrors.NOT_NOW();
        }
        if (await tx.manager.existsBy(Amendment, { workOrderId: order.id, status: 'PROPOSED' })) {
          throw amendmentErrors.PROPOSED_BEFORE();
        }
        const id = tx.newId();
        const own = { amendmentId: id, deskId: order.deskId, workOrderId: order.id };
        const lines = await checkLines(tx, order.id, input.lines);
        await tx.manager.insert(Amendment, {
          id,
          deskId: order.deskId,
          workOrderId: order.id,
          buyerId: order.buyerId,
          status: amendmentTransitions.initial,
          reason: requireText('reason', input.reason, 1000),
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
      },
    );
  }
}

type LineChange = Omit<AmendmentLine, 'amendmentId' | 'deskId' | 'workOrderId'>;

async function checkLines(
  tx: Transaction,
  workOrderId: string,
  inputs: readonly AmendedLineInput[],
): Promise<LineChange[]> {
  if (new Set(inputs.map((input) => input.workOrderLineId)).size !== inputs.length) {
    throw amendmentErrors.LINES_REPEATED();
  }
  const lines = await tx.manager.findBy(WorkOrderLine, { workOrderId });
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const changes: LineChange[] = [];
  for (const input of inputs) {
    const line = lineOf.get(input.workOrderLineId);
    if (!line) throw accessErrors.NOT_FOUND();
    const change = differences(line, input);
    if (change.quantity === null && change.dueOn === null && change.specification === null) continue;
    if (change.quantity !== null) requireInteger('quantity', change.quantity, 1, MAX_UNITS);
    if (change.dueOn !== null) requireDueDate(tx, change.dueOn);
    changes.push(change);
  }
  if (changes.length === 0) throw amendmentErrors.NOTHING_CHANGES();
  return changes;
}

function differences(line: WorkOrderLine, input: AmendedLineInput): LineChange {
  const specification =
    input.specification === null || input.specification === undefined
      ? line.specification
      : optionalText('specification', input.specification, 2000);
  const quantity = input.quantity ?? line.quantity;
  const dueOn = input.dueOn ?? line.dueOn;
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
