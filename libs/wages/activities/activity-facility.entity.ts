import { Entity, PrimaryColumn } from 'typeorm';

/** This facility took part in this activity. */
@Entity()
export class ActivityFacility {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') facilityId: string;
}
