import type { BatchResult, BatchSnapshot } from '../../../libs/matching/index.js';
import highsLoader from 'highs';
import { SimpleMinCostFlow } from 'or-tools-wasm/network-flow';

/**
 * The same problem for general solvers: lines → facility by due date → one arc per unit with the cost of that unit.
 * Only for lines that are alike and released together, with weights that divide SCALE; costs are exact integers.
 */
interface UnitNetwork {
  nodes: number;
  tails: number[];
  heads: number[];
  rooms: number[];
  costs: number[];
  /** Units that a node sends. */
  supplies: number[];
}

export interface PeerAnswer {
  placed: number;
  cost: number;
}

const SCALE = 840;

function unitCosts(snapshot: BatchSnapshot): (facility: number, unit: number) => number {
  const measure = snapshot.lines[0]!.measurePerUnit;
  return (j, unit) => {
    const { weight, balance } = snapshot.facilities[j]!;
    return ((SCALE / weight) * (2 * balance + measure * (2 * unit - 1))) / 60;
  };
}

export function costOfPlan(snapshot: BatchSnapshot, result: BatchResult): number {
  const costOf = unitCosts(snapshot);
  const units = new Map(result.facilities.map((facility) => [facility.facilityId, facility.units]));
  return snapshot.facilities.reduce((sum, { facilityId }, j) => {
    let cost = 0;
    for (let unit = 1; unit <= units.get(facilityId)!; unit++) cost += costOf(j, unit);
    return sum + cost;
  }, 0);
}

export function unitNetwork(snapshot: BatchSnapshot): UnitNetwork {
  const { periods, facilities, lines } = snapshot;
  const seconds = lines[0]!.secondsPerUnit;
  const costOf = unitCosts(snapshot);
  const slot = (j: number, period: number): number => lines.length + j * periods + period;
  const sink = lines.length + facilities.length * periods;
  const net: UnitNetwork = { nodes: sink + 1, tails: [], heads: [], rooms: [], costs: [], supplies: [] };
  const link = (tail: number, head: number, room: number, cost: number): void => {
    net.tails.push(tail);
    net.heads.push(head);
    net.rooms.push(room);
    net.costs.push(cost);
  };
  lines.forEach((line, i) => {
    net.supplies.push(line.quantity);
    for (const j of line.eligible) link(i, slot(j, line.duePeriod), line.quantity, 0);
  });
  facilities.forEach(({ capacitySeconds }, j) => {
    let time = 0;
    for (let period = 0; period < periods; period++) {
      time += capacitySeconds[period]!;
      const units = Math.floor(time / seconds);
      if (period < periods - 1) link(slot(j, period), slot(j, period + 1), units, 0);
      else for (let unit = 1; unit <= units; unit++) link(slot(j, period), sink, 1, costOf(j, unit));
    }
  });
  while (net.supplies.length < sink) net.supplies.push(0);
  net.supplies.push(-lines.reduce((sum, line) => sum + line.quantity, 0));
  return net;
}

/** Exact: cheapest maximum flow by cost scaling. Building the model is not timed. */
export function orTools(net: UnitNetwork): () => Promise<PeerAnswer> {
  const flow = new SimpleMinCostFlow();
  flow.addArcsWithCapacityAndUnitCost(net.tails, net.heads, net.rooms, net.costs);
  net.supplies.forEach((supply, node) => flow.setNodeSupply(node, supply));
  return async () => {
    const status = await flow.solveMaxFlowWithMinCost();
    if (status !== Number(SimpleMinCostFlow.OPTIMAL)) throw new Error(`OR-Tools answered with status ${status}`);
    return { placed: flow.maximumFlow(), cost: flow.optimalCost() };
  };
}

/** The same as a linear program (its corners are whole); null when the time is over. Writing the model is not timed. */
export async function highsLp(net: UnitNetwork, seconds: number): Promise<() => PeerAnswer | null> {
  // The package declares its ES module as CommonJS; what is imported is the loader itself.
  const highs = await (highsLoader as unknown as typeof highsLoader.default)();
  const sink = net.nodes - 1;
  const dearest = net.costs.reduce((most, cost) => Math.max(most, cost), 0) + 1;
  const terms: string[][] = Array.from({ length: net.nodes }, () => []);
  const objective: string[] = [];
  const bounds: string[] = [];
  net.tails.forEach((tail, arc) => {
    terms[tail]!.push(`+ x${arc}`);
    terms[net.heads[arc]!]!.push(`- x${arc}`);
    if (net.costs[arc] !== 0) objective.push(`+ ${net.costs[arc]} x${arc}`);
    bounds.push(` x${arc} <= ${net.rooms[arc]}`);
  });
  const rows: string[] = [];
  for (let node = 0; node < sink; node++) {
    const supply = net.supplies[node]!;
    if (supply > 0) {
      // What is not placed costs more than any unit.
      objective.push(`+ ${dearest} u${node}`);
      terms[node]!.push(`+ u${node}`);
    }
    if (terms[node]!.length > 0) rows.push(` n${node}: ${terms[node]!.join(' ')} = ${supply}`);
  }
  const text = `Minimize\n obj: ${objective.join('\n ')}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`;
  return () => {
    const answer = highs.solve(text, { time_limit: seconds, threads: 1, output_flag: false });
    if (answer.Status !== 'Optimal') return null;
    let unplaced = 0;
    for (let node = 0; node < sink; node++) unplaced += answer.Columns[`u${node}`]?.Primal ?? 0;
    const placed = Math.round(-net.supplies[sink]! - unplaced);
    return { placed, cost: Math.round(answer.ObjectiveValue - dearest * unplaced) };
  };
}
