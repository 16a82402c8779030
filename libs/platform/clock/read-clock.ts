import { Inject, Injectable } from '@nestjs/common';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import type { Config } from '../config/load-config.js';
import { CONFIG } from '../config/config.token.js';
import { type Actor, SYSTEM } from '../context/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';

export interface ClockReading {
  readonly now: Date;
  /** The day it is in Tokyo. */
  readonly today: LocalDate;
  /** The time of a demonstration can be moved. */
  readonly isMovable: boolean;
}

/** The time of the product, which all processes and pages go by: the clock of a person's computer may be wrong. */
@Injectable()
export class ReadClock {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'CLOCK_MOVABLE'>,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute(actor: Actor = SYSTEM): Promise<ClockReading> {
    const [row] = await this.unitOfWork.read(actor, async (db) => db.query<[{ now: Date }]>('SELECT yui_now() AS now'));
    return { now: row.now, today: todayInTokyo(row.now), isMovable: this.config.CLOCK_MOVABLE };
  }
}
