import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AnswerShareChange,
  ProposeShareChange,
  type ShareChangeAction,
  ShareChangeQueries,
  type ShareChangeView,
  WithdrawShareChange,
} from '#yui/changes';
import { AssignmentQueries, type AssignmentView } from '#yui/fulfilment';
import type { PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';
import { AssignmentType } from './assignment.types.js';
import {
  AnswerShareChangeInput,
  ProposeShareChangeInput,
  ShareChangeActionEnum,
  WithdrawShareChangeInput,
  ShareChangeType,
} from './share-change.types.js';
import { DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => ShareChangeType)
export class ShareChangeResolver {
  constructor(
    private readonly assignments: AssignmentQueries,
    private readonly queries: ShareChangeQueries,
    private readonly propose: ProposeShareChange,
    private readonly withdraw: WithdrawShareChange,
    private readonly answer: AnswerShareChange,
  ) {}

  @Grant(DESK_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Asks a facility to do less, or sooner, than it has accepted.')
  async proposeShareChange(@CurrentActor() actor: PersonActor, @Args('input') input: ProposeShareChangeInput) {
    return { assignment: await this.show(actor, await this.propose.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Takes back what the desk asked a facility to agree to.')
  async withdrawShareChange(@CurrentActor() actor: PersonActor, @Args('input') input: WithdrawShareChangeInput) {
    return { assignment: await this.show(actor, await this.withdraw.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation(
    { assignment: AssignmentType },
    'A no to fewer units leaves the share as it is; a no to a date hands back what was not begun.',
  )
  async answerShareChange(@CurrentActor() actor: PersonActor, @Args('input') input: AnswerShareChangeInput) {
    return { assignment: await this.show(actor, await this.answer.execute(actor, input)) };
  }

  @ResolveField(() => [ShareChangeActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() change: ShareChangeView, @CurrentActor() actor: PersonActor): ShareChangeAction[] {
    return this.queries.availableActions(actor, change);
  }

  private async show(actor: PersonActor, { assignmentId }: { assignmentId: string }): Promise<AssignmentView> {
    return this.assignments.get(actor, assignmentId);
  }
}
