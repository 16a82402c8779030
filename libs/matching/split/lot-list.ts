import { kthLargest } from './select.js';

/** A list of single lots, each with its row and its key; its memory is used again. */
export class LotList {
  count = 0;
  rows = new Int32Array(256);
  keys = new Float64Array(256);
  private order = new Float64Array(256);

  add(row: number, key: number): void {
    if (this.count === this.rows.length) this.grow();
    this.rows[this.count] = row;
    this.keys[this.count++] = key;
  }

  /** The k-th smallest key, k from 1; the list stays in its order. */
  kthKey(k: number): number {
    this.order.set(this.keys.subarray(0, this.count));
    return kthLargest(this.order, this.count, this.count + 1 - k);
  }

  private grow(): void {
    const { rows, keys } = this;
    this.rows = new Int32Array(2 * rows.length);
    this.keys = new Float64Array(2 * keys.length);
    this.order = new Float64Array(2 * keys.length);
    this.rows.set(rows);
    this.keys.set(keys);
  }
}
