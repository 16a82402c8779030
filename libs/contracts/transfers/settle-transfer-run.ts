import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { type PersonActor, requireDesk, transition, UnitOfWork } from '#yui/platform';
import { lockContracts } from '../payments/lock-contracts.js';
import { contractsOfInvoice } from '../payments/contracts-to-pay.js';
import { payInvoice } from '../payments/pay-invoice.js';
import { TransferItem } from './transfer-item.entity.js';
import { TransferRun } from './transfer-run.entity.js';
import { transferRunTransitions } from './transfer-run.transitions.js';
import { transferErrors } from './transfer.errors.js';

export interface SettleTransferRunInput {
  readonly idempotencyKey: string;
  readonly transferRunId: string;
  /** What the bank could not transfer (資金返却): it is owed as before, with all that stands in the same record of the file. */
  readonly returnedInvoiceIds?: readonly string[] | null;
}

/** The bank has carried out a file: its payments are recorded, all of them in one go. */
@Injectable()
export class SettleTransferRun {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, TRANSFER.NOT_YET, TRANSFER.NOT_IN_RUN */
  async execute(actor: PersonActor, input: SettleTransferRunInput): Promise<{ transferRunId: string }> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.command('settleTransferRun', actor, input, async (tx) => {
      const items = await tx.manager.find(TransferItem, {
        where: { runId: input.transferRunId, deskId },
        order: { position: 'ASC', invoiceId: 'ASC' },
      });
      await lockContracts(
        tx,
        await contractsOfInvoice(
          tx,
          deskId,
          items.map(({ invoiceId }) => invoiceId),
        ),
      );
      const run = await tx.lock(TransferRun, { id: input.transferRunId, deskId });
      const { transferOn } = run;
      transferRunTransitions.next(run.status, 'settle');
      if (transferOn > todayInTokyo(tx.now)) throw transferErrors.NOT_YET({ day: transferOn });
      const returned = new Set(input.returnedInvoiceIds ?? []);
      if ([...returned].some((id) => !items.some(({ invoiceId }) => invoiceId === id))) {
        throw transferErrors.NOT_IN_RUN().at('returnedInvoiceIds');
      }
      // A record of the file is one transfer: the bank returns all of it or nothing.
      const isReturned = new Set(items.filter((item) => returned.has(item.invoiceId)).map(({ position }) => position));
      await transition(tx, transferRunTransitions, run, 'settle', { endedAt: tx.now }, { returned: isReturned.size });
      for (const { invoiceId, amountYen, position } of items) {
        const outcome = isReturned.has(position) ? 'RETURNED' : 'PAID';
        await tx.manager.update(TransferItem, { runId: run.id, invoiceId }, { outcome });
        if (outcome === 'RETURNED') continue;
        await payInvoice(tx, deskId, { invoiceId, amountYen, paidOn: transferOn, note: '総合振込' });
      }
      return { transferRunId: run.id };
    });
  }
}
