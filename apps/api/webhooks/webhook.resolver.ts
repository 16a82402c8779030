import { Args, Query, Resolver } from '@nestjs/graphql';
import type { PersonCaller } from '#yui/identity';
import {
  ChangeWebhook,
  CreateWebhook,
  RemoveWebhook,
  RotateWebhookSecret,
  SendWebhookAgain,
  TryWebhook,
  WebhookQueries,
} from '#yui/notifications';
import { Grant, type PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor, CurrentPerson } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import {
  ChangeWebhookInput,
  CreateWebhookInput,
  RemoveWebhookInput,
  RotateWebhookSecretInput,
  SendWebhookAgainInput,
  TryWebhookInput,
  WebhookDeliveryPageType,
  WebhookDeliveryType,
  WebhookType,
} from './webhook.types.js';

const ADMINS = ['BUYER_ADMIN', 'DESK_ADMIN', 'FACILITY_ADMIN'] as const;
const SECRET = {
  type: String,
  description: 'Signs what is sent (`whsec_…`). It is shown now and never again.',
} as const;

/** Programs that are told of what happens. */
@Resolver(() => WebhookType)
export class WebhookResolver {
  constructor(
    private readonly queries: WebhookQueries,
    private readonly create: CreateWebhook,
    private readonly change: ChangeWebhook,
    private readonly rotate: RotateWebhookSecret,
    private readonly remove: RemoveWebhook,
    private readonly tryOut: TryWebhook,
    private readonly again: SendWebhookAgain,
  ) {}

  @Grant(ADMINS)
  @Query(() => [WebhookType], { description: 'Of the acting organisation, by name.' })
  async webhooks(@CurrentActor() actor: PersonActor): Promise<WebhookType[]> {
    return this.queries.own(actor);
  }

  @Grant(ADMINS)
  @Query(() => [String], { description: 'What the acting organisation can be told of.' })
  webhookEvents(@CurrentActor() actor: PersonActor): string[] {
    return this.queries.events(actor);
  }

  @Grant(ADMINS)
  @Query(() => WebhookDeliveryPageType, {
    description: 'What a webhook was told in the last 30 days, and what has waited for up to a year.',
  })
  async webhookDeliveries(
    @CurrentActor() actor: PersonActor,
    @Args('webhookId', { type: () => Id, description: 'Which webhook.' }) webhookId: string,
    @Args() page: PageArgs,
  ): Promise<WebhookDeliveryPageType> {
    return this.queries.deliveries(actor, webhookId, page);
  }

  @Grant(ADMINS)
  @Mutation({ webhook: WebhookType, secret: SECRET }, 'Tells a program of the acting organisation of what happens.')
  async createWebhook(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: CreateWebhookInput,
  ): Promise<{ webhook: WebhookType; secret: string }> {
    const { webhookId, secret } = await this.create.execute(person, input);
    return { webhook: await this.queries.get(person.actor, webhookId), secret };
  }

  @Grant(ADMINS)
  @Mutation(
    { webhook: WebhookType },
    'Changes where a webhook goes and what it is told of, pauses it, or lets it go on.',
  )
  async changeWebhook(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: ChangeWebhookInput,
  ): Promise<{ webhook: WebhookType }> {
    const { webhookId } = await this.change.execute(person, input);
    return { webhook: await this.queries.get(person.actor, webhookId) };
  }

  @Grant(ADMINS)
  @Mutation(
    { webhook: WebhookType, secret: SECRET },
    'Replaces the secret of a webhook. For a day the old one signs too.',
  )
  async rotateWebhookSecret(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: RotateWebhookSecretInput,
  ): Promise<{ webhook: WebhookType; secret: string }> {
    const { webhookId, secret } = await this.rotate.execute(person, input);
    return { webhook: await this.queries.get(person.actor, webhookId), secret };
  }

  @Grant(ADMINS)
  @Mutation({ webhooks: [WebhookType] }, 'Ends a webhook.')
  async removeWebhook(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RemoveWebhookInput,
  ): Promise<{ webhooks: WebhookType[] }> {
    await this.remove.execute(actor, input);
    return { webhooks: await this.queries.own(actor) };
  }

  @Grant(ADMINS)
  @Mutation({ webhookDelivery: WebhookDeliveryType }, 'Sends a trial.')
  async tryWebhook(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: TryWebhookInput,
  ): Promise<{ webhookDelivery: WebhookDeliveryType }> {
    const { webhookDeliveryId } = await this.tryOut.execute(actor, input);
    return { webhookDelivery: await this.queries.delivery(actor, webhookDeliveryId) };
  }

  @Grant(ADMINS)
  @Mutation({ webhookDelivery: WebhookDeliveryType }, 'Sends something again, under the same id.')
  async sendWebhookAgain(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SendWebhookAgainInput,
  ): Promise<{ webhookDelivery: WebhookDeliveryType }> {
    const { webhookDeliveryId } = await this.again.execute(actor, input);
    return { webhookDelivery: await this.queries.delivery(actor, webhookDeliveryId) };
  }
}
