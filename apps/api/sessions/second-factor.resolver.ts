import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import {
  ConfirmTotp,
  EnrolTotp,
  type PersonCaller,
  PresentSecondFactor,
  RemoveTotp,
  RenewRecoveryCodes,
} from '#yui/identity';
import { CurrentPerson, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { SessionAnswer } from './session-answer.js';
import { MeType } from './session.types.js';

@ObjectType('TotpEnrolment', {
  description: 'A secret for an authenticator app; nothing changes until it is confirmed.',
})
class TotpEnrolmentType {
  @Field(() => String)
  enrolmentToken: string;

  @Field(() => String, { description: 'What the QR code holds.' })
  otpauthUri: string;

  @Field(() => String, { description: 'For typing, base32.' })
  secret: string;
}

@ObjectType('RecoveryCodes', { description: 'Shown once. Each lets its owner in once, without the device.' })
class RecoveryCodesType {
  @Field(() => [String])
  recoveryCodes: string[];
}

@InputType()
class ConfirmTotpInput {
  @Field(() => String)
  enrolmentToken: string;

  @Field(() => String)
  code: string;
}

@InputType()
class PresentSecondFactorInput {
  @Field(() => String, { description: 'Six digits of the authenticator app, or a recovery code.' })
  code: string;
}

@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly answer: SessionAnswer,
    private readonly present: PresentSecondFactor,
    private readonly enrol: EnrolTotp,
    private readonly confirm: ConfirmTotp,
    private readonly remove: RemoveTotp,
    private readonly renew: RenewRecoveryCodes,
  ) {}

  @Mutation(() => MeType, { description: 'The second half of a sign-in. The session goes on under a new cookie.' })
  async presentSecondFactor(
    @CurrentPerson() person: PersonCaller,
    @CurrentRequest() request: RequestContext,
    @Args('input') input: PresentSecondFactorInput,
  ): Promise<MeType> {
    return this.answer.renewed(request, await this.present.execute(person, input));
  }

  @Mutation(() => TotpEnrolmentType, { description: 'Begins to set up a second factor, or to move it.' })
  async enrolTotp(@CurrentPerson() person: PersonCaller): Promise<TotpEnrolmentType> {
    return this.enrol.execute(person);
  }

  @Mutation(() => RecoveryCodesType, { description: 'The first code shows that the app has the secret.' })
  async confirmTotp(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: ConfirmTotpInput,
  ): Promise<RecoveryCodesType> {
    return this.confirm.execute(person, input);
  }

  @Mutation(() => Boolean, { description: 'Gives up the second factor, where the role does not need one.' })
  async removeTotp(@CurrentPerson() person: PersonCaller): Promise<true> {
    await this.remove.execute(person);
    return true;
  }

  @Mutation(() => RecoveryCodesType, { description: 'Replaces all recovery codes.' })
  async renewRecoveryCodes(@CurrentPerson() person: PersonCaller): Promise<RecoveryCodesType> {
    return this.renew.execute(person);
  }
}
