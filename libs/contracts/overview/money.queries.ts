import { Injectable } from '@nestjs/common';
import { type EntityManager, type EntityTarget, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import {
  accessErrors,
  groupBy,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { scopeToMoney } from '../contract/contract.access.js';
import { billable } from '../invoices/billable-lines.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { type InvoiceAction, invoiceActions } from '../invoices/invoice.policy.js';
import { namedToday } from './named-today.js';
import { openYenOfInvoices } from '../payments/open-to-pay.js';
import { Payment } from '../payments/payment.entity.js';
import { type PaymentAction, paymentActions } from '../payments/payment.policy.js';
import { SettlementLine } from '../settlement/settlement-line.entity.js';

/** Date, amount and partner: what records must be found by (電子帳簿保存法施行規則 第2条第6項第5号). All may be combined. */
export interface MoneyFilter {
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  /** With tax. */
  readonly minYen?: number | null;
  readonly maxYen?: number | null;
  /** Found anywhere in the name of the one who pays or is paid. */
  readonly partner?: string | null;
  readonly workOrderId?: string | null;
}

/** Who pays whom how much that is not billed yet. */
export interface Billable {
  readonly payer: SettlementLine['payer'];
  readonly payee: SettlementLine['payee'];
  readonly payerId: string;
  readonly payeeId: string;
  readonly lineCount: number;
  readonly grossYen: number;
  readonly tradedFrom: LocalDate;
  readonly tradedTo: LocalDate;
}

/** Invoices, payments and what is owed: a desk sees those of its orders, others those they pay or are paid by. */
@Injectable()
export class MoneyQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async payment(actor: PersonActor, id: string): Promise<Payment> {
    return this.one(actor, Payment, 'payment', id);
  }

  /** @throws ACCESS.NOT_FOUND */
  async invoice(actor: PersonActor, id: string): Promise<Invoice> {
    return this.one(actor, Invoice, 'invoice', id);
  }

  /** By the day they were issued, newest first. */
  async invoices(actor: PersonActor, filter: MoneyFilter, page: PageRequest): Promise<PageOf<Invoice>> {
    return this.page(actor, { entity: Invoice, alias: 'invoice', day: 'issuedOn', amount: 'grossYen' }, filter, page);
  }

  /** By the day they were made, newest first. */
  async payments(actor: PersonActor, filter: MoneyFilter, page: PageRequest): Promise<PageOf<Payment>> {
    return this.page(actor, { entity: Payment, alias: 'payment', day: 'paidOn', amount: 'amountYen' }, filter, page);
  }

  /** By the day of the trade, newest first. */
  async settlementLines(actor: PersonActor, filter: MoneyFilter, page: PageRequest): Promise<PageOf<SettlementLine>> {
    const of = { entity: SettlementLine, alias: 'settlement_line', day: 'tradedOn', amount: 'grossYen' };
    return this.page(actor, of, filter, page);
  }

  /** The lines of these invoices, in their order; the invoices are the actor's. */
  async linesOfInvoices(
    actor: PersonActor,
    invoiceIds: readonly string[],
  ): Promise<(SettlementLine & { invoiceId: string })[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const { entities, raw } = await scopeToMoney(db.createQueryBuilder(SettlementLine, 'line'), 'line', actor)
        .innerJoin('invoice_line', 'invoice_line', 'invoice_line.settlement_line_id = line.id')
        .andWhere('invoice_line.invoice_id = ANY(:invoiceIds)', { invoiceIds })
        .addSelect('invoice_line.invoice_id', 'of_invoice')
        .orderBy('invoice_line.invoice_id')
        .addOrderBy('invoice_line.position')
        .getRawAndEntities<{ line_id: string; of_invoice: string }>();
      const lineOf = new Map(entities.map((line) => [line.id, line]));
      return raw.map((row) => ({ ...lineOf.get(row.line_id)!, invoiceId: row.of_invoice }));
    });
  }

  /** What can be billed now, the largest first. */
  async billables(actor: PersonActor): Promise<Billable[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const own = scopeToMoney(db.createQueryBuilder(SettlementLine, 'line').where('TRUE'), 'line', actor);
      const rows = await billable(own)
        .groupBy('line.payer')
        .addGroupBy('line.payee')
        .addGroupBy('line.payerId')
        .addGroupBy('line.payeeId')
        .select('line.payer', 'payer')
        .addSelect('line.payee', 'payee')
        .addSelect('line.payerId', 'payerId')
        .addSelect('line.payeeId', 'payeeId')
        .addSelect('count(*)::integer', 'lineCount')
        .addSelect('sum(line.grossYen)::bigint', 'grossYen')
        .addSelect('min(line.tradedOn)', 'tradedFrom')
        .addSelect('max(line.tradedOn)', 'tradedTo')
        .orderBy('sum(line.grossYen)', 'DESC')
        .addOrderBy('line.payerId')
        .addOrderBy('line.payeeId')
        .getRawMany<Billable>();
      return rows;
    });
  }

  /** By invoice: what the actor may do with it now. */
  async actionsOfInvoices(actor: PersonActor, invoiceIds: readonly string[]): Promise<Map<string, InvoiceAction[]>> {
    const newer = await this.unitOfWork.read(actor, async (db) =>
      db.find(Invoice, { where: { correctsId: In([...invoiceIds]) }, select: { id: true, correctsId: true } }),
    );
    const corrected = new Set(newer.map(({ correctsId }) => correctsId));
    return new Map(invoiceIds.map((id) => [id, invoiceActions(actor, corrected.has(id))]));
  }

  /** By invoice the actor sees: how much is left to be paid for it. */
  async openYenOfInvoices(actor: PersonActor, invoiceIds: readonly string[]): Promise<Map<string, number>> {
    return this.unitOfWork.read(actor, async (db) => openYenOfInvoices(db, invoiceIds));
  }

  /** What was recorded as paid for these invoices, and reversed, as far as the actor sees it; the oldest first. */
  async paymentsOfInvoices(actor: PersonActor, invoiceIds: readonly string[]): Promise<Payment[]> {
    return this.unitOfWork.read(actor, async (db) =>
      scopeToMoney(db.createQueryBuilder(Payment, 'payment'), 'payment', actor)
        .andWhere('payment.invoiceId = ANY(:invoiceIds)', { invoiceIds })
        .orderBy('payment.recordedAt')
        .addOrderBy('payment.id')
        .getMany(),
    );
  }

  /** By payment the actor sees: the orders it was for. */
  async orderIdsOfPayments(actor: PersonActor, paymentIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.unitOfWork.read(actor, async (db) =>
      db.query<{ payment_id: string; work_order_id: string }[]>(
        'SELECT DISTINCT payment_id, work_order_id FROM payment_part WHERE payment_id = ANY($1) ORDER BY 1, 2',
        [paymentIds],
      ),
    );
    const groups = groupBy(rows, (row) => row.payment_id);
    return new Map([...groups].map(([id, parts]) => [id, parts.map((part) => part.work_order_id)]));
  }

  /** By payment: what the actor may do with it now. */
  async actionsOfPayments(actor: PersonActor, paymentIds: readonly string[]): Promise<Map<string, PaymentAction[]>> {
    const ids = [...paymentIds];
    const rows = await this.unitOfWork.read(actor, async (db) =>
      db.find(Payment, {
        where: [{ id: In(ids) }, { reversesId: In(ids) }],
        select: { id: true, reversesId: true },
      }),
    );
    const reversed = new Set(rows.map(({ reversesId }) => reversesId));
    return new Map(rows.map((payment) => [payment.id, paymentActions(actor, payment, reversed.has(payment.id))]));
  }

  private async one<Row extends ObjectLiteral>(
    actor: PersonActor,
    entity: EntityTarget<Row>,
    alias: string,
    id: string,
  ): Promise<Row> {
    const row = await this.unitOfWork.read(actor, async (db) =>
      scopeToMoney(db.createQueryBuilder(entity, alias).where(`${alias}.id = :id`, { id }), alias, actor).getOne(),
    );
    if (!row) throw accessErrors.NOT_FOUND();
    return row;
  }

  private async page<Row extends ObjectLiteral & { id: string }>(
    actor: PersonActor,
    of: { readonly entity: EntityTarget<Row>; readonly alias: string; readonly day: string; readonly amount: string },
    filter: MoneyFilter,
    page: PageRequest,
  ): Promise<PageOf<Row>> {
    const rows = (db: EntityManager) =>
      find(scopeToMoney(db.createQueryBuilder(of.entity, of.alias).where('TRUE'), of.alias, actor), of, filter);
    const order = { by: `${of.alias}.${of.day}`, kind: 'DAY', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, found) => found });
  }
}

