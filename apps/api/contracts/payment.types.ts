import { Field, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { PaymentAction, SettlementParty } from '#yui/contracts';
import { enumType, valuesOf } from '../graphql/enums.js';
import { DateTime, LocalDate, Id, Yen } from '../graphql/scalars.js';
import { SettlementPartyEnum } from './contract.types.js';

export const PaymentActionEnum = enumType(
  'PaymentAction',
  'What can be done with a payment.',
  valuesOf<PaymentAction>({ reverse: true }),
);

@ObjectType('Payment', { description: 'Money that went from one to another, as the desk was told.' })
export class PaymentType {
  @Field(() => Id)
  id: string;

  @Field(() => SettlementPartyEnum)
  payer: SettlementParty;

  @Field(() => SettlementPartyEnum)
  payee: SettlementParty;

  @Field(() => Yen, { description: 'Negative for a reversal.' })
  amountYen: number;

  @Field(() => LocalDate)
  paidOn: BusinessDate;

  @Field(() => Id, { nullable: true })
  invoiceId: string | null;

  @Field(() => String)
  note: string;

  @Field(() => Id, { nullable: true, description: 'The payment it reverses.' })
  reversesId: string | null;

  @Field(() => DateTime)
  recordedAt: Date;
}
