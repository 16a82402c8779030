import { Injectable } from '@nestjs/common';
import { In, Like } from 'typeorm';
import { invoiceIssuerOf } from '#yui/directory';
import { type PersonActor, requireDesk, requireText, type Transaction, UnitOfWork } from '#yui/platform';
import { invoiceErrors } from '../contract/contract.errors.js';
import { requireNotInFile } from '../contract/require-not-in-file.js';
import { reverseLine } from '../settlement/book-settlement.js';
import { roundingKey, SettlementLine } from '../settlement/settlement-line.entity.js';
import { linesNow } from './billable-lines.js';
import { invoiceActions } from './invoice.policy.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { Invoice } from './invoice.entity.js';
import { followOrdersOf, lockOrdersOf } from './issue-invoice.js';
import { totalOf, writeInvoice } from './write-invoice.js';

export interface CorrectInvoiceInput {
  readonly idempotencyKey: string;
  readonly invoiceId: string;
  readonly reason: string;
}

/** What was billed has changed, or the number of the issuer has: a new paper takes the place of the old one, which stays. */
@Injectable()
export class CorrectInvoice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INVOICE.CORRECTED_BEFORE, INVOICE.UNCHANGED, PAYMENT.IN_FILE, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: CorrectInvoiceInput): Promise<{ invoiceId: string }> {
    requireDesk(actor);
    return this.unitOfWork.command('correctInvoice', actor, input, async (tx) => {
      const invoice = await tx.get(Invoice, { id: input.invoiceId, deskId: actor.organisationId });
      const billed = await tx.manager.findBy(InvoiceLine, { invoiceId: invoice.id });
      const billedIds = billed.map(({ settlementLineId }) => settlementLineId);
      const billedLines = await tx.manager.findBy(SettlementLine, { id: In(billedIds) });
      await lockOrdersOf(tx, billedLines);
      const newer = await tx.manager.findOneBy(Invoice, { correctsId: invoice.id });
      if (!invoiceActions(actor, newer !== null).includes('correct')) {
        throw invoiceErrors.CORRECTED_BEFORE({ number: newer?.number ?? '' });
      }
      const contractIds = [...new Set(billedLines.map(({ contractId }) => contractId))];
      await requireNotInFile(tx, contractIds);
      const lines = await linesNow(tx.manager, contractIds, invoice, billedIds);
      await requireChange(tx, invoice, lines, billedIds);
      await reverseRounding(tx, invoice.id);
      // Nothing may be left of it: the paper that takes its place says so, over nothing.
      const invoiceId = await writeInvoice(
        tx,
        invoice.kind,
        { ...invoice, lines },
        {
          correctsId: invoice.id,
          reason: requireText('reason', input.reason, 500),
        },
      );
      await followOrdersOf(tx, billedLines);
      return { invoiceId };
    });
  }
}

async function requireChange(
  tx: Transaction,
  invoice: Invoice,
  lines: readonly SettlementLine[],
  billedIds: readonly string[],
): Promise<void> {
  const issuer = await invoiceIssuerOf(tx.manager, invoice.deskId, invoice.payeeId);
  const total = totalOf(lines, { ...issuer, pricing: invoice.pricing });
  const isSame =
    total.grossYen === invoice.grossYen &&
    total.taxYen === invoice.taxYen &&
    issuer.registrationNumber === invoice.registrationNumber &&
    lines.length === billedIds.length &&
    lines.every(({ id }) => billedIds.includes(id));
  if (isSame) throw invoiceErrors.UNCHANGED();
}

async function reverseRounding(tx: Transaction, invoiceId: string): Promise<void> {
  const lines = await tx.manager.findBy(SettlementLine, { sourceKey: Like(`${roundingKey(invoiceId)}%`) });
  const reversed = new Set(lines.map(({ reversesId }) => reversesId));
  for (const line of lines) if (line.reversesId === null && !reversed.has(line.id)) await reverseLine(tx, line);
}
