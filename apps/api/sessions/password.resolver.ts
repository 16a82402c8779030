import { Args, Field, InputType, Resolver } from '@nestjs/graphql';
import { ChangePassword, type PersonCaller, RequestPasswordReset, ResetPassword } from '#yui/identity';
import { DONE, Mutation } from '../graphql/mutation.js';
import { CurrentPerson, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { Grant } from '#yui/platform';

@InputType()
class ChangePasswordInput {
  @Field(() => String, { nullable: true, description: 'Null for an account that has only passkeys so far.' })
  currentPassword: string | null;

  @Field(() => String)
  newPassword: string;
}

@InputType()
class RequestPasswordResetInput {
  @Field(() => String)
  email: string;
}

@InputType()
class ResetPasswordInput {
  @Field(() => String, { description: 'From the link in the mail.' })
  token: string;

  @Field(() => String)
  newPassword: string;
}

@Resolver()
export class PasswordResolver {
  constructor(
    private readonly changePasswordUseCase: ChangePassword,
    private readonly requestPasswordResetUseCase: RequestPasswordReset,
    private readonly resetPasswordUseCase: ResetPassword,
  ) {}

  @Grant('SIGNED_IN')
  @Mutation(DONE, 'Changes the password and ends all other sessions.')
  async changePassword(
    @CurrentPerson() person: PersonCaller,
    @Args('input') { currentPassword = null, newPassword }: ChangePasswordInput,
  ): Promise<{ isDone: true }> {
    await this.changePasswordUseCase.execute(person, { currentPassword, newPassword });
    return { isDone: true };
  }

  @Grant('PUBLIC')
  @Mutation(DONE, 'Sends a mail if the address is registered; the answer does not tell.')
  async requestPasswordReset(
    @CurrentRequest() { place }: RequestContext,
    @Args('input') input: RequestPasswordResetInput,
  ): Promise<{ isDone: true }> {
    await this.requestPasswordResetUseCase.execute(input, place);
    return { isDone: true };
  }

  @Grant('PUBLIC')
  @Mutation(DONE, 'Sets a new password and ends all sessions. Sign in afterwards.')
  async resetPassword(@Args('input') input: ResetPasswordInput): Promise<{ isDone: true }> {
    await this.resetPasswordUseCase.execute(input);
    return { isDone: true };
  }
}
