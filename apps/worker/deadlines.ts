import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Feature, FEATURES, Metrics, timed, type Timer } from '#yui/platform';

/** More rounds than any real backlog needs: a use case that always says "more" must not keep the others waiting. */
const MAX_ROUNDS = 100;

/** Does what has become due, of every feature (`deadlines`). Any number of workers may do it at once. */
@Injectable()
export class Deadlines {
  private readonly timer: Timer;

  constructor(
    private readonly modules: ModuleRef,
    @Inject(FEATURES) private readonly features: readonly Feature[],
    metrics: Metrics,
  ) {
    this.timer = metrics.timer('yui_deadline_seconds', 'Looks at what has become due, by the use case that does it.');
  }

  /** One that fails does not keep the others from their turn. @throws the first error, after all had their turn */
  async execute(): Promise<void> {
    const errors: unknown[] = [];
    for (const useCase of this.features.flatMap(({ deadlines = [] }) => [...deadlines])) {
      const deadline = this.modules.get(useCase, { strict: false });
      try {
        const look = async () => timed(this.timer, useCase.name, async () => deadline.execute());
        for (let round = 0; round < MAX_ROUNDS && (await look()) > 0; round += 1);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}
