import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  type Billing,
  BILLINGS,
  DUE_DAY_RULES,
  type DueDayRule,
  type Buyer,
  FEE_BASES,
  FEE_PAYERS,
  type FeeBasis,
  type FeePayer,
  NUMBER_HOLDERS,
  type NumberHolder,
  type Pricing,
  PRICINGS,
} from '#yui/directory';
import type { Rounding } from '#yui/money';
import type { ContractType } from '#yui/orders';
import { BuyerKindEnum } from '../directory/organisation.types.js';
import { ContractTypeEnum, enumType, valuesOf } from '../graphql/enums.js';
import { IdempotencyKey, LocalDate, Id, Yen } from '../graphql/scalars.js';

const FeeBasisEnum = enumType('FeeBasis', 'A share of the price, so much per piece, or a sum per order.', FEE_BASES);
const FeePayerEnum = enumType('FeePayer', 'Who pays the fee where the desk is no party (仲介型, 斡旋型).', FEE_PAYERS);
const BillingEnum = enumType('Billing', 'One invoice for each order, or one for a month.', BILLINGS);
export const PricingEnum = enumType('Pricing', 'Whether prices include the consumption tax.', PRICINGS);
const NumberHolderEnum = enumType(
  'NumberHolder',
  'Whose registration number it is: of a corporation its digits check each other.',
  NUMBER_HOLDERS,
);
export const TaxRoundingEnum = enumType(
  'TaxRounding',
  '切り捨て DOWN, 四捨五入 NEAREST, 切り上げ UP.',
  valuesOf<Rounding>({ DOWN: true, NEAREST: true, UP: true }),
);

@ObjectType('FeeRule', { description: 'What a desk charges, from one day to another.' })
export class FeeRuleType {
  @Field(() => Id)
  id: string;

  @Field(() => ContractTypeEnum)
  contractType: ContractType;

  @Field(() => BuyerKindEnum, { nullable: true, description: 'Null: buyers of kinds without a rule of their own.' })
  buyerKind: Buyer['kind'] | null;

  @Field(() => FeeBasisEnum)
  basis: FeeBasis;

  @Field(() => Int, { nullable: true, description: 'PERCENT: in thousandths of the price.' })
  ratePermille: number | null;

  @Field(() => Int, { nullable: true, description: 'PER_PIECE: in sen, 1/100 yen.' })
  perPieceSen: number | null;

  @Field(() => Yen, { nullable: true, description: 'FIXED: for each order, without tax.' })
  fixedYen: number | null;

  @Field(() => FeePayerEnum)
  payer: FeePayer;

  @Field(() => LocalDate)
  validFrom: BusinessDate;

  @Field(() => LocalDate, { nullable: true, description: 'The last day; null: no end is set.' })
  validTo: BusinessDate | null;
}

@InputType()
export class AddFeeRuleInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => ContractTypeEnum)
  contractType: ContractType;

  @Field(() => BuyerKindEnum, { nullable: true })
  buyerKind?: Buyer['kind'] | null;

  @Field(() => FeeBasisEnum)
  basis: FeeBasis;

  @Field(() => Int, { nullable: true })
  ratePermille?: number | null;

  @Field(() => Int, { nullable: true })
  perPieceSen?: number | null;

  @Field(() => Yen, { nullable: true })
  fixedYen?: number | null;

  @Field(() => FeePayerEnum)
  payer: FeePayer;

  @Field(() => LocalDate, { description: 'Tomorrow at the earliest.' })
  validFrom: BusinessDate;

  @Field(() => LocalDate, { nullable: true })
  validTo?: BusinessDate | null;
}

@InputType()
export class EndFeeRuleInput {
  @Field(() => Id)
  feeRuleId: string;

  @Field(() => LocalDate, { description: 'The last day on which it holds.' })
  validTo: BusinessDate;
}

@ObjectType('DeskTerms', { description: 'What a desk agrees on with the facilities it passes work to.' })
export class DeskTermsType {
  @Field(() => Yen, { nullable: true })
  capitalYen: number | null;

  @Field(() => Int, { nullable: true })
  employeeCount: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the subcontract law (取適法) does not apply; null: it does.',
  })
  subcontractExemption: string | null;

  @Field(() => String)
  receiptPlace: string;

  @Field(() => Int, { description: 'Days after receipt within which the desk inspects.' })
  inspectionDays: number;

  @Field(() => Int, { description: '締め日; 31: the end of the month.' })
  closingDay: number;

  @Field(() => Int)
  paymentMonths: number;

  @Field(() => Int, { description: '31: the last day of the month.' })
  paymentDay: number;

  @Field(() => String)
  paymentMethod: string;

  @Field(() => String, { nullable: true })
  nonCash: string | null;

  @Field(() => Int, { description: 'Days a signed paper may take to come back.' })
  paperReturnDays: number;
}

