import { In, MoreThan } from 'typeorm';
import { Department, type DeskTerms, deskTermsOf, WorkType } from '#yui/directory';
import { invoiceTax, lineAmountYen, type Rounding } from '#yui/money';
import { Assignment } from '#yui/fulfilment';
import {
  DeliveryPlace,
  OrderTerms,
  Quote,
  QuoteCharge,
  QuoteLine,
  Step,
  taxCategoryOfStep,
  taxRateOfCharge,
  taxRateOfLine,
  type WorkOrder,
  WorkOrderLine,
} from '#yui/orders';
import type { PaperLine, PriceTable } from '#yui/papers';
import type { Transaction } from '#yui/platform';
import type { PartyRef } from './paper-party.js';

/** What papers about one order are written from: its state now. */
export interface OrderSheet {
  readonly order: WorkOrder;
  readonly lines: readonly WorkOrderLine[];
  readonly steps: readonly Step[];
  readonly places: readonly DeliveryPlace[];
  /** Of the departments places are for, by their ids. */
  readonly departmentNames: ReadonlyMap<string, string>;
  readonly workTypes: ReadonlyMap<string, WorkType>;
  readonly deskTerms: DeskTerms;
  /** null before the order was placed. */
  readonly orderTerms: OrderTerms | null;
  readonly desk: PartyRef;
  readonly buyer: PartyRef;
}

export async function loadOrderSheet(tx: Transaction, order: WorkOrder): Promise<OrderSheet> {
  const workOrderId = order.id;
  // A line that was dropped from the order is on no paper from then on.
  const where = { workOrderId, quantity: MoreThan(0) };
  const lines = await tx.manager.find(WorkOrderLine, { where, order: { position: 'ASC' } });
  const steps = await tx.manager.find(Step, { where: { workOrderId }, order: { position: 'ASC' } });
  const codes = [...lines, ...steps].map(({ workTypeCode }) => workTypeCode);
  const workTypes = await tx.manager.findBy(WorkType, { code: In([...new Set(codes)]) });
  const places = await tx.manager.find(DeliveryPlace, { where: { workOrderId }, order: { position: 'ASC' } });
  const departments = await tx.manager.findBy(Department, {
    id: In(places.flatMap(({ departmentId }) => departmentId ?? [])),
  });
  return {
    order,
    lines,
    steps,
    places,
    departmentNames: new Map(departments.map(({ id, name }) => [id, name])),
    workTypes: new Map(workTypes.map((workType) => [workType.code, workType])),
    deskTerms: await deskTermsOf(tx.manager, order.deskId),
    orderTerms: await tx.manager.findOneBy(OrderTerms, { workOrderId }),
    desk: { kind: 'DESK', id: order.deskId },
    buyer: { kind: 'BUYER', id: order.buyerId, departmentId: order.departmentId },
  };
}

export function workName({ workTypes }: OrderSheet, code: string): string {
  return workTypes.get(code)?.nameJa ?? code;
}

export function unitOf({ workTypes }: OrderSheet, code: string): string {
  return workTypes.get(code)?.unit ?? '';
}

/** The one quote a paper of the order speaks of. */
export async function acceptedQuote(tx: Transaction, order: WorkOrder): Promise<Quote | null> {
  return tx.manager.findOneBy(Quote, { workOrderId: order.id, status: 'ACCEPTED' });
}

/** What the buyer pays, as quoted; `unitsOf` where less was done than was ordered. */
export async function buyerPrices(
  tx: Transaction,
  sheet: OrderSheet,
  quote: Quote,
  unitsOf: (line: WorkOrderLine) => number = (line) => line.quantity,
): Promise<PriceTable> {
  const prices = await tx.manager.findBy(QuoteLine, { quoteId: quote.id });
  const priceOf = new Map(prices.map((price) => [price.workOrderLineId, price.unitPriceSen]));
  const lines = sheet.lines.map((line): PaperLine => {
    const unitPriceSen = priceOf.get(line.id) ?? 0;
    const quantity = unitsOf(line);
    return {
      name: workName(sheet, line.workTypeCode),
      specification: line.specification || null,
      quantity,
      unit: unitOf(sheet, line.workTypeCode),
      unitPriceSen,
      amountYen: lineAmountYen(unitPriceSen, quantity, 'DOWN'),
      taxRate: taxRateOfLine(line),
      tradedOn: null,
    };
  });
  const charges = await tx.manager.find(QuoteCharge, { where: { quoteId: quote.id }, order: { position: 'ASC' } });
  const others = charges.map((charge): PaperLine => ({
    name: charge.name,
    specification: null,
    quantity: charge.quantity,
    unit: charge.unit,
    unitPriceSen: charge.unitPriceSen,
    amountYen: charge.amountYen,
    taxRate: taxRateOfCharge(charge, sheet.lines),
    tradedOn: null,
  }));
  return priceTable([...lines, ...others], quote.pricing, 'DOWN');
}

/** What a facility gets for its shares; prices of facilities are without tax. */
export function facilityPrices(
  sheet: OrderSheet,
  shares: readonly { readonly assignment: Assignment; readonly units: number }[],
  rounding: Rounding,
): PriceTable {
  const lines = shares.map(({ assignment, units }): PaperLine => {
    const step = sheet.steps.find(({ id }) => id === assignment.stepId);
    const line = sheet.lines.find(({ id }) => id === assignment.workOrderLineId);
    const code = step?.workTypeCode ?? line?.workTypeCode ?? '';
    return {
      name: workName(sheet, code),
      specification: step?.specification || line?.specification || null,
      quantity: units,
      unit: unitOf(sheet, code),
      unitPriceSen: assignment.unitPriceSen,
      amountYen: lineAmountYen(assignment.unitPriceSen, units, 'DOWN'),
      taxRate: taxRateOfLine({
        dueOn: assignment.dueOn,
        taxCategory: line && step ? taxCategoryOfStep(line, step, sheet.workTypes) : 'STANDARD',
      }),
      tradedOn: null,
    };
  });
  return priceTable(lines, 'TAX_EXCLUSIVE', rounding);
}

function priceTable(lines: PaperLine[], pricing: PriceTable['pricing'], rounding: Rounding): PriceTable {
  return { pricing, lines, tax: invoiceTax(lines, pricing, rounding) };
}
