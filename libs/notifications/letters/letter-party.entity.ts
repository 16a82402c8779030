import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterWay } from '../inbox/notification.entity.js';

/** A buyer or a facility that this desk reaches by fax or post: it gets a letter besides the mails its people get. */
@Entity()
export class LetterParty {
  @PrimaryColumn('uuid') deskId: string;
  @PrimaryColumn('uuid') organisationId: string;
  @Column('text') way: LetterWay;
  /** Null: the one the party states itself, if it does. */
  @Column('text', { nullable: true }) faxNumber: string | null;
  @Column('timestamptz') changedAt: Date;
}
