import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which payments a line of a statement was recorded as. */
@Entity()
export class StatementMatch {
  @PrimaryColumn('uuid') lineId: string;
  @PrimaryColumn('uuid') paymentId: string;
  @Column('uuid') deskId: string;
}
