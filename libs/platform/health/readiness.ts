import { Injectable } from '@nestjs/common';
import type { HealthIndicatorFunction, HealthIndicatorResult } from '@nestjs/terminus';

/** Whether this process can do its work: what `/health/ready` answers, beyond the database. */
@Injectable()
export class Readiness {
  private readonly added: HealthIndicatorFunction[] = [];
  private isLeaving = false;

  add(check: HealthIndicatorFunction): void {
    this.added.push(check);
  }

  /** From now on the process is not ready: it finishes what it has and takes nothing new. */
  leave(): void {
    this.isLeaving = true;
  }

  get checks(): HealthIndicatorFunction[] {
    const process = (): HealthIndicatorResult => ({ process: { status: this.isLeaving ? 'down' : 'up' } });
    return [process, ...this.added];
  }
}
