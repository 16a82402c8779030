import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { PUBLICATION_KINDS, type PublicationKind, publicationTransitions } from '#yui/procurement';
import { actionsOf, enumType } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, LocalDate, Id } from '../graphql/scalars.js';

const PublicationKindEnum = enumType(
  'PublicationKind',
  'What item 3 has a government publish: 発注見通し, 契約締結前, 契約締結後.',
  PUBLICATION_KINDS,
);
export const PublicationActionEnum = enumType(
  'PublicationAction',
  'redraft: over the words there are, from what is known now.',
  actionsOf(publicationTransitions),
);

@ObjectType('Publication', { description: 'One of the three texts item 3 has a government publish.' })
export class PublicationType {
  @Field(() => Id)
  id: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => PublicationKindEnum)
  kind: PublicationKind;

  @Field(() => String)
  body: string;

  @Field(() => DateTime)
  draftedAt: Date;

  @Field(() => LocalDate, { nullable: true, description: 'Null: a draft.' })
  publishedOn: BusinessDate | null;

  @Field(() => String, { nullable: true })
  place: string | null;

  @Field(() => String, { description: 'Where its PDF is.' })
  pdfPath: string;
}

@InputType()
export class DraftPublicationInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => PublicationKindEnum)
  kind: PublicationKind;
}

@InputType({ description: 'With `publishedOn` and `place` it is published, and final.' })
export class EditPublicationInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  publicationId: string;

  @Field(() => String)
  body: string;

  @Field(() => LocalDate, { nullable: true })
  publishedOn?: BusinessDate | null;

  @Field(() => String, { nullable: true })
  place?: string | null;
}
