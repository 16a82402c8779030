import { Entity, PrimaryColumn } from 'typeorm';

/** 斡旋型 only: a facility the desk proposes to the buyer. */
@Entity()
export class QuoteCandidate {
  @PrimaryColumn('uuid') quoteId: string;
  @PrimaryColumn('uuid') facilityId: string;
}
