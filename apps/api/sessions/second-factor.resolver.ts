import { Args, Field, InputType, Resolver } from '@nestjs/graphql';
import {
  ConfirmTotp,
  EnrolTotp,
  type PersonCaller,
  PresentSecondFactor,
  RemoveTotp,
  RenewRecoveryCodes,
} from '#yui/identity';
import { DONE, Mutation } from '../graphql/mutation.js';
import { CurrentPerson, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { SessionAnswer } from './session-answer.js';
import { MeType } from './session.types.js';
import { Grant } from '#yui/platform';

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

const RECOVERY_CODES = {
  recoveryCodes: { type: [String], description: 'Shown once. Each lets its owner in once, without the device.' },
} as const;

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

  @Grant('SIGNED_IN')
  @Mutation({ me: MeType }, 'The second half of a sign-in. The session goes on under a new cookie.')
  async presentSecondFactor(
    @CurrentPerson() person: PersonCaller,
    @CurrentRequest() request: RequestContext,
    @Args('input') input: PresentSecondFactorInput,
  ): Promise<{ me: MeType }> {
    return { me: await this.answer.renewed(request, await this.present.execute(person, input)) };
  }

  @Grant('SIGNED_IN')
  @Mutation(
    {
      enrolmentToken: { type: String, description: 'For `confirmTotp`; nothing changes until then.' },
      otpauthUri: { type: String, description: 'What the QR code holds.' },
      secret: { type: String, description: 'For typing, base32.' },
    },
    'Begins to set up a second factor, or to move it.',
  )
  async enrolTotp(
    @CurrentPerson() person: PersonCaller,
  ): Promise<{ enrolmentToken: string; otpauthUri: string; secret: string }> {
    return this.enrol.execute(person);
  }

  @Grant('SIGNED_IN')
  @Mutation(RECOVERY_CODES, 'The first code shows that the app has the secret.')
  async confirmTotp(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: ConfirmTotpInput,
  ): Promise<{ recoveryCodes: string[] }> {
    return this.confirm.execute(person, input);
  }

  @Grant('SIGNED_IN')
  @Mutation(DONE, 'Gives up the second factor, where the role does not need one.')
  async removeTotp(@CurrentPerson() person: PersonCaller): Promise<{ isDone: true }> {
    await this.remove.execute(person);
    return { isDone: true };
  }

  @Grant('SIGNED_IN')
  @Mutation(RECOVERY_CODES, 'Replaces all recovery codes.')
  async renewRecoveryCodes(@CurrentPerson() person: PersonCaller): Promise<{ recoveryCodes: string[] }> {
    return this.renew.execute(person);
  }
}
