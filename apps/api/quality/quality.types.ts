import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { LocalDate } from '../graphql/scalars.js';

@ObjectType('Quality', {
  description:
    "What a facility's work at a desk in the last twelve months shows. Rates are in thousandths, and null with too few facts.",
})
export class QualityType {
  @Field(() => LocalDate, { description: 'Facts after this day count.' })
  from: BusinessDate;

  @Field(() => Int)
  inspections: number;

  @Field(() => Int)
  inspectedUnits: number;

  @Field(() => Int, { description: 'Found defective by the desk, or not accepted by the buyer.' })
  defectUnits: number;

  @Field(() => Int, { nullable: true })
  defectPermille: number | null;

  @Field(() => Int, { description: 'Shares whose date has passed.' })
  dueShares: number;

  @Field(() => Int, { description: 'Those that were wholly delivered by their date.' })
  onTimeShares: number;

  @Field(() => Int, { nullable: true })
  onTimePermille: number | null;

  @Field(() => Int, { description: 'Offers that were answered or whose time to answer is over.' })
  offers: number;

  @Field(() => Int)
  answeredOffers: number;

  @Field(() => Int, { nullable: true })
  answeredPermille: number | null;
}
