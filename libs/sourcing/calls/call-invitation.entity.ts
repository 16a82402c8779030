import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A facility that was called. */
@Entity()
export class CallInvitation {
  @PrimaryColumn('uuid') callId: string;
  @PrimaryColumn('uuid') facilityId: string;
  @Column('uuid') deskId: string;
}
