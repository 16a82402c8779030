import { Injectable } from '@nestjs/common';
import { accessErrors, organisationKindOf, type PersonActor, requireDesk, UnitOfWork } from '#yui/platform';
import { DeskBuyer } from '../buyers/desk-buyer.entity.js';
import { Membership } from '../facilities/membership.entity.js';
import type { BuyerTerms } from './buyer-terms.entity.js';
import type { DeskTerms } from './desk-terms.entity.js';
import { FeeRule } from './fee-rule.entity.js';
import type { InvoiceIssuer } from './invoice-issuer.entity.js';
import { buyerTermsOf, deskTermsOf, invoiceIssuerOf } from './usual-terms.js';

/** What a desk has agreed on: with its buyers, with its facilities, and what it charges. */
@Injectable()
export class TermsQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All fees the desk ever set, the newest first. @throws ACCESS.NOT_FOUND for everybody but the desk */
  async feeRules(actor: PersonActor): Promise<FeeRule[]> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) =>
      db.find(FeeRule, { where: { deskId }, order: { validFrom: 'DESC', id: 'DESC' } }),
    );
  }

  /** @throws ACCESS.NOT_FOUND for everybody but the desk */
  async deskTerms(actor: PersonActor): Promise<DeskTerms> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => deskTermsOf(db, deskId));
  }

  /** @throws ACCESS.NOT_FOUND unless the buyer orders from the acting desk, or acts itself */
  async buyerTerms(actor: PersonActor, deskId: string, buyerId: string): Promise<BuyerTerms> {
    const own = { DESK: deskId, BUYER: buyerId } as Partial<Record<string, string>>;
    if (own[organisationKindOf(actor.role)] !== actor.organisationId) throw accessErrors.NOT_FOUND();
    return this.unitOfWork.read(actor, async (db) => {
      if (!(await db.existsBy(DeskBuyer, { deskId, buyerId }))) throw accessErrors.NOT_FOUND();
      return buyerTermsOf(db, deskId, buyerId);
    });
  }

  /** @param facilityId null: the desk itself. @throws ACCESS.NOT_FOUND */
  async invoiceIssuer(actor: PersonActor, deskId: string, facilityId: string | null): Promise<InvoiceIssuer> {
    const own = { DESK: deskId, FACILITY: facilityId } as Partial<Record<string, string | null>>;
    if (own[organisationKindOf(actor.role)] !== actor.organisationId) throw accessErrors.NOT_FOUND();
    return this.unitOfWork.read(actor, async (db) => {
      if (facilityId !== null && !(await db.existsBy(Membership, { deskId, facilityId }))) {
        throw accessErrors.NOT_FOUND();
      }
      return invoiceIssuerOf(db, deskId, facilityId ?? deskId);
    });
  }
}
