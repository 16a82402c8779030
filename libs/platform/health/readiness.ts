import { Injectable } from '@nestjs/common';
import type { HealthIndicatorFunction, HealthIndicatorResult } from '@nestjs/terminus';
import { DatabaseWatch } from '../database/database-watch.js';

/** Whether this process can do its work: what `/health/ready` answers. */
@Injectable()
export class Readiness {
  private readonly added: HealthIndicatorFunction[] = [];
  private readonly concerns: HealthIndicatorFunction[] = [];
  private isLeaving = false;

  constructor(private readonly watch: DatabaseWatch) {}

  add(check: HealthIndicatorFunction): void {
    this.added.push(check);
  }

  /** What concerns the product as a whole, not this process: `/health` tells it, and no process is less ready for it. */
  addConcern(check: HealthIndicatorFunction): void {
    this.concerns.push(check);
  }

  get allChecks(): HealthIndicatorFunction[] {
    return [...this.checks, ...this.concerns];
  }

  /** From now on the process is not ready: it finishes what it has and takes nothing new. */
  leave(): void {
    this.isLeaving = true;
  }

  get checks(): HealthIndicatorFunction[] {
    const process = (): HealthIndicatorResult => ({ process: { status: this.isLeaving ? 'down' : 'up' } });
    const database = (): HealthIndicatorResult => {
      const { obstacle, clockAheadMs } = this.watch;
      const details = { obstacle, clockAheadMs: Math.round(clockAheadMs) };
      return { database: { status: obstacle === null ? 'up' : 'down', ...details } };
    };
    return [process, database, ...this.added];
  }
}
