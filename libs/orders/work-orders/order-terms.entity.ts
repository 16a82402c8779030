import { Entity, PrimaryColumn } from 'typeorm';
import { AgreedTerms } from './agreed-terms.js';

/** Fee and terms of one order, as they were on the day it was placed or agreed. They never change again. */
@Entity()
export class OrderTerms extends AgreedTerms {
  @PrimaryColumn('uuid') workOrderId: string;
}
