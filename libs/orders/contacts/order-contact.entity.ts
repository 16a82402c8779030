import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By what the buyer files an order, and whom to ask there. Between buyer and desk: no facility learns of the person. Empty: not stated. */
@Entity()
export class OrderContact {
  @PrimaryColumn('uuid') workOrderId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') buyerId: string;
  /** The number the buyer gave the order itself (注文番号). */
  @Column('text') buyerNumber: string;
  @Column('text') person: string;
  @Column('text') phone: string;
  /** 検査員・検査職員: who accepts for the buyer, as 検収書 name them. */
  @Column('text') inspector: string;
}
