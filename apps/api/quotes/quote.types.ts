import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { Pricing } from '#yui/directory';
import type { TaxCategory } from '#yui/money';
import {
  CHARGE_KINDS,
  type ChargeKind,
  type ContractType,
  QUOTE_STATES,
  type QuoteState,
  quoteTransitions,
} from '#yui/orders';
import { actionsOf, ContractTypeEnum, enumType, TaxCategoryEnum } from '../graphql/enums.js';
import { PricingEnum } from '../terms/terms.types.js';
import { DateTime, IdempotencyKey, LocalDate, Id, Yen } from '../graphql/scalars.js';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';

const QuoteStateEnum = enumType(
  'QuoteState',
  'TAKEN_BACK: the desk is revising it. DROPPED: the order ended before the quote was answered.',
  QUOTE_STATES,
);
const ChargeKindEnum = enumType(
  'ChargeKind',
  'What a quote states besides work. SHIPPING 送料, PLATE 版代, MATERIAL 材料費, LUMP_SUM 一式, DISCOUNT 出精値引.',
  CHARGE_KINDS,
);
export const QuoteActionEnum = enumType('QuoteAction', 'A step in the life of a quote.', actionsOf(quoteTransitions));

@ObjectType('QuoteStep')
export class QuoteStepType {
  @Field(() => Id)
  stepId: string;

  @Field(() => Int, { description: 'What a facility gets for one unit of this step, in sen.' })
  facilityUnitPriceSen: number;
}

@ObjectType('QuoteLine')
export class QuoteLineType {
  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Int, { description: 'Price of one unit in sen (1/100 yen), without tax.' })
  unitPriceSen: number;

  @Field(() => Int, {
    nullable: true,
    description: 'What facilities get for one unit, all steps together, in sen. Null for the buyer of a 契約型 quote.',
  })
  facilityUnitPriceSen: number | null;

  @Field(() => [QuoteStepType], { description: 'Empty for the buyer of a 契約型 quote.' })
  steps: readonly QuoteStepType[];

  @Field(() => Yen)
  amountYen: number;
}

@ObjectType('QuoteCharge', {
  description: 'A line of a quote that is no work. The buyer owes it once it has accepted.',
})
export class QuoteChargeType {
  @Field(() => Id)
  id: string;

  @Field(() => ChargeKindEnum)
  kind: ChargeKind;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => String)
  unit: string;

  @Field(() => Int, { description: 'In sen (1/100 yen); below 0 for a discount.' })
  unitPriceSen: number;

  @Field(() => Yen, { description: 'Below 0 for a discount.' })
  amountYen: number;

  @Field(() => TaxCategoryEnum)
  taxCategory: TaxCategory;
}

@ObjectType('Quote', { description: 'Price and terms the desk gives the buyer.' })
export class QuoteType {
  @Field(() => Id)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => ContractTypeEnum)
  contractType: ContractType;

  @Field(() => QuoteStateEnum)
  status: QuoteState;

  @Field(() => PricingEnum, { description: 'Whether the prices of its lines include the tax.' })
  pricing: Pricing;

  @Field(() => Yen, { description: 'Without tax. 0 for 斡旋型: the price is agreed outside.' })
  amountYen: number;

  @Field(() => Yen)
  taxYen: number;

  @Field(() => String)
  terms: string;

  @Field(() => Boolean, {
    description: "みなし検収: silence until the end of the buyer's days of acceptance is a yes.",
  })
  isDeemedAccepted: boolean;

  @Field(() => DateTime)
  validUntil: Date;

  @Field(() => DateTime)
  issuedAt: Date;

  @Field(() => String, { nullable: true, description: 'Why the buyer did not want it.' })
  refusalReason: string | null;

  @Field(() => [QuoteLineType])
  lines: readonly QuoteLineType[];

  @Field(() => [QuoteChargeType], { description: 'Postage, plates, a discount and the like, in their order.' })
  charges: readonly QuoteChargeType[];
}

@InputType()
export class QuoteStepInput {
  @Field(() => Id)
  stepId: string;

  @Field(() => Int, { description: 'What a facility gets for one unit of this step, in sen.' })
  facilityUnitPriceSen: number;
}

@InputType()
export class QuoteLineInput {
  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Int, { description: 'Price of one unit in sen (1/100 yen), without tax.' })
  unitPriceSen: number;

  @Field(() => Int, {
    nullable: true,
    description: "Of a line of one step. Usually the price less the desk's fee; for 仲介型 the whole price.",
  })
  facilityUnitPriceSen?: number | null;

  @Field(() => [QuoteStepInput], { nullable: true, description: 'Every step of a line of several steps, once.' })
  steps?: QuoteStepInput[] | null;

  @Field(() => TaxCategoryEnum, { nullable: true, description: 'How the line is taxed; omitted: as it is.' })
  taxCategory?: TaxCategory | null;
}

@InputType({ description: 'A line of the quote that is no work.' })
export class QuoteChargeInput {
  @Field(() => ChargeKindEnum)
  kind: ChargeKind;

  @Field(() => String)
  name: string;

  @Field(() => Int, { nullable: true, description: 'Omitted: 1.' })
  quantity?: number | null;

  @Field(() => String, { nullable: true, description: 'Omitted: 式.' })
  unit?: string | null;

  @Field(() => Int, { description: 'In sen (1/100 yen), from 0 up. Of a discount: what it takes off.' })
  unitPriceSen: number;

  @Field(() => TaxCategoryEnum, { nullable: true, description: 'Omitted: the standard rate.' })
  taxCategory?: TaxCategory | null;
}

@InputType()
export class IssueQuoteInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => ContractTypeEnum)
  contractType: ContractType;

  @Field(() => LocalDate, { description: 'The last day it can be accepted.' })
  validUntil: BusinessDate;

  @Field(() => String, { nullable: true })
  terms?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'みなし検収. Omitted: no.' })
  isDeemedAccepted?: boolean | null;

  @Field(() => [QuoteLineInput], { description: 'Every line of the order once; empty for 斡旋型.' })
  lines: QuoteLineInput[];

  @Field(() => [QuoteChargeInput], { nullable: true, description: '契約型 only: lines that are no work.' })
  charges?: QuoteChargeInput[] | null;

  @Field(() => [Id], { nullable: true, description: '斡旋型 only: the facilities to introduce.' })
  candidateFacilityIds?: string[] | null;
}

@InputType()
export class RefuseQuoteInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  quoteId: string;

  @Field(() => String, { description: 'Why; the desk reads it.' })
  reason: string;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class PlaceOrderInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  quoteId: string;

  @Field(() => Id, { nullable: true, description: '斡旋型 only: the facility the buyer chooses.' })
  chosenFacilityId?: string | null;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}
