import fc from 'fast-check';
import { verifyAudit } from '#yui/platform';
import { lives, type Model, type Real } from './commands.js';
import { Coverage, Follower } from './follower.js';
import { Stage } from './stage.js';

/** `npm run test:model` walks longer, and other lives each time. */
const SECONDS = Number(process.env.MODEL_SECONDS ?? 15);
const SEED = Number(process.env.MODEL_SEED ?? 20_260_401);
/** A run as long as this must have been everywhere. */
const LONG_SECONDS = 1800;
const MOST_STEPS = 90;
/** A story of ninety steps is told again for each step that is left out. */
const SHRINK_MS = SECONDS >= 60 ? 60_000 : 5_000;

describe('whatever people do with an order, and when', () => {
  let stage: Stage;
  const coverage = new Coverage();
  beforeAll(async () => {
    stage = await Stage.begin();
  }, 60_000);
  afterAll(async () => {
    await stage.end();
  });

  /** One life, or several that meet. @throws Error when a rule is broken; `story` has the steps that led there */
  async function live(
    commands: Iterable<fc.AsyncCommand<Model, Real>>,
    untilMs: number,
    story: string[],
  ): Promise<void> {
    await stage.reset();
    const follower = new Follower(stage, coverage);
    await follower.begin();
    const real: Real = { stage, follower, digest: await stage.digest(), untilMs, story };
    await fc.asyncModelRun(() => ({ model: { orders: [] }, real }), commands);
    const faults = (await verifyAudit(stage.api.db)).filter(({ fault }) => fault !== null);
    if (faults.length > 0) throw new Error(`the audit does not verify: ${JSON.stringify(faults)}`);
  }

  /** @returns the shortest story that breaks a rule, as far as there was time to look for one */
  async function brokenBy(seed: number, endMs: number): Promise<readonly string[] | null> {
    let shortest: readonly string[] | null = null;
    let untilMs = endMs;
    const walk = fc.asyncProperty(lives(MOST_STEPS), async (commands) => {
      // Enough was tried to make the story shorter.
      if (shortest !== null && performance.now() > untilMs) return;
      const story: string[] = [];
      await live(commands, untilMs, story).catch((error: Error) => {
        if (shortest === null) untilMs = performance.now() + SHRINK_MS;
        if (shortest === null || story.length < shortest.length) shortest = [...story, error.message];
        throw error;
      });
    });
    await fc.check(walk, { numRuns: 1, seed, unbiased: true });
    return shortest;
  }

  it(
    'keeps every rule after every step',
    async () => {
      const endMs = performance.now() + SECONDS * 1000;
      for (let seed = SEED; performance.now() < endMs; seed += 1) {
        const story = await brokenBy(seed, endMs);
        const told = story?.map((step, index) => `  ${index + 1}. ${step}`).join('\n');
        if (told !== undefined) throw new Error(`--seed ${seed}\n${told}`);
      }
      const never = coverage.all().filter(({ times }) => times === 0);
      expect(coverage.all().length - never.length).toBeGreaterThan(2);
      if (SECONDS >= LONG_SECONDS) expect(never.map(({ name }) => name)).toEqual([]);
    },
    SECONDS * 1000 + SHRINK_MS + 60_000,
  );

  afterAll(() => {
    if (process.env.MODEL_SECONDS === undefined) return;
    process.stdout.write(
      `${coverage
        .all()
        .map(({ name, times }) => `${String(times).padStart(6)}  ${name}`)
        .join('\n')}\n`,
    );
  });
});
