import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who signs in: a business contact, never a member of a facility. */
@Entity()
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') passwordHash: string;
  @Column('boolean') isDisabled: boolean;
  @Column('timestamptz') createdAt: Date;
}
