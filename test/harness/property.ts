import fc from 'fast-check';

/** What `npm test` tries each time. */
const FIXED_SEED = 20_260_401;

/** Of everything random in this run. `SEED=… npx jest …` repeats a run that failed; long runs get another one each time. */
export const SEED = Number(process.env.SEED ?? FIXED_SEED);

/** How long each property is tried in a long run; null: as often as it says itself. */
export const LONG_SECONDS = process.env.LONG_SECONDS === undefined ? null : Number(process.env.LONG_SECONDS);

/**
 * Tries a property with the seed of this run (or its own, to replay what once failed), and says that seed when it fails.
 * In a long run it is tried for `LONG_SECONDS`, however often that is.
 */
export function assertProperty<Values>(
  property: fc.IAsyncProperty<Values>,
  parameters?: fc.Parameters<Values>,
): Promise<void>;
export function assertProperty<Values>(property: fc.IProperty<Values>, parameters?: fc.Parameters<Values>): void;
export function assertProperty<Values>(
  property: fc.IProperty<Values> | fc.IAsyncProperty<Values>,
  parameters: fc.Parameters<Values> = {},
): Promise<void> | void {
  const long =
    LONG_SECONDS === null ? {} : { numRuns: 100_000_000, interruptAfterTimeLimit: Math.max(1, LONG_SECONDS) * 1000 };
  const outcome: fc.RunDetails<Values> | Promise<fc.RunDetails<Values>> = fc.check(
    property as fc.IProperty<Values> & fc.IAsyncProperty<Values>,
    { seed: SEED, ...parameters, ...long },
  );
  return outcome instanceof Promise ? outcome.then(throwFailure) : throwFailure(outcome);
}

function throwFailure<Values>(outcome: fc.RunDetails<Values>): void {
  if (!outcome.failed) return;
  throw new Error(`Again: SEED=${outcome.seed}\n${fc.defaultReportMessage(outcome)}`, { cause: outcome.errorInstance });
}

/**
 * Tries a property under a seed that the caller says itself when it fails.
 * @returns why it does not hold; null: it does
 */
export async function faultOf<Values>(
  property: fc.IAsyncProperty<Values>,
  parameters: fc.Parameters<Values> & { readonly seed: number },
): Promise<unknown> {
  const outcome = await fc.check(property, parameters);
  return outcome.failed ? (outcome.errorInstance ?? fc.defaultReportMessage(outcome)) : null;
}

/** Values of an arbitrary, by the seed of this run. */
export function sampleOf<Value>(arbitrary: fc.Arbitrary<Value>, count: number): Value[] {
  return fc.sample(arbitrary, { numRuns: count, seed: SEED });
}

/** Numbers from 0 up to below `limit`; the same ones for the same seed of the run and the same `name`. */
export function randomNumbers(name: string | number): (limit: number) => number {
  let state = [...String(name)].reduce((hash, each) => Math.imul(hash ^ each.codePointAt(0)!, 16_777_619), SEED) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Runs what draws from `randomNumbers`, and says the seed when it fails. */
export async function withSeed(run: () => Promise<void>): Promise<void> {
  await run().catch((error: Error) => {
    throw new Error(`Again: SEED=${SEED}\n${error.message}`, { cause: error });
  });
}
