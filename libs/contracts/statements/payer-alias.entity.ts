import { Column, Entity, PrimaryColumn } from 'typeorm';

/** As whom somebody pays, learnt from what was matched. */
@Entity()
export class PayerAlias {
  @PrimaryColumn('uuid') deskId: string;
  @PrimaryColumn('text') foldedName: string;
  @Column('uuid') payerId: string;
}
