import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ATTACHMENT_SUBJECTS, type AttachmentAction, type AttachmentSubject } from '#yui/correspondence';
import { enumType, valuesOf } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, Id } from '../graphql/scalars.js';

const AttachmentSubjectEnum = enumType('AttachmentSubject', 'What a file is about.', ATTACHMENT_SUBJECTS);
export const AttachmentActionEnum = enumType(
  'AttachmentAction',
  'What can be done with a file.',
  valuesOf<AttachmentAction>({ remove: true, share: true }),
);

@ObjectType('Attachment', {
  description:
    'A file somebody added: POST /attachments adds one, GET /attachments/{id} reads it, /preview?size=320 shows a picture small.',
})
export class AttachmentType {
  @Field(() => Id)
  id: string;

  @Field(() => AttachmentSubjectEnum)
  subjectType: AttachmentSubject;

  @Field(() => Id)
  subjectId: string;

  @Field(() => String)
  fileName: string;

  @Field(() => String, { description: 'By its content: application/pdf, image/jpeg, image/png or image/webp.' })
  mediaType: string;

  @Field(() => Int)
  byteSize: number;

  @Field(() => Boolean, { description: 'Every facility that is offered a share of the order reads it.' })
  isForFacilities: boolean;

  @Field(() => Boolean, { description: 'The acting organisation added it.' })
  isOwn: boolean;

  @Field(() => DateTime)
  uploadedAt: Date;
}

@InputType()
export class RemoveAttachmentInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  attachmentId: string;
}

@InputType()
export class ShareAttachmentInput extends RemoveAttachmentInput {
  @Field(() => Boolean)
  isForFacilities: boolean;
}
