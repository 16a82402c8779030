/**
 * Lines → (facility, period) → … → (facility, last period) → done: a promise due in period t uses the cumulative
 * capacities of t and of every later period, so a facility is a chain of its periods. Flows are whole numbers.
 *
 * Nodes carry a group: after a cut has separated two parts of the network nothing flows between them any more, and
 * each is solved on its own nodes only.
 */
export class BatchNetwork {
  readonly lines: number;
  readonly facilities: number;
  readonly periods: number;
  /** Work of the line not placed yet. */
  readonly supply: Float64Array;
  /** What a facility may do in all (the target of the moment) and what it does. */
  readonly target: Float64Array;
  readonly done: Float64Array;
  readonly group: Int32Array;
  /** Edges of a line stand together; the same edges again by facility. */
  readonly edgeStart: Int32Array;
  readonly edgeFacility: Int32Array;
  readonly flow: Float64Array;
  private readonly edgeLine: Int32Array;
  private readonly facilityStart: Int32Array;
  private readonly facilityEdge: Int32Array;
  /** Flow and capacity of (facility, period) → (facility, period + 1). */
  private readonly chainFlow: Float64Array;
  private readonly depth: Int32Array;
  private readonly cursor: Int32Array;
  private readonly queue: Int32Array;

  constructor(
    quantities: readonly number[],
    private readonly due: Int32Array,
    eligible: readonly Int32Array[],
    facilities: number,
    periods: number,
    private readonly capacity: Float64Array,
  ) {
    this.lines = quantities.length;
    this.facilities = facilities;
    this.periods = periods;
    this.supply = Float64Array.from(quantities);
    this.target = new Float64Array(facilities);
    this.done = new Float64Array(facilities);
    this.group = new Int32Array(this.lines + facilities * periods);
    this.edgeStart = new Int32Array(this.lines + 1);
    eligible.forEach((list, line) => (this.edgeStart[line + 1] = this.edgeStart[line]! + list.length));
    const edges = this.edgeStart[this.lines]!;
    this.edgeFacility = new Int32Array(edges);
    this.edgeLine = new Int32Array(edges);
    this.flow = new Float64Array(edges);
    this.facilityStart = new Int32Array(facilities + 1);
    this.facilityEdge = new Int32Array(edges);
    this.indexEdges(eligible);
    this.chainFlow = new Float64Array(facilities * periods);
    this.depth = new Int32Array(this.group.length);
    this.cursor = new Int32Array(this.group.length);
    this.queue = new Int32Array(this.group.length);
  }

  private indexEdges(eligible: readonly Int32Array[]): void {
    let edge = 0;
    eligible.forEach((list, line) => {
      for (const facility of list) {
        this.edgeFacility[edge] = facility;
        this.edgeLine[edge++] = line;
        this.facilityStart[facility + 1]! += 1;
      }
    });
    for (let i = 0; i < this.facilities; i++) this.facilityStart[i + 1]! += this.facilityStart[i]!;
    const place = this.facilityStart.slice();
    for (edge = 0; edge < this.edgeFacility.length; edge++) {
      const facility = this.edgeFacility[edge]!;
      this.facilityEdge[place[facility]!] = edge;
      place[facility]! += 1;
    }
  }

  capacityOf(facility: number): number {
    return this.capacityAt(facility, this.periods - 1);
  }

  capacityAt(facility: number, period: number): number {
    return this.capacity[facility * this.periods + period]!;
  }

  /** Most that can still be added to a facility in a period without moving anything. */
  private headroom(facility: number, period: number): number {
    let room = this.target[facility]! - this.done[facility]!;
    for (let t = period; t < this.periods - 1; t++) {
      const at = facility * this.periods + t;
      room = Math.min(room, this.capacity[at]! - this.chainFlow[at]!);
    }
    return room;
  }

  private add(edge: number, amount: number): void {
    const line = this.edgeLine[edge]!;
    const facility = this.edgeFacility[edge]!;
    this.flow[edge]! += amount;
    this.supply[line]! -= amount;
    this.done[facility]! += amount;
    for (let t = this.due[line]!; t < this.periods - 1; t++) this.chainFlow[facility * this.periods + t]! += amount;
  }

  /** Fills facilities in the order of each line's edges: few facilities per line, most is placed before any search. */
  fillGreedily(order: readonly number[]): void {
    for (const line of order) {
      for (let edge = this.edgeStart[line]!; edge < this.edgeStart[line + 1]! && this.supply[line]! > 0; edge++) {
        const room = Math.min(this.supply[line]!, this.headroom(this.edgeFacility[edge]!, this.due[line]!));
        if (room > 0) this.add(edge, room);
      }
    }
  }

  /** Takes work back from a facility that does more than its target; only its own group's lines give way. */
  cutToTarget(facility: number): void {
    const own = this.group[this.lastNode(facility)]!;
    for (let k = this.facilityStart[facility]!; k < this.facilityStart[facility + 1]!; k++) {
      const excess = this.done[facility]! - this.target[facility]!;
      if (excess <= 0) return;
      const edge = this.facilityEdge[k]!;
      if (this.flow[edge]! <= 0 || this.group[this.edgeLine[edge]!] !== own) continue;
      this.add(edge, -Math.min(excess, this.flow[edge]!));
    }
  }

  /** Work that reaches the facility from another group: it is fixed. */
  fixedWork(facility: number): number {
    const own = this.group[this.lastNode(facility)]!;
    let fixed = 0;
    for (let k = this.facilityStart[facility]!; k < this.facilityStart[facility + 1]!; k++) {
      const edge = this.facilityEdge[k]!;
      if (this.group[this.edgeLine[edge]!] !== own) fixed += this.flow[edge]!;
    }
    return fixed;
  }

