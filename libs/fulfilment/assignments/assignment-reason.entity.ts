import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Why a facility is asked for the number it is asked for, in words for it alone: nobody else's name or figure. Apart from
 * the assignment, because buyers and lead facilities read assignments of others, and never this.
 */
@Entity()
export class AssignmentReason {
  @PrimaryColumn('uuid') assignmentId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  @Column('text') ja: string;
  @Column('text') en: string;
}
