import type { SplitCore } from '../split/core.js';
import { BatchFlow } from './flow.js';
import { fillToLevel } from './level.js';
import type { BatchNetwork } from './network.js';

export interface Decomposition {
  flow: BatchFlow;
  /** Nodes whose work could not be placed, part by part: the minimum cuts. */
  stuck: Int32Array[];
  /** Facilities that were filled to one common level, with the lines that hold them there. */
  groups: LevelGroup[];
}

export interface LevelGroup {
  /** Key up to which they were filled: Infinity = full. */
  level: number;
  rows: number[];
  lines: number[];
}

interface Part {
  from: number;
  to: number;
  above: number;
  upTo: number;
}

/**
 * Groenevelt's decomposition. Fill the persons of a part of the network to one common level as if everybody could do
 * everything; ask a flow whether that is possible. If it falls short, the nodes that the excess still reaches (the
 * minimum cut) hold too much work: in every best plan each of their facilities gets at least its target and all others at
 * most theirs, and nothing crosses the cut. Both sides are solved alone, going on from the flow that is there.
 *
 * "Not placed" is one more taker for every line with a level above all others: it enters a part only when all its
 * facilities are full. So the most is placed without a maximum flow beforehand, and what is stuck is a minimum cut.
 *
 * `order`: the lines as they choose first; it decides how quickly the answer is found, never how level it is.
 */
export function decompose(net: BatchNetwork, core: SplitCore, order: Int32Array): Decomposition {
  const flow = new BatchFlow(net);
  const count = flow.nodeCount;
  const nodes = Int32Array.from({ length: count }, (_, node) => node);
  const spare = new Int32Array(count);
  const rows = new Int32Array(net.facilityCount);
  const open: Part[] = [{ from: 0, to: count, above: -Infinity, upTo: Infinity }];
  const stuck: Int32Array[] = [];
  const groups: LevelGroup[] = [];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { from, to } = part;
    const level = setTargets(net, core, flow, nodes, part, rows);
    if (to - from === count) flow.begin(order);
    flow.settle(nodes, from, to);
    const missing = missingIn(flow, nodes, from, to);
    if (missing.deficit === 0) {
      if (missing.unsent > 0) stuck.push(nodes.slice(from, to));
      groups.push(groupOf(flow, nodes, part, level));
      flow.leave(nodes, from, to);
      continue;
    }
    const middle = partition(nodes, from, to, spare, (node) => flow.isCutOff(node));
    flow.leave(nodes, from, to);
    open.push({ from: middle, to, above: part.above, upTo: Math.min(part.upTo, level) });
    open.push({ from, to: middle, above: Math.max(part.above, level - 1), upTo: part.upTo });
  }
  return { flow, stuck, groups: groups.filter((group) => group.rows.length > 0) };
}

function groupOf(flow: BatchFlow, nodes: Int32Array, part: Part, level: number): LevelGroup {
  const group: LevelGroup = { level, rows: [], lines: [] };
  for (let k = part.from; k < part.to; k++) {
    const node = nodes[k]!;
    if (node >= flow.firstLine) group.lines.push(node - flow.firstLine);
    else if (flow.isPersons(node)) group.rows.push(flow.rowOfNode[node]!);
  }
  return group;
}

/** Answers the level; Infinity when the part has more work than room. */
function setTargets(
  net: BatchNetwork,
  core: SplitCore,
  flow: BatchFlow,
  nodes: Int32Array,
  part: Part,
  rows: Int32Array,
): number {
  let count = 0;
  let total = 0;
  let room = 0;
  for (let k = part.from; k < part.to; k++) {
    const node = nodes[k]!;
    if (node >= flow.firstLine) total += flow.unsent[node - flow.firstLine]!;
    else if (flow.isPersons(node)) {
      const row = flow.rowOfNode[node]!;
      rows[count++] = row;
      total += flow.taken[row]!;
      room += net.ceiling[row]!;
    }
  }
  if (total >= room) {
    for (let k = 0; k < count; k++) flow.target[rows[k]!] = net.ceiling[rows[k]!]!;
    return Infinity;
  }
  return fillToLevel(core, rows, count, total, part.above, part.upTo, flow.target);
}

function missingIn(flow: BatchFlow, nodes: Int32Array, from: number, to: number): { deficit: number; unsent: number } {
  let deficit = 0;
  let unsent = 0;
  for (let k = from; k < to; k++) {
    const node = nodes[k]!;
    if (node >= flow.firstLine) unsent += flow.unsent[node - flow.firstLine]!;
    else if (flow.isPersons(node)) {
      const row = flow.rowOfNode[node]!;
      deficit += Math.max(0, flow.target[row]! - flow.taken[row]!);
    }
  }
  return { deficit, unsent };
}

/** Nodes that pass the test first, both sides in their order; answers where the second side begins. */
function partition(
  nodes: Int32Array,
  from: number,
  to: number,
  spare: Int32Array,
  isFirst: (node: number) => boolean,
): number {
  let first = from;
  let rest = 0;
  for (let k = from; k < to; k++) {
    const node = nodes[k]!;
    if (isFirst(node)) nodes[first++] = node;
    else spare[rest++] = node;
  }
  nodes.set(spare.subarray(0, rest), first);
  return first;
}
