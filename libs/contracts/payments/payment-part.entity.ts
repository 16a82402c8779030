import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a payment goes to one contract, for the work or for the fee. */
@Entity()
export class PaymentPart {
  @PrimaryColumn('uuid') paymentId: string;
  @PrimaryColumn('uuid') contractId: string;
  @PrimaryColumn('boolean') isFee: boolean;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('bigint') amountYen: number;
}
