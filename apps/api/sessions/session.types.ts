import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { SECOND_FACTOR_STEPS, type SecondFactorStep, type SignInMethod } from '#yui/identity';
import type { Role } from '#yui/platform';
import { enumType, RoleEnum, valuesOf } from '../graphql/enums.js';
import { ClockType } from '../administration/clock.types.js';
import { DateTime, Id } from '../graphql/scalars.js';

const SecondFactorStepEnum = enumType(
  'SecondFactorStep',
  'What a session owes before it may do anything else: a code, a sign-in with a passkey, or to set up a second factor.',
  SECOND_FACTOR_STEPS,
);
const SignInMethodEnum = enumType(
  'SignInMethod',
  'How a session was opened.',
  valuesOf<SignInMethod>({ PASSWORD: true, PASSKEY: true, OIDC: true }),
);

@InputType()
export class SignInInput {
  @Field(() => String)
  email: string;

  @Field(() => String)
  password: string;

  @Field(() => String, {
    nullable: true,
    description: 'From the link of an invitation, for a person who has an account: the role is added.',
  })
  invitationToken?: string | null;
}

@InputType()
export class SwitchRoleInput {
  @Field(() => Id)
  roleGrantId: string;
}

@InputType()
export class EndSessionInput {
  @Field(() => Id)
  sessionId: string;
}

@ObjectType('Session', { description: 'A place where a person is signed in.' })
export class SessionType {
  @Field(() => Id)
  id: string;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { description: 'To within five minutes.' })
  lastUsedAt: Date;

  @Field(() => DateTime)
  expiresAt: Date;

  @Field(() => String, { description: 'Such as `Firefox, Windows`; empty when the browser did not say.' })
  userAgent: string;

  @Field(() => SignInMethodEnum)
  method: SignInMethod;

  @Field(() => Boolean)
  isCurrent: boolean;
}

@ObjectType('RoleChoice', { description: 'A role the person holds and may act under.' })
export class RoleChoiceType {
  @Field(() => Id)
  roleGrantId: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => Id)
  organisationId: string;

  @Field(() => String, { nullable: true, description: 'Null for the platform itself.' })
  organisationName: string | null;

  @Field(() => Boolean)
  isActing: boolean;
}

@ObjectType('SamplePerson', { description: 'Somebody of the sample, whose password everybody may know.' })
export class SamplePersonType {
  @Field(() => String, { description: 'What the person is in the sample, Japanese.' })
  label: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => String)
  email: string;

  @Field(() => String)
  password: string;
}

@ObjectType('Me', { description: 'The signed-in person and the role the session acts under.' })
export class MeType {
  @Field(() => Id)
  accountId: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  email: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => Id)
  organisationId: string;

  @Field(() => String, { nullable: true, description: 'Null for the platform itself.' })
  organisationName: string | null;

  @Field(() => SecondFactorStepEnum)
  secondFactorStep: SecondFactorStep;

  @Field(() => DateTime, { nullable: true, description: 'When the session ends by itself; null for an API token.' })
  sessionExpiresAt: Date | null;

  @Field(() => ClockType, { description: 'The time of the product; pages go by it, never by that of the computer.' })
  clock: ClockType;

  @Field(() => [RoleChoiceType], { description: 'All roles of the person, the oldest first.' })
  roles: RoleChoiceType[];
}
