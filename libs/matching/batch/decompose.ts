import { emptyCore, type SplitCore } from '../split/core.js';
import { waterFill } from '../split/water-fill.js';
import type { BatchNetwork } from './network.js';

/**
 * Groenevelt's decomposition: the amounts of work that facilities can do together form a base polytope, and a separable
 * convex cost over it is minimised by (1) the water level over the total alone, (2) a maximum flow that tests it,
 * (3) if it does not fit, a minimum cut: the facilities behind the cut can do no more than they do, the others must do
 * more than the level says, and the two sides never exchange work again; each is solved likewise.
 *
 * `costs` has one row per facility in tie order; `rowOf` maps a facility to it. Answers the group of every node.
 */
export function decompose(network: BatchNetwork, costs: SplitCore, rowOf: Int32Array, order: readonly number[]): void {
  const lines = order;
  const facilities = Array.from({ length: network.facilities }, (_, i) => i);
  const wanted = network.supply.reduce((sum, supply) => sum + supply, 0);
  const most = facilities.reduce((sum, i) => sum + network.capacityOf(i), 0);
  setTargets(network, costs, rowOf, facilities, Math.min(wanted, most));
  network.fillGreedily(order);
  if (!network.augment(0, lines)) return;
  for (const i of facilities) network.target[i] = network.capacityOf(i);
  network.augment(0, lines);
  let groups = 1;
  const open = [{ group: 0, lines: [...lines], facilities }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const total = part.facilities.reduce((sum, i) => sum + network.done[i]!, 0);
    const work = part.facilities.length > 0 ? total : 0;
    setTargets(network, costs, rowOf, part.facilities, work);
    for (const i of part.facilities) network.cutToTarget(i);
    network.augment(part.group, part.lines);
    const done = part.facilities.reduce((sum, i) => sum + network.done[i]!, 0);
    if (done === work) continue;
    const split = separate(network, part, groups++);
    // The side that unplaced work reaches takes over what is missing; its flow must first be made that large.
    for (const i of split.reached.facilities) network.target[i] = network.capacityOf(i);
    network.augment(split.reached.group, split.reached.lines);
    open.push(split.reached, split.behind);
  }
}

interface Part {
  group: number;
  lines: number[];
  facilities: number[];
}

/** Nodes that unplaced work can reach keep the group; those behind the cut get a new one. */
function separate(network: BatchNetwork, part: Part, fresh: number): { reached: Part; behind: Part } {
  const depth = network.reach(part.group, part.lines);
  for (let node = 0; node < network.group.length; node++) {
    if (network.group[node] === part.group && depth[node]! < 0) network.group[node] = fresh;
  }
  const inGroup = (group: number): Part => ({
    group,
    lines: part.lines.filter((line) => network.group[line] === group),
    facilities: part.facilities.filter((i) => network.group[network.lastNode(i)] === group),
  });
  return { reached: inGroup(part.group), behind: inGroup(fresh) };
}

/** The fairest totals of some facilities when only their sum and their own bounds matter. */
function setTargets(
  network: BatchNetwork,
  costs: SplitCore,
  rowOf: Int32Array,
  facilities: readonly number[],
  work: number,
): void {
  const byTie = [...facilities].sort((a, b) => rowOf[a]! - rowOf[b]!);
  const core = emptyCore(byTie.length);
  const floors = new Int32Array(byTie.length);
  byTie.forEach((facility, k) => {
    const row = rowOf[facility]!;
    core.curve[k] = costs.curve[row]!;
    core.base[k] = costs.base[row]!;
    core.low[k] = 1;
    core.high[k] = network.capacityOf(facility);
    floors[k] = network.fixedWork(facility);
  });
  const { lots } = waterFill(core, work, floors);
  byTie.forEach((facility, k) => (network.target[facility] = lots[k]!));
}
