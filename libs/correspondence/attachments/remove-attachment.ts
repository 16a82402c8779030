import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { accessErrors, organisationKindOf, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { Attachment } from './attachment.entity.js';

export interface AttachmentInput {
  readonly idempotencyKey: string;
  readonly attachmentId: string;
}

/** Who added a file takes it away, or the desk does. Nobody reads it from now on; its bytes are deleted a little later. */
@Injectable()
export class RemoveAttachment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, input: AttachmentInput): Promise<{ attachmentId: string }> {
    return this.unitOfWork.command('removeAttachment', actor, input, async (tx) => {
      const attachment = await lockAttachment(tx, actor, input.attachmentId);
      const isDesk = organisationKindOf(actor.role) === 'DESK';
      if (!isDesk && attachment.uploadedFor !== actor.organisationId) throw accessErrors.NOT_FOUND();
      const { subjectId, mediaType, byteSize } = attachment;
      await tx.manager.update(Attachment, { id: attachment.id }, { removedAt: tx.now });
      await tx.audit(
        'attachment.remove',
        { deskId: attachment.deskId, subjectType: 'Attachment', subjectId: attachment.id },
        { subjectId, mediaType, byteSize },
      );
      return { attachmentId: attachment.id };
    });
  }
}

/** A file that is there, of an order of the acting desk, or added by the acting organisation. @throws ACCESS.NOT_FOUND */
export async function lockAttachment(tx: Transaction, actor: PersonActor, id: string): Promise<Attachment> {
  const own =
    organisationKindOf(actor.role) === 'DESK'
      ? { deskId: actor.organisationId }
      : { uploadedFor: actor.organisationId };
  return tx.lock(Attachment, { id, removedAt: IsNull(), ...own });
}
