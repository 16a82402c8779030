import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#yui/platform';
import { SAMPLE_PEOPLE, type SampleSignIn } from './sample-people.js';

/** How to sign in as the people of the sample, where this installation is one: their passwords are no secret. */
@Injectable()
export class SampleSignIns {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'SAMPLE_SIGN_INS'>) {}

  list(): readonly SampleSignIn[] {
    return this.config.SAMPLE_SIGN_INS ? SAMPLE_PEOPLE : [];
  }
}
