import { findBottlenecks } from './bottlenecks.js';
import { batchCosts, exactObjective, type BatchCosts } from './costs.js';
import { tightestFirst } from './tightest-first.js';
import { objectiveFrom, relax, type Relaxation } from './relax.js';
import type { BatchSolution } from './solution.js';
import type { FairnessRule } from '../snapshot/types.js';
import type { BatchLine, BatchProof, BatchSnapshot } from './types.js';
import { UnitPlan } from './unit-plan.js';

/** A first plan: amounts on every edge, and how many of them make one unit of every line. */
export interface Start {
  edgeAmounts: Int32Array;
  perUnit: readonly number[];
}

/**
 * The plan of lines whose units differ in time or measure, or do not fit evenly between releases: an integer program.
 * Exact relaxations (work cut into seconds for what can be placed, into steps of the measure for the level) give bounds
 * and, rounded to whole units, first plans; what is left goes where it weighs least, then single units move while that
 * levels the load. `known`: a first plan that is there already.
 */
export function planMixed(snapshot: BatchSnapshot, lines: BatchLine[], known: Start | null): BatchSolution {
  const { measurePerStep, steps, densest } = chooseSteps(snapshot.rule, lines);
  const perSeconds = { seconds: lines[densest]!.secondsPerUnit, amounts: steps[densest]!, isWhole: false };
  const costs = batchCosts(snapshot, measurePerStep, (facility) =>
    Math.ceil(
      (facility.capacitySeconds.reduce((sum, free) => sum + free, 0) * perSeconds.amounts) / perSeconds.seconds,
    ),
  );
  const order = tightestFirst(lines);
  const plans: UnitPlan[] = [];
  const tryFrom = (start: Start | null): void => {
    plans.push(roundPlan(costs, lines, steps, order, start));
    plans.sort((a, b) => b.placedSeconds() - a.placedSeconds() || a.cost() - b.cost());
  };
  const stepsOf = new Map(lines.map((line, i) => [line, steps[i]!]));
  const inSteps = relax(costs, lines, perSeconds, (line) => stepsOf.get(line)!);
  tryFrom(inSteps);
  if (known !== null) tryFrom(known);
  const wanted = lines.reduce((sum, line) => sum + line.quantity * line.secondsPerUnit, 0);
  let inSeconds: Relaxation | null = null;
  if (plans[0]!.placedSeconds() < wanted) {
    const grain = { seconds: 1, amounts: 1, isWhole: false };
    inSeconds = relax(costs, lines, grain, (line) => line.secondsPerUnit);
    tryFrom(inSeconds);
  }
  const best = plans[0]!;
  const objective = exactObjective(costs.core, best.taken);
  return {
    costs,
    shares: best.shares(),
    objective,
    groups: [],
    stuck: inSeconds === null ? [] : findBottlenecks(inSeconds.flow, inSeconds.net.partUntil, inSeconds.stuck),
    proof: prove(lines, steps, inSteps, best.placedSeconds(), inSeconds?.placed ?? wanted, objective),
  };
}

interface Steps {
  measurePerStep: number;
  /** Of one unit of every line. */
  steps: number[];
  /** The line whose work adds most to the balance per second. */
  densest: number;
}

/**
 * A measure of which every unit adds a whole number. By the default rule the objective does not depend on how fine the
 * steps are, so they are made as fine as about a second of work: capacities then lose nothing to rounding in the bound.
 */
function chooseSteps(rule: FairnessRule, lines: readonly BatchLine[]): Steps {
  const thousandths = lines.map((line) => Math.max(1, Math.round(line.measurePerUnit * 1000)));
  const common = thousandths.reduce((a, b) => {
    while (b !== 0) [a, b] = [b, a % b];
    return a;
  });
  const perSecond = (i: number): number => thousandths[i]! / lines[i]!.secondsPerUnit;
  const densest = lines.reduce((best, _, i) => (perSecond(i) > perSecond(best) ? i : best), 0);
  let step = common;
  if (rule === 'WEBSTER') {
    const largest = lines.reduce((most, line, i) => Math.max(most, line.quantity * thousandths[i]!), 0);
    const finest = Math.max(perSecond(densest), largest / 2 ** 29);
    for (let parts = 1; parts <= common && common / parts >= finest; parts++)
      if (common % parts === 0) step = common / parts;
  }
  return { measurePerStep: step / 1000, steps: thousandths.map((measure) => measure / step), densest };
}

function roundPlan(
  costs: BatchCosts,
  lines: readonly BatchLine[],
  steps: readonly number[],
  order: Int32Array,
  start: Start | null,
): UnitPlan {
  const plan = new UnitPlan(costs, lines, steps);
  if (start !== null) plan.takeWhole(start.edgeAmounts, start.perUnit);
  plan.placeRest(order);
  plan.level();
  return plan;
}

function prove(
  lines: readonly BatchLine[],
  steps: readonly number[],
  inSteps: Relaxation | null,
  placedSeconds: number,
  placedSecondsAtMost: number,
  objective: bigint,
): BatchProof {
  if (inSteps === null) return { status: 'WITHIN', placedSecondsAtMost, gap: null };
  const least = objectiveFrom(inSteps, minSteps(lines, steps, placedSeconds));
  const distance = objective > least ? objective - least : 0n;
  const size = objective < 0n ? -objective : objective;
  const gap = distance === 0n ? 0 : Number(distance) / Math.max(1, Number(size));
  const isOptimal = gap === 0 && placedSeconds === placedSecondsAtMost;
  return { status: isOptimal ? 'OPTIMAL' : 'WITHIN', placedSecondsAtMost, gap };
}

/** Fewest steps of measure that any plan adds which places this much: the work that counts least per second first. */
function minSteps(lines: readonly BatchLine[], steps: readonly number[], placedSeconds: number): number {
  const order = lines.map((_, i) => i);
  order.sort((a, b) => steps[a]! * lines[b]!.secondsPerUnit - steps[b]! * lines[a]!.secondsPerUnit);
  let left = placedSeconds;
  let sum = 0;
  for (const i of order) {
    const seconds = Math.min(left, lines[i]!.quantity * lines[i]!.secondsPerUnit);
    sum += (seconds * steps[i]!) / lines[i]!.secondsPerUnit;
    left -= seconds;
  }
  return Math.floor(sum);
}
