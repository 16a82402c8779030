import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { accessErrors, organisationKindOf, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { Attachment } from './attachment.entity.js';
import { attachmentErrors } from './attachment.errors.js';

export interface AttachmentInput {
  readonly idempotencyKey: string;
  readonly attachmentId: string;
}

/** Who added a file takes it away, or the desk does. Nobody reads it from now on; its bytes are deleted a little later. */
@Injectable()
export class RemoveAttachment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ATTACHMENT.IS_EVIDENCE */
  async execute(actor: PersonActor, input: AttachmentInput): Promise<{ attachmentId: string }> {
    return this.unitOfWork.command('removeAttachment', actor, input, async (tx) => {
      const attachment = await lockAttachment(tx, actor, input.attachmentId);
      const isDesk = organisationKindOf(actor.role) === 'DESK';
      if (!isDesk && attachment.uploadedFor !== actor.organisationId) throw accessErrors.NOT_FOUND();
      if (await isEvidence(tx, attachment)) throw attachmentErrors.IS_EVIDENCE();
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

/** Under the lock of the file, which is also taken to enter something on its word. */
async function isEvidence(tx: Transaction, { id }: Attachment): Promise<boolean> {
  const rows = await tx.manager.query<object[]>('SELECT FROM entered_for WHERE attachment_id = $1 LIMIT 1', [id]);
  return rows.length > 0;
}

/** A file that is there, of an order of the acting desk, or added by the acting organisation. @throws ACCESS.NOT_FOUND */
export async function lockAttachment(tx: Transaction, actor: PersonActor, id: string): Promise<Attachment> {
  const own =
    organisationKindOf(actor.role) === 'DESK'
      ? { deskId: actor.organisationId }
      : { uploadedFor: actor.organisationId };
  return tx.lock(Attachment, { id, removedAt: IsNull(), ...own });
}
