import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a file is about: the order as a whole, the share of a facility, one delivery, what the desk found in it, or a question. */
export const ATTACHMENT_SUBJECTS = ['WORK_ORDER', 'ASSIGNMENT', 'DELIVERY', 'INSPECTION', 'QUESTION'] as const;
export type AttachmentSubject = (typeof ATTACHMENT_SUBJECTS)[number];

/** A file somebody added: a drawing, a photo. Its bytes lie in the storage under `storageKey`. */
@Entity()
export class Attachment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') buyerId: string;
  /** The facility whose delivery or question it belongs to; null: of the order as a whole. */
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('text') subjectType: AttachmentSubject;
  @Column('uuid') subjectId: string;
  @Column('text') fileName: string;
  @Column('text') mediaType: string;
  @Column('integer') byteSize: number;
  /** SHA-256 of what is stored, in hex. */
  @Column('text') contentHash: string;
  @Column('text') storageKey: string;
  @Column('boolean') isForBuyer: boolean;
  /** For every facility that was offered a share of the order. */
  @Column('boolean') isForFacilities: boolean;
  @Column('uuid') uploadedBy: string;
  @Column('uuid') uploadedFor: string;
  @Column('timestamptz') uploadedAt: Date;
  /** Null while its bytes are on their way. */
  @Column('timestamptz', { nullable: true }) storedAt: Date | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  /** When its bytes were deleted. */
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
}
