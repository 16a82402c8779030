import { Injectable } from '@nestjs/common';
import type { Transaction } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import type { WorkOrder } from '#yui/orders';
import type { Material } from './material.entity.js';

/** Looks at material before it leaves, and throws when it must not. */
export type SupplyCheck = (
  tx: Transaction,
  order: WorkOrder,
  assignment: Assignment,
  material: Material,
) => Promise<void>;

/** What has to be in order before material leaves. Modules that know of something add it while the process starts. */
@Injectable()
export class SupplyChecks {
  private readonly checks: SupplyCheck[] = [];

  add(check: SupplyCheck): void {
    this.checks.push(check);
  }

  /** @throws whatever one of them has against it */
  async run(tx: Transaction, order: WorkOrder, assignment: Assignment, material: Material): Promise<void> {
    for (const check of this.checks) await check(tx, order, assignment, material);
  }
}
