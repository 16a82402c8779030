import type fc from 'fast-check';
import type { Coverage } from './coverage.js';
import { Dice } from './dice.js';
import type { Follower } from './follower.js';
import type { Habits } from './habits.js';
import { brokenRules } from './invariants.js';
import { leaks } from './privacy.js';
import type { Actor, Stage } from './stage.js';

/** What the model knows of an order: how much of each line holds. Its state the follower knows. */
export interface ModelOrder {
  readonly id: string;
  readonly number: string;
  readonly buyer: Actor;
  readonly quantities: Map<string, number>;
}

export interface Model {
  readonly orders: ModelOrder[];
}

/** The product, and what looks at every step of it. */
export interface Real {
  readonly stage: Stage;
  readonly habits: Habits;
  readonly follower: Follower;
  readonly coverage: Coverage;
  /** A state or a step of a table was gone through. */
  readonly reach: (name: string) => void;
  /** From then on no step is taken. */
  readonly isEnough: () => boolean;
  /** What was done so far, in words. */
  readonly story: string[];
}

/** A step anybody can take; it says in words what it was. */
export abstract class Step implements fc.AsyncCommand<Model, Real> {
  constructor(protected readonly numbers: readonly number[]) {}

  abstract check(model: Readonly<Model>): boolean;
  protected abstract take(model: Model, real: Real, dice: Dice): Promise<string>;

  async run(model: Model, real: Real): Promise<void> {
    if (real.isEnough()) return;
    const dice = new Dice(this.numbers);
    const told = await this.take(model, real, dice).catch((error: Error) => {
      real.story.push(`✗ ${error.message}`);
      throw error;
    });
    await real.stage.quiet();
    const wrong = [
      ...(await brokenRules(real.stage)),
      ...(await real.follower.follow()),
      ...(dice.happens(1, 4) ? await leaks(real.stage, dice) : []),
    ];
    real.coverage.steps += 1;
    real.story.push([told, ...wrong.map((rule) => `✗ ${rule}`)].join('\n      '));
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  }

  toString(): string {
    return this.constructor.name;
  }
}
