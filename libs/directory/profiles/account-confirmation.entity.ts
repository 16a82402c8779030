import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A desk has asked a facility whether the account another desk stated is its own. Good for what was stated before. */
@Entity()
export class AccountConfirmation {
  @PrimaryColumn('uuid') deskId: string;
  @PrimaryColumn('uuid') facilityId: string;
  @Column('timestamptz') confirmedAt: Date;
  @Column('uuid') confirmedBy: string;
}
