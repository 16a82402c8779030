import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question about a call. All who were called read it and its answer; who asked, only the desk knows. */
@Entity()
export class CallQuestion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') callId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  @Column('text') question: string;
  @Column('timestamptz') askedAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
