import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import {
  type Config,
  CONFIG,
  optionalLine,
  type PersonActor,
  Storage,
  type Transaction,
  UnitOfWork,
  unreadableIn,
} from '#yui/platform';
import { Attachment, type AttachmentSubject } from './attachment.entity.js';
import { attachmentErrors } from './attachment.errors.js';
import { lockSubject } from './attachment.subject.js';
import { type CheckedFile, checkFile } from './check-file.js';
import { VirusScanner } from './virus-scanner.js';

const MAX_FILES = 20;
const MAX_NAME_CHARACTERS = 200;
const BYTES_PER_MB = 1024 * 1024;

export interface AddAttachmentInput {
  readonly subjectType: AttachmentSubject;
  readonly subjectId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** For the order as a whole: also for every facility that is offered a share of it. Omitted: no. */
  readonly isForFacilities?: boolean | null;
}

/**
 * Adds a file. Its row is there before its bytes are and says so, so that bytes nobody knows of are found and deleted
 * when this process dies in between. The same file added twice is there once.
 */
@Injectable()
export class AddAttachment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly storage: Storage,
    private readonly scanner: VirusScanner,
    @Inject(CONFIG) private readonly config: Pick<Config, 'ATTACHMENT_MAX_MB'>,
  ) {}

  /** @throws ACCESS.NOT_FOUND, ATTACHMENT.* */
  async execute(actor: PersonActor, input: AddAttachmentInput): Promise<{ attachmentId: string }> {
    const maxMb = this.config.ATTACHMENT_MAX_MB;
    if (input.bytes.length > maxMb * BYTES_PER_MB) throw attachmentErrors.TOO_LARGE({ maxMb });
    const file = await checkFile(input.bytes);
    await this.scanner.check(file.bytes);
    const attachment = await this.unitOfWork.run(actor, async (tx) => announce(tx, actor, input, file));
    if (attachment.storedAt !== null) return { attachmentId: attachment.id };
    await this.storage.put(attachment.storageKey, file.bytes, file.mediaType);
    await this.unitOfWork.run(actor, async (tx) => {
      await tx.manager.update(Attachment, { id: attachment.id }, { storedAt: tx.now });
      await tx.audit(
        'attachment.add',
        { deskId: attachment.deskId, subjectType: 'Attachment', subjectId: attachment.id },
        { subjectType: attachment.subjectType, subjectId: attachment.subjectId, contentHash: attachment.contentHash },
      );
    });
    return { attachmentId: attachment.id };
  }
}

/** Records that a file is on its way, or finds the same one. */
async function announce(
  tx: Transaction,
  actor: PersonActor,
  input: AddAttachmentInput,
  file: CheckedFile,
): Promise<Attachment> {
  const { subjectType, subjectId } = input;
  const { order, facilityId, isForBuyer, isOpen } = await lockSubject(tx, actor, subjectType, subjectId);
  const contentHash = createHash('sha256').update(file.bytes).digest('hex');
  const there = { subjectType, subjectId, removedAt: IsNull() };
  const same = await tx.manager.findOneBy(Attachment, {
    ...there,
    contentHash,
    uploadedFor: actor.organisationId,
    storedAt: Not(IsNull()),
  });
  if (same) return same;
  if ((await tx.manager.countBy(Attachment, there)) >= MAX_FILES) {
    throw attachmentErrors.TOO_MANY({ most: MAX_FILES });
  }
  const id = tx.newId();
  const attachment: Attachment = {
    id,
    deskId: order.deskId,
    workOrderId: order.id,
    buyerId: order.buyerId,
    facilityId,
    subjectType,
    subjectId,
    fileName: fileNameOf(input.fileName, file.extension),
    mediaType: file.mediaType,
    byteSize: file.bytes.length,
    contentHash,
    storageKey: `attachments/${order.deskId}/${id}.${file.extension}`,
    isForBuyer,
    isForFacilities: isOpen && (input.isForFacilities ?? false),
    uploadedBy: actor.accountId,
    uploadedFor: actor.organisationId,
    uploadedAt: tx.now,
    storedAt: null,
    removedAt: null,
    erasedAt: null,
  };
  await tx.manager.insert(Attachment, attachment);
  return attachment;
}

/**
 * The name people gave, without folders, with the ending of what the file really is. People do not choose the names that
 * cameras and office programs give: what cannot be shown becomes `_`, and what is too long is cut, not refused.
 */
function fileNameOf(given: string, extension: string): string {
  const shown = [...given].map((character) => (unreadableIn(character) === null ? character : '_')).join('');
  const name = optionalLine('fileName', shown, shown.length)
    .replace(/[/\\]+/g, '_')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '');
  const stem = [...name].slice(0, MAX_NAME_CHARACTERS - extension.length - 1).join('');
  return `${stem.trim() || 'file'}.${extension}`;
}
