import type { BatchFlow } from './flow.js';

export interface StuckGroup {
  unplaced: number;
  /** Rows of lines. */
  lines: number[];
  /** Row of a facility → last period whose time these lines could use. */
  facilities: Map<number, number>;
}

/**
 * Splits what is stuck into independent groups: from a line that is not placed, everything its work could move to. All of
 * it is full, and its lines have no other facilities.
 */
export function findBottlenecks(flow: BatchFlow, partUntil: Int32Array, stuck: readonly Int32Array[]): StuckGroup[] {
  const groupOf = new Map<number, number>();
  const members: number[][] = [];
  for (const node of stuck.flatMap((nodes) => [...nodes])) {
    if (node < flow.firstLine || flow.unsent[node - flow.firstLine] === 0 || groupOf.has(node)) continue;
    const group = members.length;
    const found = [node];
    const touched = new Set<number>();
    groupOf.set(node, group);
    for (let k = 0; k < found.length; k++) {
      flow.forEachNext(found[k]!, (other) => {
        const known = groupOf.get(other);
        if (known === undefined) {
          groupOf.set(other, group);
          found.push(other);
        } else if (known !== group) touched.add(known);
      });
    }
    // What it shares with an earlier group makes them one.
    for (const other of touched) {
      for (const member of members[other]!) groupOf.set(member, group);
      found.push(...members[other]!);
      members[other] = [];
    }
    members.push(found);
  }
  return members.filter((nodes) => nodes.length > 0).map((nodes) => describe(flow, partUntil, nodes));
}

function describe(flow: BatchFlow, partUntil: Int32Array, nodes: readonly number[]): StuckGroup {
  const group: StuckGroup = { unplaced: 0, lines: [], facilities: new Map() };
  for (const node of nodes) {
    if (node >= flow.firstLine) {
      group.lines.push(node - flow.firstLine);
      group.unplaced += flow.unsent[node - flow.firstLine]!;
      continue;
    }
    const row = flow.rowOfNode[node]!;
    group.facilities.set(row, Math.max(group.facilities.get(row) ?? 0, partUntil[flow.partOfNode[node]!]!));
  }
  return group;
}
