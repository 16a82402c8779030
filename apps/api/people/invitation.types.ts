import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { type InvitationAction, MAIL_STATES, type MailState } from '#yui/identity';
import type { Role } from '#yui/platform';
import { enumType, RoleEnum, valuesOf } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, Id } from '../graphql/scalars.js';

export const InvitationActionEnum = enumType(
  'InvitationAction',
  'What can be done with an open invitation.',
  valuesOf<InvitationAction>({ resend: true, revoke: true }),
);

const MailStateEnum = enumType('MailState', 'Where a mail is.', MAIL_STATES);

@ObjectType('Invitation', { description: 'A person was asked by mail to take a role, and has not answered yet.' })
export class InvitationType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  email: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => Id)
  organisationId: string;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime)
  expiresAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the mail server took the mail; null: it has not.' })
  sentAt: Date | null;

  @Field(() => MailStateEnum, {
    description: 'REFUSED: the mail server will never take it. Check the address, and invite again.',
  })
  mailState: MailState;
}

@ObjectType('InvitationPreview', { description: 'What the page behind the link of an invitation shows.' })
export class InvitationPreviewType {
  @Field(() => String)
  email: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => String)
  organisationName: string;

  @Field(() => DateTime)
  expiresAt: Date;

  @Field(() => Boolean, { description: 'The person has an account and signs in instead of making a new one.' })
  hasAccount: boolean;
}

@InputType()
export class InvitePersonInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String)
  email: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => Id, { description: 'The own organisation; for a desk also a buyer or facility that has nobody yet.' })
  organisationId: string;
}

@InputType()
export class ResendInvitationInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  invitationId: string;
}

@InputType()
export class RevokeInvitationInput {
  @Field(() => Id)
  invitationId: string;
}

@InputType()
export class BeginInvitationPasskeyInput {
  @Field(() => String)
  token: string;

  @Field(() => String)
  name: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String, { description: 'From the link in the mail.' })
  token: string;

  @Field(() => String, { description: 'What the person is called.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Either this or a passkey.' })
  password?: string | null;

  @Field(() => String, { nullable: true, description: 'The answer of `navigator.credentials.create`, as JSON.' })
  passkeyResponseJson?: string | null;
}

@InputType()
export class JoinOrganisationInput {
  @Field(() => String, { description: 'From the link in the mail.' })
  token: string;
}
