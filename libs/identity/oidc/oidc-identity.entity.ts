import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person as a provider knows them. Issuer and subject are the key; mail addresses change hands. */
@Entity()
export class OidcIdentity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') providerKey: string;
  @Column('text') issuer: string;
  @Column('text') subject: string;
  @Column('timestamptz') createdAt: Date;
}
