import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { redeemRegistrationCode } from '../registration/registration-code.js';
import { buyerErrors } from './buyer.errors.js';
import { DeskBuyer } from './desk-buyer.entity.js';

export interface LinkBuyerInput {
  readonly idempotencyKey: string;
  /** What the administrator of the buyer told the desk. */
  readonly registrationCode: string;
}

/** Lets a buyer the product knows order from the acting desk as well; it agreed by telling its code. */
@Injectable()
export class LinkBuyer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, REGISTRATION.CODE_INVALID, BUYER.ALREADY_REGISTERED */
  async execute(actor: PersonActor, input: LinkBuyerInput): Promise<{ buyerId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    const deskId = actor.organisationId;
    return this.unitOfWork.command('linkBuyer', actor, input, async (tx) => {
      const buyerId = await redeemRegistrationCode(tx, 'BUYER', input.registrationCode);
      if (await tx.manager.existsBy(DeskBuyer, { deskId, buyerId })) throw buyerErrors.ALREADY_REGISTERED();
      await tx.manager.insert(DeskBuyer, { deskId, buyerId });
      await tx.audit('linkBuyer', { deskId, subjectType: 'Buyer', subjectId: buyerId });
      return { buyerId };
    });
  }
}
