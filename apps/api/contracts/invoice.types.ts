import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { INVOICE_KINDS, type InvoiceAction, type InvoiceKind, type SettlementParty } from '#yui/contracts';
import type { Pricing } from '#yui/directory';
import type { Rounding } from '#yui/money';
import { pageType } from '../graphql/page.js';
import { enumType, valuesOf } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, LocalDate, Id, Yen } from '../graphql/scalars.js';
import { PricingEnum, TaxRoundingEnum } from '../terms/terms.types.js';
import { SettlementLineType, SettlementPartyEnum } from './contract.types.js';
import { PaymentType } from './payment.types.js';

const InvoiceKindEnum = enumType(
  'InvoiceKind',
  '請求書 INVOICE, 返還請求書 RETURN_INVOICE, 支払通知書 PAYMENT_NOTICE.',
  INVOICE_KINDS,
);
export const InvoiceActionEnum = enumType(
  'InvoiceAction',
  'What can be done with a paper that bills.',
  valuesOf<InvoiceAction>({ correct: true }),
);

@ObjectType('InvoiceTaxRate', { description: 'Tax of one rate, rounded once.' })
export class InvoiceTaxRateType {
  @Field(() => Int)
  percent: number;

  @Field(() => Boolean, { description: '軽減税率' })
  isReduced: boolean;

  @Field(() => Yen)
  netYen: number;

  @Field(() => Yen)
  taxYen: number;

  @Field(() => Yen)
  grossYen: number;
}

@ObjectType('Invoice', {
  description: 'A qualified invoice of the one who is paid, or the payment notice of a desk that pays.',
})
export class InvoiceType {
  @Field(() => Id)
  id: string;

  @Field(() => InvoiceKindEnum)
  kind: InvoiceKind;

  @Field(() => String)
  number: string;

  @Field(() => SettlementPartyEnum)
  payer: SettlementParty;

  @Field(() => SettlementPartyEnum)
  payee: SettlementParty;

  @Field(() => LocalDate)
  issuedOn: BusinessDate;

  @Field(() => LocalDate)
  tradedFrom: BusinessDate;

  @Field(() => LocalDate)
  tradedTo: BusinessDate;

  @Field(() => LocalDate)
  dueOn: BusinessDate;

  @Field(() => PricingEnum)
  pricing: Pricing;

  @Field(() => TaxRoundingEnum)
  taxRounding: Rounding;

  @Field(() => String, { nullable: true, description: 'Of the one who is paid; null: no qualified invoice issuer.' })
  registrationNumber: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Without a registration number: percent of the tax the payer may still deduct.',
  })
  deductionPercent: number | null;

  @Field(() => Yen)
  netYen: number;

  @Field(() => Yen)
  taxYen: number;

  @Field(() => Yen)
  grossYen: number;

  @Field(() => Id, { nullable: true, description: 'The one it takes the place of.' })
  correctsId: string | null;

  @Field(() => String)
  correctionReason: string;

  @Field(() => DateTime)
  issuedAt: Date;
}

export const InvoicePageType = pageType('InvoicePage', InvoiceType, 'By the day they were issued, the newest first.');
export type InvoicePageType = PageOf<InvoiceType>;

export const PaymentPageType = pageType('PaymentPage', PaymentType, 'By the day they were made, the newest first.');
export type PaymentPageType = PageOf<PaymentType>;

export const SettlementLinePageType = pageType(
  'SettlementLinePage',
  SettlementLineType,
  'By the day of the trade, the newest first.',
);
export type SettlementLinePageType = PageOf<SettlementLineType>;

@ObjectType('Billable', { description: 'What one owes another and is not billed yet.' })
export class BillableType {
  @Field(() => SettlementPartyEnum)
  payer: SettlementParty;

  @Field(() => SettlementPartyEnum)
  payee: SettlementParty;

  @Field(() => Id)
  payerId: string;

  @Field(() => Id)
  payeeId: string;

  @Field(() => Int)
  lineCount: number;

  @Field(() => Yen)
  grossYen: number;

  @Field(() => LocalDate)
  tradedFrom: BusinessDate;

  @Field(() => LocalDate)
  tradedTo: BusinessDate;
}

@InputType({ description: 'By date, amount (with tax) and partner; all may be combined.' })
export class MoneyFilterInput {
  @Field(() => LocalDate, { nullable: true })
  from?: BusinessDate | null;

  @Field(() => LocalDate, { nullable: true })
  to?: BusinessDate | null;

  @Field(() => Yen, { nullable: true })
  minYen?: number | null;

  @Field(() => Yen, { nullable: true })
  maxYen?: number | null;

  @Field(() => String, { nullable: true, description: 'Found anywhere in the name.' })
  partner?: string | null;

  @Field(() => Id, { nullable: true })
  workOrderId?: string | null;
}

@InputType()
export class IssueInvoiceInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => InvoiceKindEnum)
  kind: InvoiceKind;

  @Field(() => Id)
  deskId: string;

  @Field(() => Id)
  payerId: string;

  @Field(() => Id)
  payeeId: string;

  @Field(() => Id, { nullable: true, description: 'One order; omitted: all that is not billed yet.' })
  workOrderId?: string | null;

  @Field(() => Id, {
    nullable: true,
    description: 'The dates of one standing order (年間契約・単価契約): a line for each; omitted: any order.',
  })
  standingOrderId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: '締め: what was done until this day.' })
  tradedTo?: BusinessDate | null;
}

@InputType()
export class CorrectInvoiceInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  invoiceId: string;

  @Field(() => String)
  reason: string;
}
