import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import { pageType } from '../graphql/page.js';
import { DateTime, Id } from '../graphql/scalars.js';

@ObjectType('AuditedActor', { description: 'Who did it.' })
export class AuditedActorType {
  @Field(() => String, { description: 'A role, or SYSTEM for the product itself, such as a deadline.' })
  role: string;

  @Field(() => Id, { nullable: true })
  accountId: string | null;

  @Field(() => String, { nullable: true })
  name: string | null;

  @Field(() => Id, { nullable: true })
  organisationId: string | null;

  @Field(() => String, { nullable: true })
  organisationName: string | null;

  @Field(() => Id, { nullable: true, description: 'A machine did it, with this token of the person.' })
  apiTokenId: string | null;

  @Field(() => String, { nullable: true, description: 'Network address; of the own people, for 180 days.' })
  address: string | null;
}

@ObjectType('AuditEntry', { description: 'One step: who, as which role, did or read what.' })
export class AuditEntryType {
  @Field(() => Id)
  id: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => AuditedActorType)
  actor: AuditedActorType;

  @Field(() => String)
  action: string;

  @Field(() => String)
  sentenceJa: string;

  @Field(() => String)
  sentenceEn: string;

  @Field(() => String)
  subjectType: string;

  @Field(() => Id, { nullable: true })
  subjectId: string | null;

  @Field(() => String, { description: 'The fields that became different, as they were: JSON.' })
  beforeJson: string;

  @Field(() => String, { description: 'The same fields as they became: JSON.' })
  afterJson: string;

  @Field(() => String, { description: 'Whatever else was recorded: JSON.' })
  detailsJson: string;

  @Field(() => Id, { nullable: true, description: 'Finds the request in the log.' })
  requestId: string | null;
}

@ObjectType('AuditAction')
export class AuditActionType {
  @Field(() => String)
  action: string;

  @Field(() => String)
  sentenceJa: string;

  @Field(() => String)
  sentenceEn: string;
}

@InputType({ description: 'What is omitted limits nothing.' })
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: 'Such as WorkOrder.' })
  subjectType?: string | null;

  @Field(() => Id, { nullable: true })
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: 'One of auditActions.' })
  action?: string | null;

  @Field(() => Id, { nullable: true, description: 'Who did it.' })
  accountId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'From this moment on.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' })
  until?: Date | null;
}

export const AuditEntryPageType = pageType('AuditEntryPage', AuditEntryType, 'The newest first.');
export type AuditEntryPageType = PageOf<AuditEntryType>;

@InputType()
export class MoveClockInput {
  @Field(() => Int)
  minutes: number;
}
