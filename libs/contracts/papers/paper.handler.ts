import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OrderEventName, type OrderEvents, WorkOrder } from '#yui/orders';
import { StandingOrder, type StandingOrderEvents } from '#yui/recurring';
import { type EventHandler, EventHandlers, type OutboxEvent, type Transaction } from '#yui/platform';
import type { ContractEventName, ContractEvents } from '../contract/contract.events.js';
import { issueAcceptanceNotes, issueDeskDeliveryNote } from './acceptance-papers.js';
import { issueDeliveryNote, issueInspectionNote } from './delivery-papers.js';
import { issueInvoicePaper } from './invoice-papers.js';
import { issueOrderPapers, issueReferralLetter } from './order-papers.js';
import { loadOrderSheet, type OrderSheet } from './order-sheet.js';
import { issueOpenQuotePaper, issueQuotePaper } from './quote-papers.js';
import { issueMonthReport, issueWorkReport } from './work-reports.js';
import { issueAllocationNotice, issueFacilityOrder, issueFacilityOrders } from './share-papers.js';

type Issue<Name extends OrderEventName> = (
  tx: Transaction,
  sheet: OrderSheet,
  payload: OrderEvents[Name],
) => Promise<void>;

const facilityOrder = async (tx: Transaction, sheet: OrderSheet, payload: { assignmentId: string }) =>
  issueFacilityOrder(tx, sheet, payload.assignmentId);

/** Which event brings which papers; the type of the contract decides further within. */
const ISSUED_ON: { readonly [Name in OrderEventName]?: Issue<Name> } = {
  'quote.issued': async (tx, sheet, { quoteId }) => issueQuotePaper(tx, sheet, quoteId),
  'work-order.ordered': async (tx, sheet, { chosenFacilityId }) => {
    await issueOrderPapers(tx, sheet);
    if (chosenFacilityId !== null) await issueReferralLetter(tx, sheet, chosenFacilityId);
  },
  'work-order.came-again': async (tx, sheet) => issueOrderPapers(tx, sheet),
  'amendment.accepted': async (tx, sheet) => issueOrderPapers(tx, sheet),
  'work-order.places-changed': async (tx, sheet) => {
    await issueOpenQuotePaper(tx, sheet);
    await issueOrderPapers(tx, sheet);
    await issueFacilityOrders(tx, sheet);
  },
  'assignment.offered': async (tx, sheet, { assignmentId }) => issueAllocationNotice(tx, sheet, assignmentId),
  'assignment.accepted': facilityOrder,
  'assignment.bound': facilityOrder,
  'assignment.part-confirmed': facilityOrder,
  'assignment.cut': facilityOrder,
  'assignment.postponed': async (tx, sheet, { assignmentId }) => {
    await issueAllocationNotice(tx, sheet, assignmentId);
    await issueFacilityOrder(tx, sheet, assignmentId);
  },
  'assignment.respecified': facilityOrder,
  'assignment.handed-back': facilityOrder,
  'assignment.stopped': facilityOrder,
  'share-change.answered': facilityOrder,
  // Material against payment belongs on the order.
  'material.sent': facilityOrder,
  'delivery.reported': async (tx, sheet, { deliveryId }) => issueDeliveryNote(tx, sheet, deliveryId),
  'delivery.inspected': async (tx, sheet, { deliveryId }) => issueInspectionNote(tx, sheet, deliveryId),
  'work-order.delivered': async (tx, sheet) => {
    await issueDeskDeliveryNote(tx, sheet);
    await issueWorkReport(tx, sheet);
  },
  'work-order.accepted': async (tx, sheet) => issueAcceptanceNotes(tx, sheet),
};

const INVOICE_ISSUED: ContractEventName = 'invoice.issued';
const ITEM_DECIDED: ContractEventName = 'undecided-item.decided';
const MONTH_ACCEPTED: keyof StandingOrderEvents = 'standing-order.month-accepted';

/** Issues the papers of an order as it goes on. */
@Injectable()
export class PaperHandler implements EventHandler, OnModuleInit {
  readonly consumer = 'papers';
  readonly lane = 'papers';
  readonly events = [...Object.keys(ISSUED_ON), INVOICE_ISSUED, ITEM_DECIDED, MONTH_ACCEPTED];

  constructor(private readonly handlers: EventHandlers) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  /** Events arrive in any order: under the lock of the order each is judged by the present state. */
  async handle(event: OutboxEvent, tx: Transaction): Promise<void> {
    if (event.name === INVOICE_ISSUED) {
      await issueInvoicePaper(tx, String(event.payload.invoiceId));
      return;
    }
    if (event.name === ITEM_DECIDED) {
      const { workOrderId } = event.payload as ContractEvents['undecided-item.decided'];
      await issueFacilityOrders(tx, await loadOrderSheet(tx, await tx.lock(WorkOrder, { id: workOrderId })));
      return;
    }
    if (event.name === MONTH_ACCEPTED) {
      const { standingOrderId: id, month } = event.payload as StandingOrderEvents['standing-order.month-accepted'];
      await issueMonthReport(tx, await tx.lock(StandingOrder, { id }), month);
      return;
    }
    const issue = ISSUED_ON[event.name as OrderEventName] as Issue<OrderEventName> | undefined;
    const payload = event.payload as OrderEvents[OrderEventName];
    const order = await tx.lock(WorkOrder, { id: payload.workOrderId });
    await issue?.(tx, await loadOrderSheet(tx, order), payload);
  }
}
