import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { closeLocked } from './close-call.js';
import { lockDueCalls } from './due-calls.js';

/** Ends calls at their deadline. Called by the worker again and again. */
@Injectable()
export class CloseDueCalls {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many calls were closed; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const calls = await lockDueCalls(tx, 'closes_at');
      for (const call of calls) await closeLocked(tx, call, 'DEADLINE');
      return calls.length;
    });
  }
}
