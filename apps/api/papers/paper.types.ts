import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { type BusinessKind, BUSINESS_KINDS } from '#yui/directory';
import { PAPER_KINDS, type PaperKind } from '#yui/papers';
import { pageType } from '../graphql/page.js';
import { enumType } from '../graphql/enums.js';
import { DateTime, LocalDate, Id, Yen } from '../graphql/scalars.js';

const PaperKindEnum = enumType(
  'PaperKind',
  '見積書, 発注書, 注文請書, 契約書, 紹介状, 配分通知書, 納品書, 検収書, 請求書, 支払通知書, in this order.',
  PAPER_KINDS,
);
export const BusinessKindEnum = enumType('BusinessKind', 'Who puts a name on papers.', BUSINESS_KINDS);

@ObjectType('PaperSide', { description: 'Who sends or gets a paper, as it stands on it.' })
export class PaperSideType {
  @Field(() => BusinessKindEnum)
  kind: BusinessKind;

  @Field(() => Id)
  id: string;

  @Field(() => String)
  name: string;
}

@ObjectType('Paper', { description: 'A business paper as it was issued. It never changes; a correction is a new one.' })
export class PaperType {
  @Field(() => Id)
  id: string;

  @Field(() => PaperKindEnum)
  kind: PaperKind;

  @Field(() => String, { description: '見積書 and so on.' })
  title: string;

  @Field(() => String, { description: 'Gapless for each issuer, kind and fiscal year.' })
  number: string;

  @Field(() => String, { description: '件名' })
  subject: string;

  @Field(() => PaperSideType)
  issuer: PaperSideType;

  @Field(() => PaperSideType)
  recipient: PaperSideType;

  @Field(() => Id, { nullable: true })
  workOrderId: string | null;

  @Field(() => Id, { nullable: true, description: 'The paper this one corrects.' })
  replacesId: string | null;

  @Field(() => Yen, { nullable: true, description: 'With tax; null where no sum stands on it.' })
  amountYen: number | null;

  @Field(() => LocalDate)
  issuedOn: BusinessDate;

  @Field(() => DateTime)
  issuedAt: Date;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the PDF, hexadecimal; null while it is being made.' })
  sha256: string | null;

  @Field(() => Int, { nullable: true })
  sizeBytes: number | null;

  @Field(() => String, { description: 'Path of the page that says the same as the PDF, for screen readers.' })
  pagePath: string;

  @Field(() => String, { nullable: true, description: 'Path of the PDF; null while it is being made.' })
  pdfPath: string | null;
}

export const PaperPageType = pageType('PaperPage', PaperType, 'The newest first.');
export type PaperPageType = PageOf<PaperType>;

@InputType()
export class PaperFilterInput {
  @Field(() => Id, { nullable: true })
  workOrderId?: string | null;

  @Field(() => [PaperKindEnum], { nullable: true })
  kinds?: PaperKind[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'Issued on this day or later.' })
  from?: BusinessDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'Issued on this day or before.' })
  to?: BusinessDate | null;

  @Field(() => Yen, { nullable: true })
  minYen?: number | null;

  @Field(() => Yen, { nullable: true })
  maxYen?: number | null;

  @Field(() => String, { nullable: true, description: 'A part of the name of the one who sends or gets it.' })
  partner?: string | null;
}
