import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type AttachmentAction,
  AttachmentQueries,
  type AttachmentView,
  RemoveAttachment,
  ShareAttachment,
} from '#yui/correspondence';
import type { DeliveryView } from '#yui/fulfilment';
import type { PersonActor } from '#yui/platform';
import { DeliveryType, InspectionType } from '../assignments/assignment.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import {
  AttachmentActionEnum,
  RemoveAttachmentInput,
  AttachmentType,
  ShareAttachmentInput,
} from './attachment.types.js';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => AttachmentType)
export class AttachmentResolver {
  constructor(
    private readonly queries: AttachmentQueries,
    private readonly remove: RemoveAttachment,
    private readonly share: ShareAttachment,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation(
    { attachmentId: { type: Id, description: 'Of the file that is gone.' } },
    'Nobody reads the file from now on. Answers with its id.',
  )
  async removeAttachment(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RemoveAttachmentInput,
  ): Promise<{ attachmentId: string }> {
    return { attachmentId: (await this.remove.execute(actor, input)).attachmentId };
  }

  @Grant(DESK_ROLES)
  @Mutation({ attachment: AttachmentType }, 'Whether facilities that are offered a share read a file of the order.')
  async shareAttachment(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ShareAttachmentInput,
  ): Promise<{ attachment: AttachmentView }> {
    const { attachmentId } = await this.share.execute(actor, input);
    return { attachment: await this.queries.get(actor, attachmentId) };
  }

  @ResolveField(() => [AttachmentActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() attachment: AttachmentView, @CurrentActor() actor: PersonActor): AttachmentAction[] {
    return this.queries.availableActions(actor, attachment);
  }
}

@Resolver(() => DeliveryType)
export class DeliveryFilesResolver {
  @ResolveField(() => [AttachmentType], { description: 'Photos of the facility.' })
  async attachments(@Parent() delivery: DeliveryView, @Load() load: Loaders): Promise<AttachmentView[]> {
    return load.attachmentsOfDelivery.load(delivery.id);
  }
}

@Resolver(() => InspectionType)
export class InspectionFilesResolver {
  @ResolveField(() => [AttachmentType], { description: 'Photos of the desk.' })
  async attachments(@Parent() inspection: { readonly id: string }, @Load() load: Loaders): Promise<AttachmentView[]> {
    return load.attachmentsOfInspection.load(inspection.id);
  }
}
