import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type PersonActor, requireDesk, UnitOfWork } from '#yui/platform';
import { Invoice } from '../invoices/invoice.entity.js';
import { contractsOfInvoice } from '../payments/contracts-to-pay.js';
import { lockContracts } from '../payments/lock-contracts.js';
import { openYenOfInvoices } from '../payments/open-to-pay.js';
import { payInvoice } from '../payments/pay-invoice.js';
import { foldPayer } from './propose-match.js';
import { PayerAlias } from './payer-alias.entity.js';
import { StatementLine } from './statement-line.entity.js';
import { StatementMatch } from './statement-match.entity.js';
import { statementErrors } from './statement.errors.js';

export interface SettleStatementLineInput {
  readonly idempotencyKey: string;
  readonly statementLineId: string;
  /** What it pays, in this order; what is over stays on the last, as money that has to come back. */
  readonly invoiceIds: readonly string[];
}

/** Says what a deposit was for: it is recorded as payment, never more of an invoice than that still wants. */
@Injectable()
export class SettleStatementLine {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, STATEMENT.SETTLED, STATEMENT.NOT_OWED */
  async execute(
    actor: PersonActor,
    input: SettleStatementLineInput,
  ): Promise<{ statementLineId: string; surplusYen: number }> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.command('settleStatementLine', actor, input, async (tx) => {
      const invoiceIds = [...new Set(input.invoiceIds)];
      const invoices = await tx.manager.findBy(Invoice, { id: In(invoiceIds), deskId, payeeId: deskId });
      const [payer, ...others] = new Set(invoices.map(({ payerId }) => payerId));
      if (payer === undefined || others.length > 0 || invoices.length < invoiceIds.length) {
        throw statementErrors.NOT_OWED().at('invoiceIds');
      }
      await lockContracts(tx, await contractsOfInvoice(tx, deskId, invoiceIds));
      const line = await tx.lock(StatementLine, { id: input.statementLineId, deskId });
      let left = line.amountYen - line.settledYen;
      if (left === 0 || line.setAsideReason !== null) throw statementErrors.SETTLED();
      let surplusYen = 0;
      for (const [index, invoiceId] of invoiceIds.entries()) {
        const openYen = (await openYenOfInvoices(tx.manager, [invoiceId])).get(invoiceId) ?? 0;
        const amountYen = index === invoiceIds.length - 1 ? left : Math.min(left, openYen);
        if (amountYen <= 0) continue;
        left -= amountYen;
        const note = `入金 ${line.payerName}`;
        const paid = await payInvoice(tx, deskId, { invoiceId, amountYen, paidOn: line.paidOn, note });
        surplusYen += paid.surplusYen;
        await tx.manager.insert(
          StatementMatch,
          paid.paymentIds.map((paymentId) => ({ lineId: line.id, paymentId, deskId })),
        );
      }
      await tx.manager.update(StatementLine, { id: line.id }, { settledYen: line.amountYen });
      const foldedName = foldPayer(line.payerName);
      if (foldedName !== '') {
        await tx.manager.upsert(PayerAlias, { deskId, foldedName, payerId: payer }, ['deskId', 'foldedName']);
      }
      await tx.audit(
        'statementLine.settle',
        { deskId, subjectType: 'StatementLine', subjectId: line.id },
        { amountYen: line.amountYen, surplusYen, invoiceIds },
      );
      return { statementLineId: line.id, surplusYen };
    });
  }
}
