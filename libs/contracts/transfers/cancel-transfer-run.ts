import { Injectable } from '@nestjs/common';
import { type PersonActor, requireDesk, requireText, transition, UnitOfWork } from '#yui/platform';
import { TransferItem } from './transfer-item.entity.js';
import { TransferRun } from './transfer-run.entity.js';
import { transferRunTransitions } from './transfer-run.transitions.js';

export interface CancelTransferRunInput {
  readonly idempotencyKey: string;
  readonly transferRunId: string;
  readonly reason: string;
}

/** A file does not go to the bank, or the bank was told to stop it. What it held can go into another one. */
@Injectable()
export class CancelTransferRun {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, INPUT.* */
  async execute(actor: PersonActor, input: CancelTransferRunInput): Promise<{ transferRunId: string }> {
    requireDesk(actor);
    return this.unitOfWork.command('cancelTransferRun', actor, input, async (tx) => {
      const run = await tx.lock(TransferRun, { id: input.transferRunId, deskId: actor.organisationId });
      const cancelReason = requireText('reason', input.reason, 500);
      await transition(tx, transferRunTransitions, run, 'cancel', { endedAt: tx.now, cancelReason });
      await tx.manager.update(TransferItem, { runId: run.id }, { outcome: 'CANCELLED' });
      return { transferRunId: run.id };
    });
  }
}
