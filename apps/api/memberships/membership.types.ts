import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { pageType } from '../graphql/page.js';
import { IdempotencyKey, LocalDate, Id } from '../graphql/scalars.js';
import { enumType, valuesOf } from '../graphql/enums.js';
import { BuyerKindEnum } from '../directory/organisation.types.js';
import type { BuyerKind, MembershipAction } from '#yui/directory';

export const MembershipActionEnum = enumType(
  'MembershipAction',
  'What can be done with a registration.',
  valuesOf<MembershipAction>({ end: true }),
);

@ObjectType('Membership', { description: "A facility's registration with a desk. Ended ones stay readable." })
export class MembershipType {
  @Field(() => Id)
  id: string;

  @Field(() => LocalDate)
  joinedOn: BusinessDate;

  @Field(() => LocalDate, { nullable: true, description: 'Null: it lasts.' })
  leftOn: BusinessDate | null;
}

export const MembershipPageType = pageType('MembershipPage', MembershipType, 'The latest first.');
export type MembershipPageType = PageOf<MembershipType>;

@InputType()
export class MembershipFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'Only those that last, or only those that ended.' })
  isLive?: boolean | null;

  @Field(() => Id, { nullable: true, description: 'Those of one facility.' })
  facilityId?: string | null;
}

@InputType()
export class RegisterFacilityInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'One of facilityTypes.' })
  typeCode: string;

  @Field(() => Int, { description: '定員' })
  capacityPersons: number;

  @Field(() => String, { nullable: true })
  municipality?: string | null;

  @Field(() => String, { nullable: true })
  servicesText?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Today when omitted.' })
  joinedOn?: BusinessDate | null;
}

@InputType({
  description: 'A former member that nobody else keeps by its id, any other facility by the code it told the desk.',
})
export class RegisterMembershipInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { nullable: true })
  facilityId?: string | null;

  @Field(() => String, { nullable: true })
  registrationCode?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Today when omitted.' })
  joinedOn?: BusinessDate | null;
}

@InputType()
export class EndMembershipInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { nullable: true, description: 'The member a desk takes leave of.' })
  facilityId?: string | null;

  @Field(() => Id, { nullable: true, description: 'The desk a facility leaves.' })
  deskId?: string | null;

  @Field(() => String, { description: 'For the record of the desk. What a desk writes is not shown to the facility.' })
  reason: string;
}

@InputType({ description: 'What is omitted stays as it is.' })
export class ChangeFacilityProfileInput {
  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => String, { nullable: true, description: 'One of facilityTypes.' })
  typeCode?: string;

  @Field(() => Int, { nullable: true, description: '定員' })
  capacityPersons?: number;

  @Field(() => String, { nullable: true })
  municipality?: string | null;

  @Field(() => String, { nullable: true })
  servicesText?: string | null;
}

@InputType()
export class RegisterBuyerInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String)
  name: string;

  @Field(() => BuyerKindEnum)
  kind: BuyerKind;

  @Field(() => [String], { nullable: true, description: '部局・課, of a government office only.' })
  departments?: string[] | null;
}

@InputType()
export class LinkBuyerInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String, { description: 'What the administrator of the buyer told the desk.' })
  registrationCode: string;
}

@InputType()
export class AddDepartmentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  buyerId: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true, description: 'To whom its invoices are addressed; empty: as other papers.' })
  invoiceAddressee?: string | null;
}

@InputType()
export class RenameDepartmentInput {
  @Field(() => Id)
  departmentId: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true, description: 'To whom its invoices are addressed; empty: as other papers.' })
  invoiceAddressee?: string | null;
}
