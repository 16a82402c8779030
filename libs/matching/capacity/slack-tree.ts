/**
 * Values v(0) … v(n−1), all 0 at first; "add x to every value from day d on" and "least value from day d on", each
 * O(log n). Kept as differences: a node holds the sum of its differences and its least prefix sum.
 */
export class SlackTree {
  private readonly size: number;
  private readonly sum: Float64Array;
  private readonly low: Float64Array;

  constructor(days: number) {
    let size = 1;
    while (size < days) size *= 2;
    this.size = size;
    this.sum = new Float64Array(2 * size);
    this.low = new Float64Array(2 * size).fill(Infinity);
    this.low.fill(0, size, size + days);
    for (let node = size - 1; node >= 1; node--) this.pull(node);
  }

  addFrom(day: number, value: number): void {
    let node = this.size + day;
    this.sum[node]! += value;
    this.low[node] = this.sum[node]!;
    for (node >>= 1; node >= 1; node >>= 1) this.pull(node);
  }

  minFrom(day: number): number {
    let node = this.size + day;
    let low = this.low[node]!;
    let sum = this.sum[node]!;
    let before = 0;
    for (; node > 1; node >>= 1) {
      if (node % 2 === 1) before += this.sum[node - 1]!;
      else {
        low = Math.min(low, sum + this.low[node + 1]!);
        sum += this.sum[node + 1]!;
      }
    }
    return before + low;
  }

  private pull(node: number): void {
    const left = 2 * node;
    this.sum[node] = this.sum[left]! + this.sum[left + 1]!;
    this.low[node] = Math.min(this.low[left]!, this.sum[left]! + this.low[left + 1]!);
  }
}
