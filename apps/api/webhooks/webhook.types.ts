import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  DELIVERY_FAULTS,
  DELIVERY_STATES,
  type DeliveryFault,
  type DeliveryState,
  WEBHOOK_STATES,
  type WebhookState,
} from '#yui/notifications';
import { enumType } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { DateTime, Id } from '../graphql/scalars.js';

const WebhookStateEnum = enumType('WebhookState', 'Whether a webhook is sent to.', WEBHOOK_STATES);
const DeliveryStateEnum = enumType('WebhookDeliveryState', 'How far a delivery is.', DELIVERY_STATES);
const DeliveryFaultEnum = enumType('WebhookFault', 'Why an attempt did not go through.', DELIVERY_FAULTS);

@ObjectType('Webhook', { description: 'What a program of an organisation is told of, and where.' })
export class WebhookType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'Where it is sent.' })
  url: string;

  @Field(() => [String], { description: 'Of `webhookEvents`.' })
  events: string[];

  @Field(() => WebhookStateEnum)
  status: WebhookState;

  @Field(() => Int, { description: 'Attempts that failed since the last success.' })
  failures: number;

  @Field(() => DateTime, { nullable: true, description: 'The first of them; null: the last attempt went through.' })
  failingSince: Date | null;

  @Field(() => DateTime)
  createdAt: Date;
}

@ObjectType('WebhookDelivery', { description: 'One event for one webhook.' })
export class WebhookDeliveryType {
  @Field(() => Id, { description: 'The `webhook-id` of every attempt.' })
  id: string;

  @Field(() => String, { description: 'The event; `webhook.trial`: a trial.' })
  type: string;

  @Field(() => DeliveryStateEnum)
  status: DeliveryState;

  @Field(() => Int)
  attempts: number;

  @Field(() => DateTime, { nullable: true, description: 'When it is tried next; null: it is not, or at once.' })
  nextAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Null: it was not tried yet.' })
  lastAttemptAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer; null: there was none.' })
  responseStatus: number | null;

  @Field(() => String, { nullable: true, description: 'How the last answer began; null: it was not tried yet.' })
  responseText: string | null;

  @Field(() => DeliveryFaultEnum, { nullable: true, description: 'Null: it went through, or was not tried yet.' })
  fault: DeliveryFault | null;

  @Field(() => DateTime)
  createdAt: Date;
}

export const WebhookDeliveryPageType = pageType('WebhookDeliveryPage', WebhookDeliveryType, 'Newest first.');
export type WebhookDeliveryPageType = InstanceType<typeof WebhookDeliveryPageType>;

@InputType()
export class CreateWebhookInput {
  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'https alone, at an address of the public internet.' })
  url: string;

  @Field(() => [String], { description: 'Of `webhookEvents`.' })
  events: string[];
}

@InputType({ description: 'What is omitted stays as it is.' })
export class ChangeWebhookInput {
  @Field(() => Id)
  webhookId: string;

  @Field(() => String, { nullable: true, description: 'https alone, at an address of the public internet.' })
  url?: string | null;

  @Field(() => [String], { nullable: true, description: 'Of `webhookEvents`.' })
  events?: string[] | null;

  @Field(() => WebhookStateEnum, {
    nullable: true,
    description: 'What waited, for up to a year, is sent when it goes on.',
  })
  status?: WebhookState | null;
}

@InputType()
export class RotateWebhookSecretInput {
  @Field(() => Id)
  webhookId: string;
}

@InputType()
export class RemoveWebhookInput {
  @Field(() => Id)
  webhookId: string;
}

@InputType()
export class TryWebhookInput {
  @Field(() => Id)
  webhookId: string;
}

@InputType()
export class SendWebhookAgainInput {
  @Field(() => Id)
  webhookDeliveryId: string;
}
