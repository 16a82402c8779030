import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import { CLOSED_REPORTS, type ClosedReport, CLOSING_CAUSES, type ClosingCause } from '#yui/reports';
import { enumType } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { DateTime, Id, IdempotencyKey, Yen } from '../graphql/scalars.js';

export const ClosedReportEnum = enumType(
  'ClosedReport',
  'What is closed. JOINT_ORDERS: what desks brought about. PROCUREMENT: what governments bought.',
  CLOSED_REPORTS,
);
const ClosingCauseEnum = enumType(
  'ClosingCause',
  'Why a figure is no longer what it was: something was added, changed, is gone, or counts in another row.',
  CLOSING_CAUSES,
);

@ObjectType('ClosedYear', { description: 'That a report of a year was closed as it stood.' })
export class ClosedYearType {
  @Field(() => Id)
  id: string;

  @Field(() => ClosedReportEnum, { description: 'What was closed.' })
  report: ClosedReport;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Int, { description: 'A year may be closed again.' })
  version: number;

  @Field(() => String, { description: "Why, or for whom; '': not said." })
  note: string;

  @Field(() => DateTime)
  closedAt: Date;
}

@ObjectType('ClosingChange', { description: 'What counts for something else than when the year was closed.' })
export class ClosingChangeType {
  @Field(() => Id)
  id: string;

  @Field(() => ClosingCauseEnum, { description: 'What happened to it.' })
  cause: ClosingCause;

  @Field(() => Id, { nullable: true, description: 'Null: a recorded result.' })
  workOrderId: string | null;

  @Field(() => String, { description: 'Number of the order, or what was recorded.' })
  label: string;

  @Field(() => String, { description: "Of which row of the report: a category, a contract type; '': none." })
  key: string;

  @Field(() => Yen, { description: 'Difference of 件数.' })
  orders: number;

  @Field(() => Yen, { description: 'Difference of 延べ事業所数.' })
  facilities: number;

  @Field(() => Yen, { description: 'Difference of 金額.' })
  yen: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When something was last booked or recorded of it; null: it is gone.',
  })
  changedAt: Date | null;
}

export const ClosingChangePageType = pageType('ClosingChangePage', ClosingChangeType, 'By their names.');
export type ClosingChangePageType = PageOf<ClosingChangeType>;

@InputType('CloseYearInput')
export class CloseYearInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => ClosedReportEnum, { description: 'What is closed.' })
  report: ClosedReport;

  @Field(() => Int, { description: 'By its first calendar year; it has to be over.' })
  fiscalYear: number;

  @Field(() => String, { nullable: true, description: 'Why, or for whom.' })
  note?: string | null;
}