  lastNode(facility: number): number {
    return this.lines + (facility + 1) * this.periods - 1;
  }

  /** Places as much more of the group's supply as possible (Dinic); answers true when a line's supply is left. */
  augment(group: number, groupLines: readonly number[]): boolean {
    while (this.layer(group, groupLines, true)) {
      this.cursor.fill(0);
      for (const line of groupLines) {
        while (this.supply[line]! > 0) {
          const pushed = this.push(line, this.supply[line]!, group);
          if (pushed <= 0) break;
          this.supply[line]! -= pushed;
        }
      }
    }
    return groupLines.some((line) => this.supply[line]! > 0);
  }

  /** After `augment`: nodes that unplaced work can reach have depth ≥ 0. */
  reach(group: number, groupLines: readonly number[]): Int32Array {
    this.layer(group, groupLines, false);
    return this.depth;
  }

  private layer(group: number, groupLines: readonly number[], isUntilRoom: boolean): boolean {
    const { depth, queue, lines, periods } = this;
    depth.fill(-1);
    let tail = 0;
    for (const line of groupLines) {
      if (this.supply[line]! <= 0) continue;
      depth[line] = 0;
      queue[tail++] = line;
    }
    let hasRoom = false;
    let stop = Infinity;
    for (let head = 0; head < tail; head++) {
      const node = queue[head]!;
      const next = depth[node]! + 1;
      if (next > stop) break;
      if (node < lines) {
        for (let edge = this.edgeStart[node]!; edge < this.edgeStart[node + 1]!; edge++) {
          const other = lines + this.edgeFacility[edge]! * periods + this.due[node]!;
          if (depth[other]! >= 0 || this.group[other] !== group) continue;
          depth[other] = next;
          queue[tail++] = other;
        }
        continue;
      }
      const at = node - lines;
      const facility = Math.floor(at / periods);
      const period = at - facility * periods;
      if (period === periods - 1) {
        if (this.done[facility]! < this.target[facility]!) {
          hasRoom = true;
          if (isUntilRoom) stop = next;
        }
      } else if (depth[node + 1]! < 0 && this.group[node + 1] === group && this.chainFlow[at]! < this.capacity[at]!) {
        depth[node + 1] = next;
        queue[tail++] = node + 1;
      }
      if (period > 0 && depth[node - 1]! < 0 && this.group[node - 1] === group && this.chainFlow[at - 1]! > 0) {
        depth[node - 1] = next;
        queue[tail++] = node - 1;
      }
      for (let k = this.facilityStart[facility]!; k < this.facilityStart[facility + 1]!; k++) {
        const edge = this.facilityEdge[k]!;
        const line = this.edgeLine[edge]!;
        if (this.flow[edge]! <= 0 || depth[line]! >= 0 || this.due[line] !== period || this.group[line] !== group)
          continue;
        depth[line] = next;
        queue[tail++] = line;
      }
    }
    return hasRoom;
  }

  /** Sends up to `amount` from a node one layer deeper; arcs are tried once per layering. */
  private push(node: number, amount: number, group: number): number {
    return node < this.lines ? this.pushFromLine(node, amount, group) : this.pushFromPeriod(node, amount, group);
  }

  private pushFromLine(line: number, amount: number, group: number): number {
    const first = this.edgeStart[line]!;
    const count = this.edgeStart[line + 1]! - first;
    for (; this.cursor[line]! < count; this.cursor[line]! += 1) {
      const edge = first + this.cursor[line]!;
      const other = this.lines + this.edgeFacility[edge]! * this.periods + this.due[line]!;
      if (this.depth[other] !== this.depth[line]! + 1 || this.group[other] !== group) continue;
      const pushed = this.push(other, amount, group);
      if (pushed <= 0) continue;
      this.flow[edge]! += pushed;
      return pushed;
    }
    return 0;
  }

  /** Arc 0: forward in time or done; arc 1: back in time; then one arc per edge of the facility, to its line. */
  private pushFromPeriod(node: number, amount: number, group: number): number {
    const at = node - this.lines;
    const facility = Math.floor(at / this.periods);
    const period = at - facility * this.periods;
    const first = this.facilityStart[facility]!;
    const count = this.facilityStart[facility + 1]! - first + 2;
    const next = this.depth[node]! + 1;
    for (; this.cursor[node]! < count; this.cursor[node]! += 1) {
      const arc = this.cursor[node]!;
      let pushed = 0;
      if (arc === 0 && period === this.periods - 1) {
        pushed = Math.min(amount, this.target[facility]! - this.done[facility]!);
        if (pushed > 0) this.done[facility]! += pushed;
      } else if (arc === 0) {
        const room = this.capacity[at]! - this.chainFlow[at]!;
        if (room <= 0 || this.depth[node + 1] !== next || this.group[node + 1] !== group) continue;
        pushed = this.push(node + 1, Math.min(amount, room), group);
        this.chainFlow[at]! += pushed;
      } else if (arc === 1) {
        if (period === 0) continue;
        const back = this.chainFlow[at - 1]!;
        if (back <= 0 || this.depth[node - 1] !== next || this.group[node - 1] !== group) continue;
        pushed = this.push(node - 1, Math.min(amount, back), group);
        this.chainFlow[at - 1]! -= pushed;
      } else {
        const edge = this.facilityEdge[first + arc - 2]!;
        const line = this.edgeLine[edge]!;
        const back = this.flow[edge]!;
        if (back <= 0 || this.due[line] !== period || this.depth[line] !== next || this.group[line] !== group) continue;
        pushed = this.push(line, Math.min(amount, back), group);
        this.flow[edge]! -= pushed;
      }
      if (pushed > 0) return pushed;
    }
    return 0;
  }
}
