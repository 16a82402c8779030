import { Injectable } from '@nestjs/common';
import { closeWorkOrder, WorkOrder } from '#yui/orders';
import {
  accessErrors,
  checkFields,
  MAX_YEN,
  optionalText,
  organisationKindOf,
  type PersonActor,
  requireInteger,
  UnitOfWork,
} from '#yui/platform';
import { ownContracts } from '../contract/contract.access.js';
import { Contract } from '../contract/contract.entity.js';
import { referralErrors } from '../contract/contract.errors.js';
import { emitContractEvent } from '../contract/contract.events.js';
import { reconcileOrder } from '../reconciliation/reconcile-order.js';
import { transitionContract } from '../contract/transition-contract.js';

export interface ReportReferralOutcomeInput {
  readonly idempotencyKey: string;
  readonly contractId: string;
  readonly isConcluded: boolean;
  /** What was agreed, without tax; needed when a contract was concluded. */
  readonly amountYen?: number | null;
  /** The fee of the desk that was agreed on, without tax; omitted: none. */
  readonly feeYen?: number | null;
  /** Needed when no contract came of it. */
  readonly reason?: string | null;
}

/** 斡旋型: the desk or the buyer reports what came of an introduction. The order is closed with it. */
@Injectable()
export class ReportReferralOutcome {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws ACCESS.NOT_FOUND, REFERRAL.AMOUNT_MISSING, REFERRAL.REASON_MISSING, INPUT.NUMBER_OUT_OF_RANGE,
   * TRANSITION.NOT_ALLOWED (it was reported already, or has lapsed)
   */
  async execute(
    actor: PersonActor,
    input: ReportReferralOutcomeInput,
  ): Promise<{ contractId: string; workOrderId: string }> {
    if (organisationKindOf(actor.role) === 'FACILITY') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.command('reportReferralOutcome', actor, input, async (tx) => {
      const own = { id: input.contractId, type: 'REFERRAL' as const, ...ownContracts(actor) };
      const { workOrderId } = await tx.get(Contract, own);
      const order = await tx.lock(WorkOrder, { id: workOrderId });
      // Read again: only under the lock of its order is the state of a contract certain.
      const contract = await tx.get(Contract, own);
      if (input.isConcluded) {
        const agreed = checkFields({ amountYen: () => agreedYen(input), feeYen: () => feeOf(input) });
        await transitionContract(tx, contract, 'reportConcluded', { ...agreed, concludedAt: tx.now });
      } else {
        await transitionContract(tx, contract, 'reportNotConcluded', { outcomeReason: reasonOf(input) });
      }
      await reconcileOrder(tx, order);
      await closeWorkOrder(tx, workOrderId);
      await emitContractEvent(tx, contract.deskId, 'referral.reported', {
        workOrderId,
        contractId: contract.id,
        reportedBy: actor.organisationId,
      });
      return { contractId: contract.id, workOrderId };
    });
  }
}

function agreedYen({ amountYen }: Pick<ReportReferralOutcomeInput, 'amountYen'>): number {
  if (amountYen === null || amountYen === undefined) throw referralErrors.AMOUNT_MISSING().at('amountYen');
  return requireInteger('amountYen', amountYen, 1, MAX_YEN);
}

/** A fee is not at fault because the amount it is part of is missing. */
function feeOf({ amountYen, feeYen }: Pick<ReportReferralOutcomeInput, 'amountYen' | 'feeYen'>): number | null {
  if (feeYen === null || feeYen === undefined) return null;
  return requireInteger('feeYen', feeYen, 0, amountYen ?? MAX_YEN) || null;
}

function reasonOf({ reason }: Pick<ReportReferralOutcomeInput, 'reason'>): string {
  const text = optionalText('reason', reason, 1000);
  if (text === '') throw referralErrors.REASON_MISSING().at('reason');
  return text;
}
