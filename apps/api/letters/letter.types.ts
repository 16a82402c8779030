import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { LETTER_STATES, LETTER_WAYS, type LetterState, type LetterWay } from '#yui/notifications';
import type { Party } from '#yui/orders';
import type { PageOf } from '#yui/platform';
import { enumType } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { DateTime, Id, IdempotencyKey } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';

export const LetterWayEnum = enumType('LetterWay', 'How a letter leaves: as a fax, or by post.', LETTER_WAYS);
export const LetterStateEnum = enumType(
  'LetterState',
  'TO_PRINT: also what was printed more than a day ago and not sent.',
  LETTER_STATES,
);

@ObjectType('Letter', { description: 'What a buyer or a facility without mail is told, on paper.' })
export class LetterType {
  @Field(() => Id)
  id: string;

  @Field(() => String, { description: 'By which an answer that comes back by fax is recognised.' })
  number: string;

  organisationId: string;

  organisationName: string;

  @Field(() => PartyType, { description: 'The buyer or the facility it is for.' })
  party: Party;

  @Field(() => Id, { nullable: true, description: 'Null: it is about no order.' })
  workOrderId: string | null;

  @Field(() => String, { description: 'Name of the event it tells of.' })
  kind: string;

  @Field(() => String, { description: 'What it is about.' })
  subject: string;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => LetterStateEnum, { description: 'Whether it waits to be printed, to be sent, or was sent.' })
  state: LetterState;

  @Field(() => DateTime, { nullable: true, description: 'When it was printed last; null: never.' })
  printedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who printed it last.' })
  printedByName: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Null: it was not sent yet.' })
  sentAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who of the desk said that it was sent.' })
  sentByName: string | null;

  @Field(() => LetterWayEnum, { nullable: true, description: 'How it was sent.' })
  sentWay: LetterWay | null;

  @Field(() => LetterWayEnum, { nullable: true, description: 'How the desk reaches the party; null: it has not said.' })
  way: LetterWay | null;

  @Field(() => String, { nullable: true, description: 'Of the party; null: nobody has stated one.' })
  faxNumber: string | null;
}

export const LetterPageType = pageType(
  'LetterPage',
  LetterType,
  'The oldest first; of those that were sent the newest.',
);
export type LetterPageType = PageOf<LetterType>;

@ObjectType('LetterParty', { description: 'How the desk reaches a buyer or a facility besides by mail.' })
export class LetterPartyType {
  @Field(() => LetterWayEnum, { description: 'By which way.' })
  way: LetterWay;

  @Field(() => String, { nullable: true, description: 'Null: the number the party states itself, if it does.' })
  faxNumber: string | null;
}

@InputType()
export class MarkLettersSentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => [Id], { description: 'Of letters that are printed; at most 100.' })
  letterIds: string[];

  @Field(() => LetterWayEnum, { description: 'How they were sent.' })
  way: LetterWay;
}

@InputType()
export class SetLetterPartyInput {
  @Field(() => Id, { nullable: true })
  buyerId?: string | null;

  @Field(() => Id, { nullable: true })
  facilityId?: string | null;

  @Field(() => LetterWayEnum, { nullable: true, description: 'Null or omitted: by mail, as far as it has people.' })
  way?: LetterWay | null;

  @Field(() => String, { nullable: true, description: 'Only with FAX. Omitted: the number the party states itself.' })
  faxNumber?: string | null;
}
