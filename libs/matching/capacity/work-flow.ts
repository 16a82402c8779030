import type { Job, Workload } from './prepare.js';

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
  private readonly firstJobNode: number;
  private readonly nodes: number;

  /** A job whose work is infinite takes what it can get. */
  constructor(
    private readonly load: Workload,
    private readonly jobs: readonly Job[],
  ) {
    this.firstLimitNode = 1 + load.days;
    this.sink = 0;
    this.firstJobNode = 1 + load.days + load.limits.length * load.days;
    this.nodes = this.firstJobNode + jobs.length;
    for (let node = 0; node < this.nodes; node++) this.head.push(-1);
    this.depth = new Int32Array(this.nodes);
    this.cursor = new Int32Array(this.nodes);
    for (let day = 0; day < load.days; day++) this.link(1 + day, this.sink, load.pool[day]!);
    load.limits.forEach((perDay, row) => {
      for (let day = 0; day < load.days; day++) this.link(this.limitNode(row, day), 1 + day, perDay[day]!);
    });
  }

  /** The most of its work that job k can do without taking any from the jobs asked before; these move where that helps. */
  send(k: number): number {
    const { start, due, limitRow, work } = this.jobs[k]!;
    const node = this.firstJobNode + k;
    for (let day = start; day <= due; day++) {
      this.link(node, limitRow >= 0 ? this.limitNode(limitRow, day) : 1 + day, Infinity);
    }
    let sent = 0;
    while (sent < work && this.layer(node)) {
      for (let i = 0; i < this.nodes; i++) this.cursor[i] = this.head[i]!;
      let pushed: number;
      while (sent < work && (pushed = this.push(node, work - sent)) > 0) sent += pushed;
    }
    return sent;
  }

  /** After `send` fell short: the jobs whose work stands in the way (the source side of the least cut). */
  competes(k: number): (other: number) => boolean {
    this.layer(this.firstJobNode + k);
    const reached = this.depth.slice();
    return (other) => reached[this.firstJobNode + other]! >= 0;
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
