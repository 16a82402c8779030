import { AgreedTerms } from '#yui/orders';
import { Entity, PrimaryColumn } from 'typeorm';

/** Fee and terms of a standing order, as they were when it was proposed. They hold for all its dates, and never change again. */
@Entity()
export class StandingOrderTerms extends AgreedTerms {
  @PrimaryColumn('uuid') standingOrderId: string;
}
