import fc from 'fast-check';
import { Act, Draft } from './act.js';
import type { Model, Real } from './step.js';
import { Trespass } from './trespass.js';
import { Wait } from './wait.js';

const numbers = fc.noShrink(fc.array(fc.nat({ max: 99_999 }), { minLength: 24, maxLength: 24 }));

/** People act, and nothing else happens. */
export function plainLife(steps: number): fc.Arbitrary<Act[]> {
  return fc.array(
    numbers.map((row) => new Act(row)),
    { minLength: steps, maxLength: steps },
  );
}

/** Whatever people do, and when: up to so many steps. */
export function lives(most: number): fc.Arbitrary<Iterable<fc.AsyncCommand<Model, Real>>> {
  const act = numbers.map((row) => new Act(row));
  const arbitraries = [
    numbers.map((row) => new Draft(row)),
    ...Array.from({ length: 16 }, () => act),
    numbers.map((row) => new Trespass(row)),
    ...Array.from({ length: 2 }, () => numbers.map((row) => new Wait(row))),
  ];
  return fc.commands(arbitraries, { maxCommands: most, size: 'max' });
}
