import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Storage, SYSTEM, UnitOfWork } from '#yui/platform';
import { Attachment } from './attachment.entity.js';

const BATCH = 50;
const HOUR_MS = 3_600_000;
/** No upload takes so long: what has not come by then never will. */
const ON_THE_WAY_MS = HOUR_MS;

/** Deletes the bytes of files that were removed, or whose upload broke off. Called by the worker again and again. */
@Injectable()
export class CleanUpAttachments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly storage: Storage,
  ) {}

  /** @returns how many were deleted; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    const due = await this.unitOfWork.run(SYSTEM, async (tx) => {
      const longAgo = new Date(tx.now.getTime() - ON_THE_WAY_MS);
      return tx.manager.find(Attachment, {
        where: [
          { removedAt: LessThan(tx.now), erasedAt: IsNull() },
          { storedAt: IsNull(), removedAt: IsNull(), uploadedAt: LessThan(longAgo), erasedAt: IsNull() },
        ],
        order: { id: 'ASC' },
        take: BATCH,
      });
    });
    for (const attachment of due) {
      // Deleting twice is no error: two workers may meet here.
      await this.storage.delete(attachment.storageKey);
      await this.unitOfWork.run(SYSTEM, async (tx) => {
        const removedAt = attachment.removedAt ?? tx.now;
        await tx.manager.update(Attachment, { id: attachment.id }, { erasedAt: tx.now, removedAt });
      });
    }
    return due.length;
  }
}
