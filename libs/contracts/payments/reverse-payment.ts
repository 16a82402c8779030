import { Injectable } from '@nestjs/common';
import { type PersonActor, requireDesk, requireText, UnitOfWork } from '#yui/platform';
import { paymentErrors } from '../contract/contract.errors.js';
import { paymentActions } from './payment.policy.js';
import { PaymentPart } from './payment-part.entity.js';
import { Payment } from './payment.entity.js';
import { lockContracts } from './lock-contracts.js';
import { followAll, writeParts } from './write-payment.js';

export interface ReversePaymentInput {
  readonly idempotencyKey: string;
  readonly paymentId: string;
  readonly reason: string;
}

/** A payment was recorded by mistake, or the money went back. The record stays; its opposite is added. */
@Injectable()
export class ReversePayment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, PAYMENT.REVERSED_BEFORE, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: ReversePaymentInput): Promise<{ paymentId: string }> {
    requireDesk(actor);
    return this.unitOfWork.command('reversePayment', actor, input, async (tx) => {
      const payment = await tx.get(Payment, { id: input.paymentId, deskId: actor.organisationId });
      const parts = await tx.manager.find(PaymentPart, {
        where: { paymentId: payment.id },
        order: { contractId: 'ASC', isFee: 'ASC' },
      });
      const contracts = await lockContracts(
        tx,
        parts.map(({ contractId }) => contractId),
      );
      const isReversed = await tx.manager.existsBy(Payment, { reversesId: payment.id });
      if (!paymentActions(actor, payment, isReversed).includes('reverse')) throw paymentErrors.REVERSED_BEFORE();
      const note = requireText('reason', input.reason, 500);
      const id = tx.newId();
      await tx.manager.insert(Payment, {
        ...payment,
        id,
        amountYen: -payment.amountYen,
        note,
        reversesId: payment.id,
        recordedAt: tx.now,
      });
      // The deposit it was recorded from is open again by as much.
      await tx.manager.query(
        `UPDATE statement_line SET settled_yen = settled_yen - $2
         FROM statement_match WHERE statement_match.line_id = statement_line.id AND payment_id = $1`,
        [payment.id, payment.amountYen],
      );
      await writeParts(
        tx,
        id,
        contracts,
        parts.map(({ contractId, isFee, amountYen }) => ({ contractId, isFee, yen: -amountYen })),
        { kind: 'PAYMENT_REVERSED', paidOn: payment.paidOn },
      );
      await tx.audit(
        'payment.reverse',
        { deskId: payment.deskId, subjectType: 'Payment', subjectId: payment.id },
        { amountYen: payment.amountYen, reason: note },
      );
      await followAll(tx, contracts);
      return { paymentId: id };
    });
  }
}
