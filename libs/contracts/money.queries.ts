import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { scopeToMoney } from './contract.access.js';
import { Payment } from './payments/payment.entity.js';

/** Payments and invoices an organisation may see: a desk those of its orders, others those they pay or are paid by. */
@Injectable()
export class MoneyQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async payment(actor: PersonActor, id: string): Promise<Payment> {
    const payment = await this.unitOfWork.read(actor, async (db) =>
      scopeToMoney(
        db.createQueryBuilder(Payment, 'payment').where('payment.id = :id', { id }),
        'payment',
        actor,
      ).getOne(),
    );
    if (!payment) throw accessErrors.NOT_FOUND();
    return payment;
  }
}
