import { Injectable, Optional } from '@nestjs/common';
import type { HealthIndicatorFunction, HealthIndicatorResult } from '@nestjs/terminus';
import { DatabaseWatch } from '../database/database-watch.js';
import { Replica } from '../database/replica.js';

/** Whether this process can do its work: what `/health/ready` answers. */
@Injectable()
export class Readiness {
  private readonly added: HealthIndicatorFunction[] = [];
  private readonly concerns: HealthIndicatorFunction[] = [];
  private isLeaving = false;

  constructor(
    private readonly watch: DatabaseWatch,
    @Optional() private readonly replica: Replica | null = null,
  ) {}

  add(check: HealthIndicatorFunction): void {
    this.added.push(check);
  }

  /** What concerns the product as a whole, not this process: `/health` tells it, and no process is less ready for it. */
  addConcern(check: HealthIndicatorFunction): void {
    this.concerns.push(check);
  }

  get allChecks(): HealthIndicatorFunction[] {
    return [...this.checks, ...this.replicaChecks, ...this.concerns];
  }

  /** From now on the process is not ready: it finishes what it has and takes nothing new. */
  leave(): void {
    this.isLeaving = true;
  }

  private get replicaChecks(): HealthIndicatorFunction[] {
    const { replica } = this;
    if (replica === null || replica.isFresh === null) return [];
    const lagMs = Number.isFinite(replica.lagMs()) ? Math.round(replica.lagMs()) : null;
    return [(): HealthIndicatorResult => ({ replica: { status: replica.isFresh ? 'up' : 'down', lagMs } })];
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
