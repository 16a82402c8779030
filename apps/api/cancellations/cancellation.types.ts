import { Field, ObjectType } from '@nestjs/graphql';
import { CANCELLATION_STATES, type CancellationState, cancellationTransitions } from '#yui/changes';
import { actionsOf, enumType } from '../graphql/enums.js';
import { DateTime, Id } from '../graphql/scalars.js';

const CancellationStateEnum = enumType(
  'CancellationState',
  'GRANTED: facilities finish what they have begun. FINISHED: nothing is on its way any more.',
  CANCELLATION_STATES,
);
export const CancellationActionEnum = enumType(
  'CancellationAction',
  'A step in the life of a cancellation.',
  actionsOf(cancellationTransitions),
);

@ObjectType('Cancellation', { description: 'A wish of the buyer, or a decision of the desk, to end an order.' })
export class CancellationType {
  @Field(() => Id)
  id: string;

  @Field(() => CancellationStateEnum)
  status: CancellationState;

  @Field(() => Boolean, { description: 'False: the desk decided it without being asked.' })
  isRequestedByBuyer: boolean;

  @Field(() => String)
  reason: string;

  @Field(() => DateTime)
  requestedAt: Date;

  @Field(() => DateTime, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the desk cannot stop the work any more.' })
  refusalReason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When everything that was begun had come.' })
  finishedAt: Date | null;
}
