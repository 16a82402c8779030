import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { Attachment } from './attachment.entity.js';
import { type AttachmentInput, lockAttachment } from './remove-attachment.js';

/** The desk decides whether facilities that are offered a share of the order read a file of it. */
@Injectable()
export class ShareAttachment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND (also for a file that is not about the order as a whole) */
  async execute(
    actor: PersonActor,
    input: AttachmentInput & { readonly isForFacilities: boolean },
  ): Promise<{ attachmentId: string }> {
    return this.unitOfWork.command('shareAttachment', actor, input, async (tx) => {
      const attachment = await lockAttachment(tx, actor, input.attachmentId);
      if (attachment.subjectType !== 'WORK_ORDER') throw accessErrors.NOT_FOUND();
      const { isForFacilities } = input;
      await tx.manager.update(Attachment, { id: attachment.id }, { isForFacilities });
      await tx.audit(
        'attachment.share',
        { deskId: attachment.deskId, subjectType: 'Attachment', subjectId: attachment.id },
        { isForFacilities },
      );
      return { attachmentId: attachment.id };
    });
  }
}
