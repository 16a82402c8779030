import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { WorkType } from '#yui/directory';
import type { Allocation, StepView, WorkOrderLineView } from '#yui/fulfilment';
import { AllocationType } from '../allocations/allocation.types.js';
import { WorkTypeType } from '../directory/reference.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { Load } from '../graphql/request-context.js';
import { StepType, WorkOrderLineType } from './work-order.types.js';

@Resolver(() => WorkOrderLineType)
export class WorkOrderLineResolver {
  @ResolveField(() => WorkTypeType)
  async workType(@Parent() line: WorkOrderLineView, @Load() load: Loaders): Promise<WorkType> {
    return load.workType.load(line.workTypeCode);
  }

  @ResolveField(() => [AllocationType], { description: 'All versions, the newest first. Empty for all but the desk.' })
  async allocations(@Parent() line: WorkOrderLineView, @Load() load: Loaders): Promise<Allocation[]> {
    return load.allocationsOfLine.load(line.id);
  }
}

@Resolver(() => StepType)
export class StepResolver {
  @ResolveField(() => WorkTypeType)
  async workType(@Parent() step: StepView, @Load() load: Loaders): Promise<WorkType> {
    return load.workType.load(step.workTypeCode);
  }
}