@InputType({ description: 'What is omitted stays as it is; null takes a statement away.' })
export class SetDeskTermsInput {
  @Field(() => Yen, { nullable: true })
  capitalYen?: number | null;

  @Field(() => Int, { nullable: true })
  employeeCount?: number | null;

  @Field(() => String, { nullable: true })
  subcontractExemption?: string | null;

  @Field(() => String, { nullable: true })
  receiptPlace?: string;

  @Field(() => Int, { nullable: true })
  inspectionDays?: number;

  @Field(() => Int, { nullable: true })
  closingDay?: number;

  @Field(() => Int, { nullable: true })
  paymentMonths?: number;

  @Field(() => Int, { nullable: true })
  paymentDay?: number;

  @Field(() => String, { nullable: true })
  paymentMethod?: string;

  @Field(() => String, { nullable: true })
  nonCash?: string | null;

  @Field(() => Int, { nullable: true })
  paperReturnDays?: number;
}

export const DueDayRuleEnum = enumType(
  'DueDayRule',
  'A due day on which banks are closed: it stays (AS_IS), or is the working day before or after it.',
  DUE_DAY_RULES,
);

@ObjectType('BuyerTerms', { description: 'How a buyer is billed by a desk and pays.' })
export class BuyerTermsType {
  @Field(() => Id)
  buyerId: string;

  @Field(() => BillingEnum)
  billing: Billing;

  @Field(() => PricingEnum)
  pricing: Pricing;

  @Field(() => Int)
  closingDay: number;

  @Field(() => Int)
  paymentMonths: number;

  @Field(() => Int)
  paymentDay: number;

  @Field(() => Int, { description: 'Days the buyer has to accept or reject a delivery.' })
  acceptanceDays: number;

  @Field(() => Boolean, { description: 'Contracts bind only when the signed paper is back.' })
  needsSignedPaper: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Who contracts for it, as papers name it: 見本市長 見本 次郎. Null: it goes by its name.',
  })
  contractingParty: string | null;

  @Field(() => DueDayRuleEnum)
  dueDayRule: DueDayRule;
}

@InputType({ description: 'What is omitted stays as it is.' })
export class SetBuyerTermsInput {
  @Field(() => Id)
  buyerId: string;

  @Field(() => BillingEnum, { nullable: true })
  billing?: Billing;

  @Field(() => PricingEnum, { nullable: true })
  pricing?: Pricing;

  @Field(() => Int, { nullable: true })
  closingDay?: number;

  @Field(() => Int, { nullable: true })
  paymentMonths?: number;

  @Field(() => Int, { nullable: true })
  paymentDay?: number;

  @Field(() => Int, { nullable: true })
  acceptanceDays?: number;

  @Field(() => Boolean, { nullable: true })
  needsSignedPaper?: boolean;

  @Field(() => String, { nullable: true, description: 'Null or empty: it goes by its name.' })
  contractingParty?: string | null;

  @Field(() => DueDayRuleEnum, { nullable: true })
  dueDayRule?: DueDayRule;
}

@InputType()
export class BuyerTermsInput {
  @Field(() => Id)
  deskId: string;

  @Field(() => Id)
  buyerId: string;
}

@ObjectType('InvoiceIssuer', { description: 'How the desk or a facility writes invoices.' })
export class InvoiceIssuerType {
  @Field(() => Id)
  deskId: string;

  @Field(() => Id, { nullable: true, description: 'Null: the desk itself.' })
  facilityId: string | null;

  @Field(() => String, { nullable: true, description: 'T and 13 digits; null: no qualified invoice issuer.' })
  registrationNumber: string | null;

  @Field(() => NumberHolderEnum)
  holder: NumberHolder;

  @Field(() => TaxRoundingEnum)
  taxRounding: Rounding;
}

@InputType()
export class InvoiceIssuerInput {
  @Field(() => Id)
  deskId: string;

  @Field(() => Id, { nullable: true, description: 'Null: the desk itself.' })
  facilityId?: string | null;
}

@InputType({ description: 'What is omitted stays as it is.' })
export class SetInvoiceIssuerInput extends InvoiceIssuerInput {
  @Field(() => String, { nullable: true, description: 'As people write it; empty: no number.' })
  registrationNumber?: string | null;

  @Field(() => NumberHolderEnum, { nullable: true })
  holder?: NumberHolder;

  @Field(() => TaxRoundingEnum, { nullable: true })
  taxRounding?: Rounding;
}
