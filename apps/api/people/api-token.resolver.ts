import { Args, Field, InputType, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type ApiToken,
  type ApiTokenAction,
  ApiTokenQueries,
  CreateApiToken,
  type PersonCaller,
  RevokeApiToken,
  TOKEN_SCOPES,
  type TokenScope,
} from '#yui/identity';
import type { PersonActor } from '#yui/platform';
import { enumType, valuesOf } from '../graphql/enums.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, CurrentPerson } from '../graphql/request-context.js';
import { DateTime, Id } from '../graphql/scalars.js';
import { Grant } from '#yui/platform';

const TokenScopeEnum = enumType(
  'TokenScope',
  'READ: read what the owner of the token may see. ORDER: carry orders on, as the role of its owner does.',
  TOKEN_SCOPES,
);

const ApiTokenActionEnum = enumType(
  'ApiTokenAction',
  'What can be done with a token.',
  valuesOf<ApiTokenAction>({ revoke: true }),
);

@ObjectType('ApiToken', { description: 'Lets a machine act as the role of the one who made it, within its scopes.' })
class ApiTokenType {
  @Field(() => Id)
  id: string;

  @Field(() => Id, { description: 'Whose token it is.' })
  accountId: string;

  @Field(() => String)
  name: string;

  @Field(() => [TokenScopeEnum])
  scopes: TokenScope[];

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime)
  expiresAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'To within five minutes.' })
  lastUsedAt: Date | null;
}

@InputType()
class CreateApiTokenInput {
  @Field(() => String)
  name: string;

  @Field(() => DateTime, { description: 'From a day to a year from now.' })
  expiresAt: Date;

  @Field(() => [TokenScopeEnum])
  scopes: TokenScope[];
}

@InputType()
class RevokeApiTokenInput {
  @Field(() => Id)
  apiTokenId: string;
}

@Resolver(() => ApiTokenType)
export class ApiTokenResolver {
  constructor(
    private readonly queries: ApiTokenQueries,
    private readonly create: CreateApiToken,
    private readonly revoke: RevokeApiToken,
  ) {}

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN', 'FACILITY_ADMIN'])
  @Query(() => [ApiTokenType], { description: 'The tokens of the acting organisation, the newest first.' })
  async apiTokens(@CurrentActor() actor: PersonActor): Promise<ApiTokenType[]> {
    return this.queries.ofOrganisation(actor);
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN', 'FACILITY_ADMIN'])
  @Mutation(
    {
      apiTokenId: { type: Id, description: 'Of the new token.' },
      token: { type: String, description: 'Shown this once. Sent as `Authorization: Bearer …`.' },
    },
    'Makes a token for a machine of the organisation. It is shown this once.',
  )
  async createApiToken(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: CreateApiTokenInput,
  ): Promise<{ apiTokenId: string; token: string }> {
    return this.create.execute(person, input);
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN', 'FACILITY_ADMIN'])
  @Mutation(
    {
      apiTokens: [ApiTokenType],
    },
    'Answers those that are left.',
  )
  async revokeApiToken(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RevokeApiTokenInput,
  ): Promise<{ apiTokens: ApiTokenType[] }> {
    await this.revoke.execute(actor, input);
    return { apiTokens: await this.queries.ofOrganisation(actor) };
  }

  @ResolveField(() => [ApiTokenActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() token: ApiToken, @CurrentActor() actor: PersonActor): ApiTokenAction[] {
    return this.queries.availableActions(actor, token);
  }
}
