import type { LocalDate } from '#yui/calendar';
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
  /** What the facility pays for one unit, in sen (有償支給); null: free of charge. */
  @Column('bigint', { nullable: true }) unitPriceSen: number | null;
  /** When and how it pays (決済期日・決済方法); null with the price. */
  @Column('date', { nullable: true }) payOn: LocalDate | null;
  @Column('text', { nullable: true }) payBy: string | null;
  @Column('timestamptz') createdAt: Date;
}
