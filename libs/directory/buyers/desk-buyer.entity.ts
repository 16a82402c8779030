import { Entity, PrimaryColumn } from 'typeorm';

/** This buyer orders from this desk. */
@Entity()
export class DeskBuyer {
  @PrimaryColumn('uuid') deskId: string;
  @PrimaryColumn('uuid') buyerId: string;
}
