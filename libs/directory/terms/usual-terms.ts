import type { EntityManager } from 'typeorm';
import { Buyer } from '../buyers/buyer.entity.js';
import { Desk } from '../desks/desk.entity.js';
import { BuyerTerms } from './buyer-terms.entity.js';
import { DeskTerms } from './desk-terms.entity.js';
import { InvoiceIssuer } from './invoice-issuer.entity.js';

/** What holds until the desk says otherwise: it lets ordinary orders pass without anybody filling in a form. */
export async function deskTermsOf(manager: EntityManager, deskId: string): Promise<DeskTerms> {
  const stated = await manager.findOneBy(DeskTerms, { deskId });
  if (stated) return stated;
  const { name } = await manager.findOneByOrFail(Desk, { id: deskId });
  return {
    deskId,
    capitalYen: null,
    employeeCount: null,
    subcontractExemption: null,
    receiptPlace: name,
    inspectionDays: 7,
    closingDay: 31,
    paymentMonths: 1,
    paymentDay: 25,
    paymentMethod: '銀行振込（振込手数料は窓口が負担）',
    nonCash: null,
    paperReturnDays: 14,
  };
}

/** A government pays order by order, others by the month. */
export async function buyerTermsOf(manager: EntityManager, deskId: string, buyerId: string): Promise<BuyerTerms> {
  const stated = await manager.findOneBy(BuyerTerms, { deskId, buyerId });
  if (stated) return stated;
  const { kind } = await manager.findOneByOrFail(Buyer, { id: buyerId });
  return {
    deskId,
    buyerId,
    billing: kind === 'GOVERNMENT' ? 'PER_ORDER' : 'MONTHLY',
    pricing: 'TAX_EXCLUSIVE',
    closingDay: 31,
    paymentMonths: 1,
    paymentDay: 31,
    acceptanceDays: 10,
    contractingParty: null,
    dueDayRule: 'AS_IS',
    needsSignedPaper: false,
  };
}

/** Somebody nobody has said anything about has no number, and leaves fractions of a yen of tax away. */
export async function invoiceIssuerOf(
  manager: EntityManager,
  deskId: string,
  issuerId: string,
): Promise<InvoiceIssuer> {
  const stated = await manager.findOneBy(InvoiceIssuer, { deskId, issuerId });
  return (
    stated ?? {
      deskId,
      issuerId,
      facilityId: issuerId === deskId ? null : issuerId,
      registrationNumber: null,
      holder: 'CORPORATION',
      taxRounding: 'DOWN',
    }
  );
}
