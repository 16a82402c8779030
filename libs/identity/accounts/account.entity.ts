import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who signs in: a business contact, never a member of a facility. */
@Entity()
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text') name: string;
  /** Null: signs in with passkeys only. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('boolean') isDisabled: boolean;
  @Column('timestamptz') createdAt: Date;
  /** The person is gone: name and address were replaced, what they did keeps its id. */
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
}
