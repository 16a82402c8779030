import { findBottlenecks } from './bottlenecks.js';
import { batchCosts, exactObjective, type BatchCosts } from './costs.js';
import { tightestFirst } from './decompose.js';
import { objectiveFrom, relax, type Relaxation } from './relax.js';
import type { BatchSolution } from './solution.js';
import type { BatchLine, BatchProof, BatchSnapshot } from './types.js';
import { UnitPlan } from './unit-plan.js';

/**
 * The plan of lines whose units differ in time or measure: an integer program. Exact relaxations (work cut into minutes
 * for what can be placed, into steps of the common measure for the level) give bounds and, rounded to whole units, first
 * plans; what is left goes where it weighs least, then single units move while that levels the load.
 */
export function planMixed(snapshot: BatchSnapshot, lines: BatchLine[]): BatchSolution {
  const { measurePerStep, steps } = commonSteps(lines);
  // No work adds more to the balance per minute than this line's.
  const densest = lines.reduce(
    (best, line, i) => (isDenser(line, steps[i]!, best) ? { line, steps: steps[i]! } : best),
    {
      line: lines[0]!,
      steps: steps[0]!,
    },
  );
  const perMinutes = { minutes: densest.line.minutesPerUnit, amounts: densest.steps, isWhole: false };
  const costs = batchCosts(snapshot, measurePerStep, (facility) =>
    Math.ceil((facility.capacityMinutes.reduce((sum, free) => sum + free, 0) * densest.steps) / perMinutes.minutes),
  );
  const stepsOf = new Map(lines.map((line, i) => [line, steps[i]!]));
  const inSteps = relax(costs, lines, perMinutes, (line) => stepsOf.get(line)!);
  const wanted = lines.reduce((sum, line) => sum + line.quantity * line.minutesPerUnit, 0);
  const plans = [roundPlan(costs, lines, steps, inSteps)];
  let inMinutes: Relaxation | null = null;
  if (plans[0]!.placedMinutes() < wanted) {
    const grain = { minutes: 1, amounts: 1, isWhole: false };
    inMinutes = relax(costs, lines, grain, (line) => line.minutesPerUnit);
    plans.push(roundPlan(costs, lines, steps, inMinutes));
    plans.sort((a, b) => b.placedMinutes() - a.placedMinutes() || a.cost() - b.cost());
  }
  const best = plans[0]!;
  const objective = exactObjective(costs.core, best.taken);
  return {
    costs,
    shares: best.shares(),
    objective,
    levelOf: () => null,
    stuck: inMinutes === null ? [] : findBottlenecks(inMinutes.flow, inMinutes.net.partUntil, inMinutes.stuck),
    proof: prove(lines, steps, inSteps, best.placedMinutes(), inMinutes?.placed ?? wanted, objective),
  };
}

/** The largest measure that every unit adds a whole number of (thousandths when measures are not whole). */
function commonSteps(lines: readonly BatchLine[]): { measurePerStep: number; steps: number[] } {
  const times = lines.every((line) => Number.isInteger(line.measurePerUnit)) ? 1 : 1000;
  const steps = lines.map((line) => Math.max(1, Math.round(line.measurePerUnit * times)));
  const common = steps.reduce((a, b) => {
    while (b !== 0) [a, b] = [b, a % b];
    return a;
  });
  return { measurePerStep: common / times, steps: steps.map((step) => step / common) };
}

const isDenser = (line: BatchLine, steps: number, best: { line: BatchLine; steps: number }): boolean =>
  steps * best.line.minutesPerUnit > best.steps * line.minutesPerUnit;

function roundPlan(
  costs: BatchCosts,
  lines: readonly BatchLine[],
  steps: readonly number[],
  start: Relaxation | null,
): UnitPlan {
  const plan = new UnitPlan(costs, lines, steps);
  if (start !== null) plan.takeWhole(start.flow.edgeFlow, start.perUnit);
  plan.placeRest(start === null ? lines.keys() : tightestFirst(start.net));
  plan.level();
  return plan;
}

function prove(
  lines: readonly BatchLine[],
  steps: readonly number[],
  inSteps: Relaxation | null,
  placedMinutes: number,
  placedMinutesAtMost: number,
  objective: bigint,
): BatchProof {
  if (inSteps === null) return { status: 'WITHIN', placedMinutesAtMost, gap: null };
  const least = objectiveFrom(inSteps, leastSteps(lines, steps, placedMinutes));
  const distance = objective > least ? objective - least : 0n;
  const size = objective < 0n ? -objective : objective;
  const gap = distance === 0n ? 0 : Number(distance) / Math.max(1, Number(size));
  const isOptimal = gap === 0 && placedMinutes === placedMinutesAtMost;
  return { status: isOptimal ? 'OPTIMAL' : 'WITHIN', placedMinutesAtMost, gap };
}

/** Fewest steps of measure that any plan adds which places this much: the work that counts least per minute first. */
function leastSteps(lines: readonly BatchLine[], steps: readonly number[], placedMinutes: number): number {
  const order = lines.map((_, i) => i);
  order.sort((a, b) => steps[a]! * lines[b]!.minutesPerUnit - steps[b]! * lines[a]!.minutesPerUnit);
  let left = placedMinutes;
  let sum = 0;
  for (const i of order) {
    const minutes = Math.min(left, lines[i]!.quantity * lines[i]!.minutesPerUnit);
    sum += (minutes * steps[i]!) / lines[i]!.minutesPerUnit;
    left -= minutes;
  }
  return Math.floor(sum);
}
