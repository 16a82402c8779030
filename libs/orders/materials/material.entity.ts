import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One kind of material that a facility is supplied with for a share (支給材): envelopes, leaflets, labels. */
@Entity()
export class Material {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') facilityId: string;
  @Column('text') name: string;
  @Column('text') unit: string;
  @Column('timestamptz') createdAt: Date;
}
