import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { accessErrors, organisationKindOf, type PersonActor, Storage, UnitOfWork } from '#yui/platform';
import { Attachment, type AttachmentSubject } from './attachment.entity.js';
import { attachmentErrors } from './attachment.errors.js';
import { imagePreviewer } from './rewrite-image.js';

/** A file as its readers see it; who added it they see as the kind of organisation only. */
export interface AttachmentView extends Pick<
  Attachment,
  'id' | 'subjectType' | 'subjectId' | 'fileName' | 'mediaType' | 'byteSize' | 'isForFacilities' | 'uploadedAt'
> {
  /** The acting organisation added it. */
  readonly isOwn: boolean;
}

/** In pixels: a thumbnail, and what fills the screen of a telephone. */
export const PREVIEW_SIDES = [320, 960] as const;
export type PreviewSide = (typeof PREVIEW_SIDES)[number];

export type AttachmentAction = 'remove' | 'share';

@Injectable()
export class AttachmentQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly storage: Storage,
  ) {}

  /** The files of these things that the actor may read, in the order they were added, by the id of the thing. */
  async ofSubjects(
    actor: PersonActor,
    subjectType: AttachmentSubject,
    subjectIds: readonly string[],
  ): Promise<AttachmentView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(Attachment, 'attachment')
        .where('attachment.subjectType = :subjectType', { subjectType })
        .andWhere('attachment.subjectId = ANY(:subjectIds)', { subjectIds })
        .orderBy('attachment.uploadedAt')
        .addOrderBy('attachment.id');
      return (await readable(query, actor).getMany()).map((row) => viewOf(actor, row));
    });
  }

  /** By assignment: the files of its order that are for every facility. */
  async forAssignments(actor: PersonActor, assignmentIds: readonly string[]): Promise<Map<string, AttachmentView[]>> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(Attachment, 'attachment')
        .innerJoin('assignment', 'share', 'share.work_order_id = attachment.work_order_id')
        .where('share.id = ANY(:assignmentIds)', { assignmentIds })
        .andWhere(`attachment.subjectType = 'WORK_ORDER' AND attachment.isForFacilities`)
        .addSelect('share.id', 'share_id')
        .orderBy('attachment.uploadedAt')
        .addOrderBy('attachment.id');
      const { entities, raw } = await readable(query, actor).getRawAndEntities<{
        attachment_id: string;
        share_id: string;
      }>();
      const fileOf = new Map(entities.map((row) => [row.id, viewOf(actor, row)]));
      const files = new Map<string, AttachmentView[]>();
      for (const row of raw) {
        const file = fileOf.get(row.attachment_id);
        if (file) files.set(row.share_id, [...(files.get(row.share_id) ?? []), file]);
      }
      return files;
    });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<AttachmentView> {
    return viewOf(actor, await this.find(actor, id));
  }

  /** A file with its bytes. @throws ACCESS.NOT_FOUND */
  async download(actor: PersonActor, id: string): Promise<AttachmentView & { readonly bytes: Uint8Array }> {
    const attachment = await this.find(actor, id);
    return { ...viewOf(actor, attachment), bytes: await this.bytesOf(attachment) };
  }

  /**
   * A picture made small, as WebP. Made when it is asked for and kept by browsers alone, so that nothing of a file that is
   * removed remains. Its bytes are read when it is its turn: a page full of photos that wait takes no memory.
   * @throws ACCESS.NOT_FOUND, ATTACHMENT.NO_PREVIEW, .BUSY
   */
  async preview(actor: PersonActor, id: string, maxSide: PreviewSide): Promise<Uint8Array> {
    const attachment = await this.find(actor, id);
    const { mediaType } = attachment;
    if (!mediaType.startsWith('image/')) throw attachmentErrors.NO_PREVIEW();
    const load = async () => this.bytesOf(attachment);
    return imagePreviewer.preview({ load, mediaType, asker: actor.accountId }, maxSide);
  }

  /** What the actor may do with it now. */
  availableActions(actor: PersonActor, attachment: AttachmentView): AttachmentAction[] {
    const isDesk = organisationKindOf(actor.role) === 'DESK';
    return [
      ...(attachment.isOwn || isDesk ? (['remove'] as const) : []),
      ...(isDesk && attachment.subjectType === 'WORK_ORDER' ? (['share'] as const) : []),
    ];
  }

  private async bytesOf({ id, storageKey }: Attachment): Promise<Uint8Array> {
    const bytes = await this.storage.get(storageKey);
    if (!bytes) throw new Error(`The bytes of attachment ${id} are gone`);
    return bytes;
  }

  private async find(actor: PersonActor, id: string): Promise<Attachment> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db.createQueryBuilder(Attachment, 'attachment').where('attachment.id = :id', { id });
      const attachment = await readable(query, actor).getOne();
      if (!attachment) throw accessErrors.NOT_FOUND();
      return attachment;
    });
  }
}

/**
 * Leaves the files the actor may read: a desk all of its own; a buyer those of its orders that are for it; a facility its
 * own and, once it was offered a share, those of the order that are for every facility.
 */
function readable(query: SelectQueryBuilder<Attachment>, actor: PersonActor): SelectQueryBuilder<Attachment> {
  const own = { organisationId: actor.organisationId };
  query.andWhere('attachment.storedAt IS NOT NULL AND attachment.removedAt IS NULL');
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      // What a buyer adds to a draft is the buyer's alone until it sends the order.
      return query.andWhere(
        `attachment.deskId = :organisationId AND EXISTS (SELECT 1 FROM work_order
           WHERE work_order.id = attachment.work_order_id AND (work_order.submitted_at IS NOT NULL OR work_order.is_drafted_by_desk))`,
        own,
      );
    case 'BUYER':
      return query.andWhere('attachment.buyerId = :organisationId AND attachment.isForBuyer', own);
    case 'FACILITY':
      return query.andWhere(
        `(attachment.facilityId = :organisationId OR (attachment.isForFacilities AND EXISTS (SELECT 1 FROM assignment
           WHERE assignment.work_order_id = attachment.work_order_id AND assignment.facility_id = :organisationId
             AND assignment.answer_by IS NOT NULL)))`,
        own,
      );
    default:
      return query.andWhere('FALSE');
  }
}

function viewOf(actor: PersonActor, row: Attachment): AttachmentView {
  const { id, subjectType, subjectId, fileName, mediaType, byteSize, isForFacilities, uploadedAt } = row;
  const isOwn = row.uploadedFor === actor.organisationId;
  return { id, subjectType, subjectId, fileName, mediaType, byteSize, isForFacilities, uploadedAt, isOwn };
}
