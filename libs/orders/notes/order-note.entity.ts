import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the people of a desk note about an order for each other. Neither buyer nor facility ever reads it. */
@Entity()
export class OrderNote {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('text') body: string;
  @Column('uuid') writtenBy: string;
  @Column('timestamptz') writtenAt: Date;
}
