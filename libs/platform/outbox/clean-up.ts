import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../context/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type Feature, FEATURES, named } from '../features/feature.js';

const BATCH = 5000;

/** Deletes what only served its time, as the features say (`retention`). What happened stays readable in the audit. */
@Injectable()
export class CleanUp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(FEATURES) private readonly features: readonly Feature[],
  ) {}

  /** @returns how many rows were deleted; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    let deleted = 0;
    for (const [table, condition] of named(this.features, ({ retention }) => retention)) {
      deleted += await this.delete(table, condition);
    }
    return deleted;
  }

  /** Rows another worker is deleting are left to it. */
  private async delete(table: string, condition: string): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const [, count] = await tx.manager.query<[unknown[], number]>(
        `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
           SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`,
      );
      return count;
    });
  }
}
