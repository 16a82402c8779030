import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Minutes of work (people × minutes) on an ordinary day of one weekday. */
@Entity()
export class WorkWeek {
  @PrimaryColumn('uuid') facilityId: string;
  /** 1 Monday .. 7 Sunday. */
  @PrimaryColumn('smallint') weekday: number;
  @Column('integer') workMinutes: number;
}
