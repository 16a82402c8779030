import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/load-config.js';
import { CONFIG } from '../config/config.token.js';
import type { PersonActor } from '../context/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { requireInteger } from '../errors/check-input.js';
import { platformErrors } from '../errors/platform.errors.js';

const MAX_MINUTES = 60 * 24 * 366;

/** Moves the time of the product forward, for demonstrations and tests: deadlines pass without waiting for them. */
@Injectable()
export class MoveClock {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws PLATFORM.CLOCK_FIXED unless CLOCK_MOVABLE is set; INPUT.NUMBER_OUT_OF_RANGE. */
  async execute(actor: PersonActor, input: { minutes: number }): Promise<void> {
    if (!this.config.CLOCK_MOVABLE) throw platformErrors.CLOCK_FIXED();
    const minutes = requireInteger('minutes', input.minutes, 1, MAX_MINUTES);
    await this.unitOfWork.run(actor, async (tx) => {
      await tx.manager.query('UPDATE clock_shift SET shift = shift + make_interval(mins => $1)', [minutes]);
    });
  }
}
