import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type LocalDate, todayInTokyo, workingDayBefore } from '#yui/calendar';
import { Capability, Desk, eligibleFacilities, memberFacilityIds, requireMembers } from '#yui/directory';
import {
  checkFields,
  MAX_UNITS,
  optionalText,
  type PersonActor,
  requireInteger,
  requireLine,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import {
  CALLING_STATES,
  emitOrderEvent,
  facilityDueDate,
  lockOrderOfDesk,
  Step,
  type WorkOrder,
  WorkOrderLine,
} from '#yui/orders';
import { CallInvitation } from './call-invitation.entity.js';
import { callErrors } from './call.errors.js';
import { Call } from './call.entity.js';
import { callTransitions } from './call.transitions.js';

export interface OpenCallInput {
  readonly idempotencyKey: string;
  readonly stepId: string;
  /** What is omitted is the quantity of the line. */
  readonly quantity?: number | null;
  /** When facilities would hand over; omitted: the date of the step less the days the desk keeps. */
  readonly dueOn?: LocalDate | null;
  readonly closesAt: Date;
  /** Ends as soon as what facilities could do comes to the quantity. */
  readonly isClosedWhenEnough?: boolean | null;
  /** What facilities read above it; omitted: the title of the order. */
  readonly title?: string | null;
  readonly note?: string | null;
  /** Omitted: every facility of the desk that offers the work. */
  readonly facilityIds?: readonly string[] | null;
}

/** The desk asks many facilities at once: can you, how many, at what price, by when. */
@Injectable()
export class OpenCall {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, CALL.*, INPUT.* */
  async execute(actor: PersonActor, input: OpenCallInput): Promise<{ callId: string }> {
    return this.unitOfWork.command('openCall', actor, input, async (tx) => {
      const found = await tx.get(Step, { id: input.stepId });
      const order = await lockOrderOfDesk(tx, actor, found.workOrderId);
      // Read again: only under the lock of the order is it certain that it was not divided again.
      const step = await tx.get(Step, { id: input.stepId });
      const line = await tx.get(WorkOrderLine, { id: step.workOrderLineId });
      if (!CALLING_STATES.has(order.status)) throw callErrors.ORDER_NOT_READY();
      const dueOn = await this.dueDate(tx, step, input.dueOn ?? null);
      const checked = checkFields({
        title: () => requireLine('title', input.title ?? order.title, 100),
        quantity: () => requireInteger('quantity', input.quantity ?? line.quantity, 1, MAX_UNITS),
        closesAt: () => {
          if (input.closesAt > tx.now && todayInTokyo(input.closesAt) < dueOn) return input.closesAt;
          throw callErrors.DEADLINE_UNUSABLE({ dueOn }).at('closesAt');
        },
        note: () => optionalText('note', input.note, 2000),
      });
      const facilityIds = await this.audience(tx, order, step, input.facilityIds ?? null);
      const remindAt = workingDayBefore(input.closesAt, 1);
      const call: Call = {
        id: tx.newId(),
        deskId: order.deskId,
        workOrderId: order.id,
        workOrderLineId: line.id,
        stepId: step.id,
        status: callTransitions.initial,
        ...checked,
        workTypeCode: step.workTypeCode,
        specification: step.specification || line.specification,
        audience: input.facilityIds ? 'CHOSEN' : 'ALL_CAPABLE',
        dueOn,
        isClosedWhenEnough: input.isClosedWhenEnough ?? false,
        // No reminder for a call that is so short that it would come with the call itself.
        remindAt: remindAt > tx.now ? remindAt : null,
        remindedAt: null,
        closedAt: null,
        closing: null,
        cancelReason: null,
        allocationId: null,
        createdBy: actor.accountId,
        createdAt: tx.now,
      };
      await tx.manager.insert(Call, call);
      await tx.manager.insert(
        CallInvitation,
        facilityIds.map((facilityId) => ({ callId: call.id, facilityId, deskId: call.deskId })),
      );
      await tx.audit(
        'call.open',
        { deskId: call.deskId, subjectType: 'Call', subjectId: call.id },
        { stepId: step.id, quantity: call.quantity, facilityIds },
      );
      await emitOrderEvent(tx, call.deskId, 'call.opened', { workOrderId: order.id, callId: call.id });
      return { callId: call.id };
    });
  }

  private async dueDate(tx: Transaction, step: Step, asked: LocalDate | null): Promise<LocalDate> {
    const desk = await tx.get(Desk, { id: step.deskId });
    const dueOn = asked ?? facilityDueDate(step, desk.deliveryWorkingDays);
    if (dueOn <= todayInTokyo(tx.now) || dueOn > step.dueOn) {
      throw callErrors.DUE_DATE_UNUSABLE({ latest: step.dueOn }).at('dueOn');
    }
    return dueOn;
  }

  /** Those who were named, or all who offer the work and may do it for public money. */
  private async audience(
    tx: Transaction,
    order: WorkOrder,
    step: Step,
    chosen: readonly string[] | null,
  ): Promise<string[]> {
    if (chosen) await requireMembers(tx.manager, order.deskId, chosen);
    const ids = chosen ? [...new Set(chosen)].sort() : await this.capable(tx, order, step);
    if (ids.length === 0) throw callErrors.NOBODY_TO_ASK().at('facilityIds');
    return ids;
  }

  private async capable(tx: Transaction, order: WorkOrder, step: Step): Promise<string[]> {
    const capabilities = await tx.manager.find(Capability, {
      where: {
        facilityId: In(await memberFacilityIds(tx.manager, order.deskId)),
        workTypeCode: step.workTypeCode,
        isOffered: true,
      },
      order: { facilityId: 'ASC' },
    });
    const ids = capabilities.map((capability) => capability.facilityId);
    if (!order.isPublicMoney) return ids;
    const eligible = await eligibleFacilities(tx.manager, ids, todayInTokyo(tx.now));
    return ids.filter((id) => eligible.has(id));
  }
}
