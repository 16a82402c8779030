import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { WorkOrder } from '#yui/orders';
import { accessErrors, organisationKindOf, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { invoiceErrors } from '../contract/contract.errors.js';
import { reconcileOrder } from '../reconciliation/reconcile-order.js';
import type { SettlementLine } from '../settlement/settlement-line.entity.js';
import { billableLines } from './billable-lines.js';
import type { InvoiceKind } from './invoice.entity.js';
import { spanOf, writeInvoice } from './write-invoice.js';

export interface IssueInvoiceInput {
  readonly idempotencyKey: string;
  readonly kind: InvoiceKind;
  /** The desk in whose orders it was earned. */
  readonly deskId: string;
  readonly payerId: string;
  readonly payeeId: string;
  /** For one order; omitted: for all that is not billed yet. */
  readonly workOrderId?: string | null;
  /** For the dates of one standing order (年間契約・単価契約); omitted: for any order. */
  readonly standingOrderId?: string | null;
  /** 締め: what was done until this day. */
  readonly tradedTo?: LocalDate | null;
}

/**
 * Bills what is owed and was not billed: an invoice of the one who is paid, or the payment notice of a desk that pays. The
 * desk writes all of them; a facility may write its own invoices.
 */
@Injectable()
export class IssueInvoice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INVOICE.NOTHING_TO_BILL */
  async execute(actor: PersonActor, input: IssueInvoiceInput): Promise<{ invoiceId: string }> {
    requireWriter(actor, input);
    return this.unitOfWork.command('issueInvoice', actor, input, async (tx) => {
      const scope = { ...input, workOrderId: input.workOrderId ?? null, tradedTo: input.tradedTo ?? null };
      await lockOrdersOf(tx, await billableLines(tx.manager, scope));
      // Read again: only under the locks of their orders do the lines stand still.
      const found = await billableLines(tx.manager, scope);
      const lines = found.filter(({ pricing }) => pricing === found[0]?.pricing);
      const [first] = lines;
      if (!first || (input.kind === 'PAYMENT_NOTICE' && first.payer !== 'DESK')) throw invoiceErrors.NOTHING_TO_BILL();
      const invoiceId = await writeInvoice(tx, kindOf(input.kind, lines), { ...first, ...spanOf(lines), lines });
      await followOrdersOf(tx, lines);
      return { invoiceId };
    });
  }
}

function requireWriter(actor: PersonActor, { deskId, payeeId, kind }: Omit<IssueInvoiceInput, 'idempotencyKey'>): void {
  const organisation = organisationKindOf(actor.role);
  if (organisation === 'DESK' && actor.organisationId === deskId) return;
  if (organisation === 'FACILITY' && actor.organisationId === payeeId && kind !== 'PAYMENT_NOTICE') return;
  throw accessErrors.NOT_FOUND();
}

/** What the one who is paid gives back is an invoice of its own: 適格返還請求書. */
function kindOf(asked: InvoiceKind, lines: readonly SettlementLine[]): InvoiceKind {
  if (asked === 'PAYMENT_NOTICE') return asked;
  return lines.reduce((sum, { grossYen }) => sum + grossYen, 0) < 0 ? 'RETURN_INVOICE' : 'INVOICE';
}

/** Orders are locked by their ids, as everybody who takes several does. */
export async function lockOrdersOf(
  tx: Transaction,
  lines: readonly Pick<SettlementLine, 'workOrderId'>[],
): Promise<void> {
  for (const id of orderIdsOf(lines)) await tx.lock(WorkOrder, { id });
}

export async function followOrdersOf(
  tx: Transaction,
  lines: readonly Pick<SettlementLine, 'workOrderId'>[],
): Promise<void> {
  for (const id of orderIdsOf(lines)) await reconcileOrder(tx, await tx.get(WorkOrder, { id }));
}

const orderIdsOf = (lines: readonly Pick<SettlementLine, 'workOrderId'>[]): string[] =>
  [...new Set(lines.map(({ workOrderId }) => workOrderId))].sort();
