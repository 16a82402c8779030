import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { WorkOrder } from '#yui/orders';
import { accessErrors, difference, organisationKindOf, type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { governmentErrors } from '../governments/government.errors.js';
import { orderOfGovernment } from '../governments/order-of-government.js';
import { basisActions } from './basis.policy.js';
import { ContractBasis } from './contract-basis.entity.js';
import { type Basis, proposeBasis } from './propose-basis.js';
import { readBasisFacts } from './read-basis-facts.js';

export interface DecideContractBasisInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly basis: Basis;
  /** As it will stand in the 起案文書. */
  readonly reason: string;
}

/** A government decides by which item it orders. Only what is possible can be chosen; until the order it may change. */
@Injectable()
export class DecideContractBasis {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, GOVERNMENT.* */
  async execute(actor: PersonActor, input: DecideContractBasisInput): Promise<{ workOrderId: string }> {
    const { workOrderId, basis } = input;
    const reason = requireText('reason', input.reason, 1000);
    return this.unitOfWork.command('decideContractBasis', actor, input, async (tx) => {
      if (organisationKindOf(actor.role) !== 'BUYER') throw accessErrors.NOT_FOUND();
      // Under the lock of the order nobody places it, or quotes it again, while the basis is judged.
      await tx.lock(WorkOrder, { id: workOrderId, buyerId: actor.organisationId });
      const { order } = await orderOfGovernment(tx.manager, actor, workOrderId);
      if (!basisActions(actor, order).includes('decide')) {
        throw order.orderedAt ? governmentErrors.DECIDED_ALREADY() : governmentErrors.NO_PRICE_YET();
      }
      const proposal = proposeBasis(await readBasisFacts(tx.manager, order, todayInTokyo(tx.now)));
      const chosen = proposal.options.find((option) => option.basis === basis);
      if (!chosen?.isPossible) throw governmentErrors.BASIS_NOT_POSSIBLE({ basis }).at('basis');
      const before = await tx.manager.findOneBy(ContractBasis, { workOrderId });
      const decision = { basis, reason };
      await tx.manager.upsert(
        ContractBasis,
        {
          workOrderId,
          deskId: order.deskId,
          buyerId: order.buyerId,
          ...decision,
          proposal,
          decidedBy: actor.accountId,
          decidedAt: tx.now,
        },
        ['workOrderId'],
      );
      await tx.audit(
        'decideContractBasis',
        { deskId: order.deskId, subjectType: 'WorkOrder', subjectId: workOrderId },
        { ...difference(before && { ...before }, decision), proposed: proposal.proposed },
      );
      return { workOrderId };
    });
  }
}
