import { Field, InputType } from '@nestjs/graphql';
import type { EnteredForInput as EnteredForOther } from '#yui/correspondence';
import { SAID_BY, type SaidBy } from '#yui/platform';
import { enumType } from '../graphql/enums.js';
import { DateTime, Id } from '../graphql/scalars.js';

export const SaidByEnum = enumType('SaidBy', 'How somebody said something outside the product.', SAID_BY);

@InputType({
  description:
    'For a desk that enters a step for a buyer or a facility (代理入力): who said so, how and when. The same checks hold as when they do it themselves.',
})
export class EnteredForInput implements EnteredForOther {
  @Field(() => Id, { nullable: true, description: 'For this buyer; or else for the facility.' })
  buyerId?: string | null;

  @Field(() => Id, { nullable: true, description: 'For this facility; or else for the buyer.' })
  facilityId?: string | null;

  @Field(() => String, { description: 'Who said it, for the party.' })
  saidBy: string;

  @Field(() => SaidByEnum, { description: 'How it was said.' })
  channel: SaidBy;

  @Field(() => DateTime, { nullable: true, description: 'When it was said, within the last year; omitted: just now.' })
  saidAt?: Date | null;

  @Field(() => Id, { nullable: true, description: 'The file that was received: of the order, or of the share.' })
  attachmentId?: string | null;

  @Field(() => String, { nullable: true, description: 'What was said. This or a file: needed to order and to accept.' })
  note?: string | null;
}

/** The field of an input by which a desk enters the step for its party. */
export function EnteredForField(): PropertyDecorator {
  return Field(() => EnteredForInput, {
    nullable: true,
    description: 'Only for desks: entered for a party. Omitted: the acting organisation does it itself.',
  });
}
