import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { isDesk } from '../work-orders/order.scope.js';
import { lockOrderOfBuyer, lockOrderOfDesk } from '../work-orders/work-order.access.js';
import { checkContact, type ContactContent, writeContact } from './contact-content.js';
import { OrderContact } from './order-contact.entity.js';

export interface SetOrderContactInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly contact: ContactContent;
}

/**
 * The buyer or its desk states the buyer's own number and whom to ask, at any time: a number is often given only after the
 * order. Papers say so from then on; those that were issued stay as they are.
 */
@Injectable()
export class SetOrderContact {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, PROFILE.PHONE_MALFORMED */
  async execute(actor: PersonActor, input: SetOrderContactInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('setOrderContact', actor, input, async (tx) => {
      const lock = isDesk(actor) ? lockOrderOfDesk : lockOrderOfBuyer;
      const order = await lock(tx, actor, input.workOrderId);
      const contact = checkContact(input.contact);
      const before = await tx.manager.findOneBy(OrderContact, { workOrderId: order.id });
      await writeContact(tx, order, contact);
      // Who is asked is a person's name: that it changed is worth keeping, not what it was.
      const fields = (['buyerNumber', 'person', 'phone', 'inspector'] as const).filter(
        (field) => (before?.[field] ?? '') !== contact[field],
      );
      const fact = { deskId: order.deskId, subjectType: 'WorkOrder', subjectId: order.id };
      await tx.audit('workOrder.setContact', fact, { fields });
      return { workOrderId: order.id };
    });
  }
}
