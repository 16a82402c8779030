import fc from 'fast-check';
import { verifyAudit } from '#yui/platform';
import { faultOf, LONG_SECONDS, sampleOf, SEED } from '../harness/property.js';
import { Coverage } from './coverage.js';
import { Follower } from './follower.js';
import { goalsOf } from './goals.js';
import { Habits } from './habits.js';
import { lives, plainLife } from './life.js';
import { Stage } from './stage.js';
import type { Model, Real } from './step.js';

/** `npm run test:model` walks longer, and other lives each time. */
const IS_LONG = LONG_SECONDS !== null;
const SECONDS = LONG_SECONDS ?? 4;
/** A run as long as this must have been everywhere. */
const EVERYWHERE_SECONDS = 1800;
const SEEDS_LOOKED_AT = 100;
const MIN_STEPS = 60;
const MAX_STEPS = 120;
/** A story of so many steps is told again for each step that is omitted. */
const SHRINK_MS = SECONDS >= 60 ? 60_000 : 5_000;

describe('whatever people do with an order, and when', () => {
  let stage: Stage;
  const coverage = new Coverage();
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(async () => {
    await stage.end();
    if (IS_LONG) process.stdout.write(`${coverage.report()}\n`);
  });

  /** One life, or several that meet. @throws Error when a rule is broken; `story` has the steps that led there */
  async function live(
    steps: Iterable<fc.AsyncCommand<Model, Real>>,
    habits: Habits,
    isEnough: () => boolean,
    story: string[],
  ): Promise<void> {
    await stage.reset();
    const reach = (name: string) => {
      coverage.reach(name);
      habits.reached(name);
    };
    const follower = new Follower(stage, reach);
    await follower.begin();
    coverage.beginLife();
    const real: Real = { stage, habits, follower, coverage, reach, isEnough, story };
    await fc.asyncModelRun(() => ({ model: { orders: [] }, real }), steps);
    const faults = (await verifyAudit(stage.api.db)).filter(({ fault }) => fault !== null);
    if (faults.length > 0) throw new Error(`the audit does not verify: ${JSON.stringify(faults)}`);
  }

  /** @returns the shortest story that breaks a rule, as far as there was time to look for one */
  async function brokenBy(seed: number, endMs: number): Promise<readonly string[] | null> {
    let shortest: readonly string[] | null = null;
    let untilMs = endMs;
    const isEnough = () => performance.now() > untilMs;
    // A life that is over soon comes to nothing, unless it is part of a longer one that broke a rule.
    const whole = lives(MAX_STEPS).filter((steps) => shortest !== null || [...steps].length >= MIN_STEPS);
    const walk = fc.asyncProperty(whole, async (steps) => {
      // Enough was tried to make the story shorter.
      if (shortest !== null && isEnough()) return;
      const story: string[] = [];
      await live(steps, new Habits(seed), isEnough, story).catch((error: Error) => {
        if (shortest === null) untilMs = performance.now() + SHRINK_MS;
        if (shortest === null || story.length < shortest.length) shortest = [...story, error.message];
        throw error;
      });
    });
    const fault = await faultOf(walk, { numRuns: 1, seed, unbiased: true });
    // Nothing was lived yet when it failed.
    if (fault !== null && shortest === null) throw new Error(`no life could be made of seed ${seed}`, { cause: fault });
    return shortest;
  }

  /** Of the next lives the one that is after most of what was reached in none so far. */
  function nextSeed(seed: number): number {
    const seeds = Array.from({ length: SEEDS_LOOKED_AT }, (_, index) => seed + 1 + index);
    const newGoals = (each: number) => goalsOf(each).filter((goal) => !coverage.has(goal)).length;
    return seeds.reduce((best, each) => (newGoals(each) > newGoals(best) ? each : best));
  }

  const told = (story: readonly string[]) => story.map((step, index) => `  ${index + 1}. ${step}`).join('\n');

  it('closes an order on which everybody does the plain thing', async () => {
    const [steps] = sampleOf(plainLife(MAX_STEPS), 1);
    const story: string[] = [];
    const isClosed = () => coverage.has('WorkOrder CLOSED');
    await live(steps!, new Habits(null), isClosed, story).catch((error: Error) => {
      throw new Error(`\n${told([...story, error.message])}`);
    });
    const way = ['SUBMITTED', 'QUOTED', 'ALLOCATING', 'IN_PRODUCTION', 'DELIVERED', 'ACCEPTED', 'SETTLED', 'CLOSED'];
    for (const state of way) expect([state, coverage.has(`WorkOrder ${state}`)]).toEqual([state, true]);
  });

  it(
    'keeps every rule after every step',
    async () => {
      const endMs = performance.now() + SECONDS * 1000;
      for (let seed = SEED; performance.now() < endMs; seed = nextSeed(seed)) {
        const story = await brokenBy(seed, endMs);
        if (story !== null) throw new Error(`Again: npm run test:model -- --seed ${seed}\n${told(story)}`);
        if (IS_LONG) process.stdout.write(`--seed ${seed}: ${coverage.summary()}\n`);
      }
      if (SECONDS >= EVERYWHERE_SECONDS) expect(coverage.never()).toEqual([]);
    },
    SECONDS * 1000 + SHRINK_MS + 60_000,
  );
});
