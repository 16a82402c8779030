import type { Workload } from './prepare.js';

/**
 * Promises with daily limits per work type as a flow: job → (limited type, day) → day → done. Work is divisible, so a
 * set of promises can be kept exactly when every job's whole work flows. Small: one facility's open jobs and days.
 */
export class WorkFlow {
  private readonly head: number[] = [];
  private readonly next: number[] = [];
  private readonly to: number[] = [];
  private readonly room: number[] = [];
  private readonly depth: Int32Array;
  private readonly cursor: Int32Array;
  private readonly sink: number;
  private readonly firstLimitNode: number;
  private nodes: number;

  constructor(
    private readonly load: Workload,
    jobSlots: number,
  ) {
    this.firstLimitNode = 1 + load.days;
    this.sink = 0;
    this.nodes = 1 + load.days + load.limits.length * load.days;
    const total = this.nodes + jobSlots;
    for (let node = 0; node < total; node++) this.head.push(-1);
    this.depth = new Int32Array(total);
    this.cursor = new Int32Array(total);
    for (let day = 0; day < load.days; day++) this.link(1 + day, this.sink, load.pool[day]!);
    load.limits.forEach((perDay, row) => {
      for (let day = 0; day < load.days; day++) this.link(this.limitNode(row, day), 1 + day, perDay[day]!);
    });
  }

  /** Adds a job that may work on `start` … `due`; answers its node. */
  addJob(start: number, due: number, limitRow: number): number {
    const node = this.nodes++;
    for (let day = start; day <= due; day++) {
      this.link(node, limitRow >= 0 ? this.limitNode(limitRow, day) : 1 + day, Infinity);
    }
    return node;
  }

  /** Sends up to `work` from a job's node to the days, moving earlier jobs where that helps; answers what fitted. */
  send(node: number, work: number): number {
    let sent = 0;
    while (sent < work && this.layer(node)) {
      for (let i = 0; i < this.nodes; i++) this.cursor[i] = this.head[i]!;
      let pushed: number;
      while (sent < work && (pushed = this.push(node, work - sent)) > 0) sent += pushed;
    }
    return sent;
  }

  /** After `send` fell short: the nodes that compete with `node` (the source side of the least cut). */
  competes(node: number): (other: number) => boolean {
    this.layer(node);
    const reached = this.depth.slice();
    return (other) => reached[other]! >= 0;
  }

  private limitNode(row: number, day: number): number {
    return this.firstLimitNode + row * this.load.days + day;
  }

  private link(from: number, to: number, room: number): void {
    this.to.push(to);
    this.room.push(room);
    this.next.push(this.head[from]!);
    this.head[from] = this.to.length - 1;
    this.to.push(from);
    this.room.push(0);
    this.next.push(this.head[to]!);
    this.head[to] = this.to.length - 1;
  }

  private layer(source: number): boolean {
    this.depth.fill(-1);
    this.depth[source] = 0;
    const queue = [source];
    for (let i = 0; i < queue.length; i++) {
      const node = queue[i]!;
      for (let arc = this.head[node]!; arc >= 0; arc = this.next[arc]!) {
        const other = this.to[arc]!;
        if (this.room[arc]! <= 0 || this.depth[other]! >= 0) continue;
        this.depth[other] = this.depth[node]! + 1;
        queue.push(other);
      }
    }
    return this.depth[this.sink]! >= 0;
  }

  private push(node: number, limit: number): number {
    if (node === this.sink) return limit;
    for (; this.cursor[node]! >= 0; this.cursor[node] = this.next[this.cursor[node]!]!) {
      const arc = this.cursor[node]!;
      const other = this.to[arc]!;
      if (this.room[arc]! <= 0 || this.depth[other]! !== this.depth[node]! + 1) continue;
      const pushed = this.push(other, Math.min(limit, this.room[arc]!));
      if (pushed <= 0) continue;
      this.room[arc]! -= pushed;
      this.room[arc ^ 1]! += pushed;
      return pushed;
    }
    return 0;
  }
}
