import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Allocation,
  AllocationQueries,
  ApproveAllocation,
  PlanAllocation,
  PlanWeek,
  ReadSnapshot,
  RepairAllocation,
  type Replay,
  ReplayAllocation,
  TryChange,
} from '#yui/fulfilment';
import type { Party } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { NO_PEOPLE, PartyType } from '../parties/party.types.js';
import {
  AllocationReplayType,
  AllocationType,
  RepairAllocationInput,
  ApproveAllocationInput,
} from './allocation.types.js';
import { AllocationPlanInput, AllocationPlanType } from './plan.types.js';
import { AllocationChangeType, AllocationShareType } from './share.types.js';
import { AllocationTrialInput, AllocationTrialType } from './trial.types.js';
import { AllocationSnapshotInput, AllocationSnapshotType } from './snapshot.types.js';
import { WeekPlanType, WeekShareType } from './week.types.js';
import { describePlan, describeShare, describeTrial } from './describe-plan.js';
import { describeSnapshot } from './describe-snapshot.js';
import { describeWeek } from './describe-week.js';
import { DESK_ROLES, Grant } from '#yui/platform';

@Resolver(() => AllocationType)
export class AllocationResolver {
  constructor(
    private readonly queries: AllocationQueries,
    private readonly plan: PlanAllocation,
    private readonly approve: ApproveAllocation,
    private readonly replay: ReplayAllocation,
    private readonly week: PlanWeek,
    private readonly repair: RepairAllocation,
    private readonly trial: TryChange,
    private readonly snapshot: ReadSnapshot,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => AllocationType, { description: 'An approved split with its reasons.' })
  async allocation(
    @CurrentActor() actor: PersonActor,
    @Args('id', { type: () => Id }) id: string,
  ): Promise<AllocationType> {
    return this.queries.get(actor, id);
  }

  @Grant(DESK_ROLES)
  @Query(() => AllocationPlanType, { description: 'How a step of a line would be split now, and why.' })
  async allocationPlan(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: AllocationPlanInput,
  ): Promise<AllocationPlanType> {
    return describePlan(await this.plan.execute(actor, input));
  }

  @Grant(DESK_ROLES)
  @Query(() => AllocationSnapshotType, {
    description: 'What the split of a step is made from, for a page that tries things at once.',
  })
  async allocationSnapshot(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: AllocationSnapshotInput,
  ): Promise<AllocationSnapshotType> {
    return describeSnapshot(await this.snapshot.execute(actor, input));
  }

  @Grant(DESK_ROLES)
  @Query(() => AllocationTrialType, { description: 'What the plan would become if one thing were different.' })
  async allocationTrial(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: AllocationTrialInput,
  ): Promise<AllocationTrialType> {
    return describeTrial(await this.trial.execute(actor, input));
  }

  @Grant(DESK_ROLES)
  @Query(() => WeekPlanType, { description: 'How everything that is open would be split together.' })
  async weekPlan(@CurrentActor() actor: PersonActor): Promise<WeekPlanType> {
    return describeWeek(await this.week.execute(actor));
  }

  @Grant(DESK_ROLES)
  @Query(() => AllocationReplayType, { description: 'Whether an approved split comes out the same again.' })
  async replayAllocation(
    @CurrentActor() actor: PersonActor,
    @Args('id', { type: () => Id }) id: string,
  ): Promise<Replay> {
    return this.replay.execute(actor, { allocationId: id });
  }

  @Grant(DESK_ROLES)
  @Mutation({ allocation: AllocationType }, 'Makes a plan binding for the desk; nothing is sent yet.')
  async approveAllocation(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ApproveAllocationInput,
  ): Promise<{ allocation: AllocationType }> {
    const { allocationId } = await this.approve.execute(actor, input);
    return { allocation: await this.queries.get(actor, allocationId) };
  }

  @Grant(DESK_ROLES)
  @Mutation(
    { allocation: AllocationType },
    'Places again what is open: approves the plan that was seen, and sends what is new of it.',
  )
  async repairAllocation(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RepairAllocationInput,
  ): Promise<{ allocation: AllocationType }> {
    const { allocationId } = await this.repair.execute(actor, input);
    return { allocation: await this.queries.get(actor, allocationId) };
  }

  @ResolveField(() => [AllocationShareType], {
    description: 'Every facility that was weighed, the largest share first.',
  })
  async shares(@Parent() allocation: Allocation, @Load() load: Loaders): Promise<AllocationShareType[]> {
    return (await load.sharesOfAllocation.load(allocation.id)).map(describeShare);
  }

  @ResolveField(() => String, { description: 'What was set differently from the desk, with the reasons, as JSON.' })
  optionsJson(@Parent() allocation: Allocation): string {
    return JSON.stringify(allocation.options);
  }
}

@Resolver(() => AllocationShareType)
export class AllocationShareResolver {
  @ResolveField(() => PartyType)
  async facility(@Parent() share: AllocationShareType, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(share.facilityId);
  }

  @ResolveField(() => Boolean, { nullable: true, description: NO_PEOPLE })
  async isAttended(@Parent() share: AllocationShareType, @Load() load: Loaders): Promise<boolean | null> {
    return load.isAttended.load(share.facilityId);
  }
}

@Resolver(() => AllocationChangeType)
export class AllocationChangeResolver {
  @ResolveField(() => PartyType)
  async facility(@Parent() change: AllocationChangeType, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(change.facilityId);
  }
}

@Resolver(() => WeekShareType)
export class WeekShareResolver {
  @ResolveField(() => PartyType)
  async facility(@Parent() share: WeekShareType, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(share.facilityId);
  }
}