/** How an order is reached from each of the three. */
const OF_ORDER: Readonly<Record<string, string>> = {
  settlement_line: 'settlement_line.work_order_id = :workOrderId',
  payment: `EXISTS (SELECT 1 FROM payment_part WHERE payment_part.payment_id = payment.id
    AND payment_part.work_order_id = :workOrderId)`,
  invoice: `EXISTS (SELECT 1 FROM invoice_line JOIN settlement_line ON settlement_line.id = settlement_line_id
    WHERE invoice_line.invoice_id = invoice.id AND settlement_line.work_order_id = :workOrderId)`,
};

/** A record is also found by the name its paper states, whatever its partner is called today. */
const onPaper = (deskId: string, invoiceId: string) =>
  `EXISTS (SELECT 1 FROM paper WHERE paper.desk_id = ${deskId} AND paper.source_key = 'invoice:' || ${invoiceId}
     AND (strpos(yui_fold(paper.data #>> '{issuer,name}'), yui_fold(:partner)) > 0
       OR strpos(yui_fold(paper.data #>> '{recipient,name}'), yui_fold(:partner)) > 0))`;
const STATED_BY: Readonly<Record<string, string>> = {
  invoice: onPaper('invoice.desk_id', 'invoice.id'),
  payment: onPaper('payment.desk_id', 'payment.invoice_id'),
  settlement_line: `EXISTS (SELECT 1 FROM invoice_line
    WHERE invoice_line.settlement_line_id = settlement_line.id AND ${onPaper('invoice_line.desk_id', 'invoice_line.invoice_id')})`,
};

function find<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { alias, day, amount }: { readonly alias: string; readonly day: string; readonly amount: string },
  { from, to, minYen, maxYen, partner, workOrderId }: MoneyFilter,
): SelectQueryBuilder<Row> {
  if (from) query.andWhere(`${alias}.${day} >= :from`, { from });
  if (to) query.andWhere(`${alias}.${day} <= :to`, { to });
  if (minYen !== null && minYen !== undefined) query.andWhere(`${alias}.${amount} >= :minYen`, { minYen });
  if (maxYen !== null && maxYen !== undefined) query.andWhere(`${alias}.${amount} <= :maxYen`, { maxYen });
  if (workOrderId) query.andWhere(OF_ORDER[alias]!, { workOrderId });
  if (partner) {
    const stated = STATED_BY[alias];
    const today = `(${namedToday(`${alias}.payer_id`, `${alias}.payee_id`)})`;
    query.andWhere(stated === undefined ? today : `(${today} OR ${stated})`, { partner });
  }
  return query;
}
