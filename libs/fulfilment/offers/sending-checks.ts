import { Injectable } from '@nestjs/common';
import type { Transaction } from '#yui/platform';
import type { WorkOrder } from '#yui/orders';
import type { Assignment } from '../assignments/assignment.entity.js';

/** Looks at offers before they leave, and throws when they must not. */
export type SendingCheck = (tx: Transaction, order: WorkOrder, assignments: readonly Assignment[]) => Promise<void>;

/** What has to be in order before offers leave. Modules that know of something add it while the process starts. */
@Injectable()
export class SendingChecks {
  private readonly checks: SendingCheck[] = [];

  add(check: SendingCheck): void {
    this.checks.push(check);
  }

  /** @throws whatever one of them has against it */
  async run(tx: Transaction, order: WorkOrder, assignments: readonly Assignment[]): Promise<void> {
    for (const check of this.checks) await check(tx, order, assignments);
  }
}
