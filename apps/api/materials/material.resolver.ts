import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { WorkType } from '#yui/directory';
import {
  AssignmentQueries,
  type AssignmentView,
  type MaterialMovementKind,
  MaterialQueries,
  type MaterialView,
  NameLeadFacility,
  RecordMaterial,
  SupplyMaterial,
  type TeamShare,
} from '#yui/fulfilment';
import { type Party, type WorkOrder, WorkOrderQueries } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { AssignmentType } from '../assignments/assignment.types.js';
import { WorkTypeType } from '../directory/reference.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { PartyType } from '../parties/party.types.js';
import { WorkOrderType } from '../work-orders/work-order.types.js';
import {
  MaterialMovementKindEnum,
  MaterialType,
  NameLeadFacilityInput,
  RecordMaterialInput,
  SupplyMaterialInput,
  TeamShareType,
} from './material.types.js';
import { DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => MaterialType)
export class MaterialResolver {
  constructor(
    private readonly assignments: AssignmentQueries,
    private readonly queries: MaterialQueries,
    private readonly supply: SupplyMaterial,
    private readonly record: RecordMaterial,
  ) {}

  @Grant(DESK_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Sends a facility material for a share it has accepted.')
  async supplyMaterial(@CurrentActor() actor: PersonActor, @Args('input') input: SupplyMaterialInput) {
    return { assignment: await this.show(actor, await this.supply.execute(actor, input)) };
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation({ assignment: AssignmentType }, 'Each side records what it does itself.')
  async recordMaterial(@CurrentActor() actor: PersonActor, @Args('input') input: RecordMaterialInput) {
    return { assignment: await this.show(actor, await this.record.execute(actor, input)) };
  }

  @ResolveField(() => [MaterialMovementKindEnum], { description: 'What the acting role can record about it now.' })
  availableActions(@Parent() material: MaterialView, @CurrentActor() actor: PersonActor): MaterialMovementKind[] {
    return this.queries.availableActions(actor, material);
  }

  private async show(actor: PersonActor, { assignmentId }: { assignmentId: string }): Promise<AssignmentView> {
    return this.assignments.get(actor, assignmentId);
  }
}

@Resolver(() => TeamShareType)
export class TeamShareResolver {
  constructor(
    private readonly workOrders: WorkOrderQueries,
    private readonly name: NameLeadFacility,
  ) {}

  @Grant(DESK_ROLES)
  @Mutation(
    { workOrder: WorkOrderType },
    'Names the lead facility (まとめ役): it sees the names and shares of the others, never a price.',
  )
  async nameLeadFacility(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: NameLeadFacilityInput,
  ): Promise<{ workOrder: WorkOrder }> {
    const { workOrderId } = await this.name.execute(actor, input);
    return { workOrder: await this.workOrders.get(actor, workOrderId) };
  }

  @ResolveField(() => PartyType)
  async facility(@Parent() share: TeamShare, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(share.facilityId);
  }

  @ResolveField(() => WorkTypeType)
  async workType(@Parent() share: TeamShare, @Load() load: Loaders): Promise<WorkType> {
    return load.workType.load(share.workTypeCode);
  }
}
