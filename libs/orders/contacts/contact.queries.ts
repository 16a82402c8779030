import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { OrderContact } from './order-contact.entity.js';
import { isDesk } from '../work-orders/order.scope.js';

/** Read by the desk and by the buyer. */
@Injectable()
export class ContactQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async ofWorkOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<OrderContact[]> {
    const own = isDesk(actor) ? { deskId: actor.organisationId } : { buyerId: actor.organisationId };
    return this.unitOfWork.read(actor, async (db) =>
      db.findBy(OrderContact, { workOrderId: In([...workOrderIds]), ...own }),
    );
  }
}
