import { TABLES } from '../harness/transition-tables.js';

/** Of those that belong to an order: an inquiry comes before there is one. */
const OF_ORDERS = TABLES.filter(({ subject }) => subject !== 'Inquiry');
const STATES = OF_ORDERS.flatMap(({ subject, states }) => states.map((state) => `${subject} ${state}`));
export const STEPS = OF_ORDERS.flatMap(({ subject, transitions }) =>
  transitions.flatMap(({ from, action }) => from.map((state) => `${subject} ${state} ${action}`)),
);

/** Which states and steps of the tables were gone through, and in how many lives. */
export class Coverage {
  private readonly livesOf = new Map([...STATES, ...STEPS].map((name) => [name, new Set<number>()]));
  private readonly beganMs = performance.now();
  private lives = 0;
  private lastNew = '';
  steps = 0;

  beginLife(): void {
    this.lives += 1;
  }

  /** A state (`Call OPEN`) or a step (`Call OPEN close`) was gone through; what is in no table does not count. */
  reach(name: string): void {
    const lives = this.livesOf.get(name);
    if (lives?.size === 0) {
      this.lastNew = `${name}, after ${Math.round((performance.now() - this.beganMs) / 1000)} s in life ${this.lives}`;
    }
    lives?.add(this.lives);
  }

  has(name: string): boolean {
    return (this.livesOf.get(name)?.size ?? 0) > 0;
  }

  /** What was not reached in any life. */
  never(): string[] {
    return [...this.livesOf.keys()].filter((name) => !this.has(name));
  }

  /** How much was reached of all there is. */
  summary(): string {
    const reached = (names: readonly string[]) => `${names.filter((name) => this.has(name)).length} of ${names.length}`;
    return `${this.lives} lives, ${this.steps} steps; states reached: ${reached(STATES)}; steps of tables: ${reached(STEPS)}`;
  }

  /** In how many lives what was reached. */
  report(): string {
    return [
      ...[...this.livesOf].map(([name, lives]) => `${String(lives.size).padStart(6)}  ${name}`),
      `last reached for the first time: ${this.lastNew}`,
      this.summary(),
    ].join('\n');
  }
}
