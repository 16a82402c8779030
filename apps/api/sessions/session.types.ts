import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { Role } from '#yui/platform';
import { RoleEnum } from '../graphql/enums.js';
import { Uuid } from '../graphql/scalars.js';

@InputType()
export class SignInInput {
  @Field(() => String)
  email: string;

  @Field(() => String)
  password: string;
}

@InputType()
export class SwitchRoleInput {
  @Field(() => Uuid)
  roleGrantId: string;
}

@ObjectType('RoleChoice', { description: 'A role the person holds and may act under.' })
export class RoleChoiceType {
  @Field(() => Uuid)
  roleGrantId: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => Uuid)
  organisationId: string;

  @Field(() => String, { nullable: true, description: 'Null for the platform itself.' })
  organisationName: string | null;

  @Field(() => Boolean)
  isActing: boolean;
}

@ObjectType('Me', { description: 'The signed-in person and the role the session acts under.' })
export class MeType {
  @Field(() => Uuid)
  accountId: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  email: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => Uuid)
  organisationId: string;

  @Field(() => String, { nullable: true, description: 'Null for the platform itself.' })
  organisationName: string | null;

  @Field(() => [RoleChoiceType], { description: 'All roles of the person, the oldest first.' })
  roles: RoleChoiceType[];
}
