import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A desk has asked a facility whether the account another desk stated is its own. Good for that statement alone. */
@Entity()
export class AccountConfirmation {
  @PrimaryColumn('uuid') deskId: string;
  @PrimaryColumn('uuid') facilityId: string;
  /** `accountSetAt` of the profile, as it was confirmed. */
  @Column('timestamptz') statedAt: Date;
  @Column('timestamptz') confirmedAt: Date;
  @Column('uuid') confirmedBy: string;
}
