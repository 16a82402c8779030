import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Units a facility gave back after it had said yes to them, and why. */
@Entity()
export class HandBack {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') facilityId: string;
  @Column('bigint') units: number;
  @Column('text') reason: string;
  @Column('timestamptz') handedBackAt: Date;
}
