import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/load-config.js';

export type { Counter } from 'prom-client';
/** Times something by what it is and how it ended. */
export type Timer = Histogram<'name' | 'outcome'>;

/** Bounds of durations in seconds: from a read that is in memory to a report somebody waits for. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Value<Label extends string> {
  /** Few values each, never a person or an order. */
  readonly labels: Readonly<Record<Label, string>>;
  readonly value: number;
}

/**
 * What this process counts and times, for a monitor that reads it at `/metrics`. Without METRICS_TOKEN nobody reads it, and
 * nothing about the process itself is collected.
 * @see https://prometheus.io/docs/practices/naming/
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly isRead: boolean;

  constructor(@Inject(CONFIG) config: Pick<Config, 'METRICS_TOKEN'>) {
    this.isRead = config.METRICS_TOKEN !== null;
    if (this.isRead) collectDefaultMetrics({ register: this.registry });
  }

  /** @param name ends in `_total` */
  counter<Label extends string>(name: string, help: string, labels: readonly Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames: labels, registers: [this.registry] });
  }

  /** How long something took. @param name ends in `_seconds` */
  timer(name: string, help: string): Timer {
    const labelNames = ['name', 'outcome'] as const;
    return new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [this.registry] });
  }

  /** What is looked up whenever somebody reads; without values when the look fails. */
  gauge<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
    look: () => Promise<readonly Value<Label>[]>,
  ): void {
    if (!this.isRead) return;
    const gauge = new Gauge({
      name,
      help,
      labelNames: labels,
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        const unknown = labels.length === 0 ? [{ labels: {}, value: Number.NaN } as Value<Label>] : [];
        for (const found of await look().catch(() => unknown)) gauge.set({ ...found.labels }, found.value);
      },
    });
  }

  /** As monitors read it. @see https://prometheus.io/docs/instrumenting/exposition_formats/ */
  async text(): Promise<string> {
    return this.registry.metrics();
  }
}

/** Times `work`, and says how it ended: `done`, or `failed` when it threw. */
export async function timed<T>(timer: Timer, name: string, work: () => Promise<T>): Promise<T> {
  const stop = timer.startTimer({ name });
  try {
    const result = await work();
    stop({ outcome: 'done' });
    return result;
  } catch (error) {
    stop({ outcome: 'failed' });
    throw error;
  }
}
