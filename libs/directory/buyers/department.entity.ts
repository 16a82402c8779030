import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of a government office (部局・課) that orders in its own name. */
@Entity()
export class Department {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') buyerId: string;
  @Column('text') name: string;
}
