import { type SaidBy } from '#yui/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step the desk entered for a buyer or a facility (代理入力): who said so, how and when. Rows are only ever added. */
@Entity()
export class EnteredFor {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  /** For whom: one of the two. */
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  /** What was entered, as the API calls it. */
  @Column('text') operation: string;
  /** Null: it is about a standing order, and no order of it alone. */
  @Column('uuid', { nullable: true }) workOrderId: string | null;
  @Column('uuid', { nullable: true }) standingOrderId: string | null;
  @Column('uuid', { nullable: true }) assignmentId: string | null;
  @Column('uuid', { nullable: true }) callId: string | null;
  @Column('text') saidBy: string;
  @Column('text') channel: SaidBy;
  @Column('timestamptz') saidAt: Date;
  @Column('text') note: string;
  /** The fax, the mail, the letter. */
  @Column('uuid', { nullable: true }) attachmentId: string | null;
  /** The person of the desk. */
  @Column('uuid') enteredBy: string;
  @Column('timestamptz') enteredAt: Date;
}
