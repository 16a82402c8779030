import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Uuid } from '../graphql/scalars.js';

@ObjectType('AuditEntry', { description: 'One change of state: who, as which role, did what.' })
export class AuditEntryType {
  @Field(() => Uuid)
  id: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => Uuid, { nullable: true, description: 'Null: the product itself, such as a deadline.' })
  accountId: string | null;

  @Field(() => String, { description: 'A role, or SYSTEM.' })
  role: string;

  @Field(() => String)
  action: string;

  @Field(() => String)
  subjectType: string;

  @Field(() => Uuid, { nullable: true })
  subjectId: string | null;

  @Field(() => String, { description: 'What became different, as JSON.' })
  changeJson: string;

  @Field(() => String, { nullable: true, description: 'Finds the request in the log.' })
  requestId: string | null;
}

@ObjectType('AuditEntryPage')
export class AuditEntryPageType {
  @Field(() => [AuditEntryType], { description: 'The newest first.' })
  items: AuditEntryType[];

  @Field(() => Int)
  totalItems: number;
}

@ObjectType('Clock')
export class ClockType {
  @Field(() => DateTime, { description: 'The time of the product.' })
  now: Date;
}

@InputType()
export class MoveClockInput {
  @Field(() => Int)
  minutes: number;
}
