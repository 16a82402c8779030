import { addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { AcceptAmendment, AskRework, ProposeAmendment, RejectWork } from '#yui/changes';
import {
  CashQueries,
  type Contract,
  ContractQueries,
  CorrectInvoice,
  Invoice,
  IssueInvoice,
  MoneyQueries,
  RecordPayment,
} from '#yui/contracts';
import { AcceptAssignment, AcceptWork, Assignment, InspectDelivery, ReportDelivery } from '#yui/fulfilment';
import {
  DraftWorkOrder,
  IssueQuote,
  PlaceOrder,
  ReviewWorkOrder,
  SubmitWorkOrder,
  WorkOrder,
  WorkOrderLine,
} from '#yui/orders';
import { DomainError, type PersonActor } from '#yui/platform';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { promisedSeconds, splitAndSend } from '../orders/order-fixtures.js';

/** Without a worker: whatever is owed stands in the books when the answer is there. */
describe('money that comes back, papers that are wrong, and sums that nobody can pay', () => {
  let product: Product;
  let desk: PersonActor;
  let buyer: PersonActor;
  let today: LocalDate;

  beforeAll(async () => {
    product = await createProduct();
    desk = await product.as('DESK_COORDINATOR');
    buyer = await product.as('BUYER_ADMIN');
    today = todayInTokyo(new Date());
  });
  afterAll(() => product.close());

  const codeOf = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'ok',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );

  async function drafted(quantities: readonly number[]): Promise<WorkOrderLine[]> {
    const { workOrderId } = await product.get(DraftWorkOrder).execute(buyer, {
      idempotencyKey: newKey(),
      deskId: desk.organisationId,
      title: '案内状の封入',
      lines: quantities.map((quantity) => ({
        workTypeCode: 'ENVELOPE_STUFFING',
        quantity,
        dueOn: addWorkingDays(today, 40),
      })),
    });
    await product.get(SubmitWorkOrder).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    await product.get(ReviewWorkOrder).execute(desk, { idempotencyKey: newKey(), workOrderId });
    return product.db.manager.find(WorkOrderLine, { where: { workOrderId }, order: { position: 'ASC' } });
  }
  const quote = async (lines: readonly WorkOrderLine[], price: object, contractType = 'DESK_CONTRACT' as const) =>
    product.get(IssueQuote).execute(desk, {
      idempotencyKey: newKey(),
      workOrderId: lines[0]!.workOrderId,
      contractType,
      validUntil: addWorkingDays(today, 5),
      lines: lines.map(({ id }) => ({ workOrderLineId: id, unitPriceSen: 500, ...price })),
    });
  async function ordered(...quantities: number[]): Promise<{ workOrderId: string; lines: WorkOrderLine[] }> {
    const lines = await drafted(quantities);
    const { quoteId, workOrderId } = await quote(lines, { facilityUnitPriceSen: 360 });
    await product.get(PlaceOrder).execute(buyer, { idempotencyKey: newKey(), quoteId });
    return { workOrderId, lines };
  }
  async function promised(...quantities: number[]) {
    const order = await ordered(...quantities);
    for (const line of order.lines) await splitAndSend(product, line.id);
    const shares = await product.db.manager.findBy(Assignment, { workOrderId: order.workOrderId });
    for (const share of shares) await yes(share);
    return { ...order, shares };
  }
  const facilityOf = (share: Assignment) => product.as('FACILITY_ADMIN', share.facilityId);
  const yes = async (share: Assignment) =>
    product
      .get(AcceptAssignment)
      .execute(await facilityOf(share), { idempotencyKey: newKey(), assignmentId: share.id });
  async function delivered(share: Assignment, units: number): Promise<void> {
    const facility = await facilityOf(share);
    const report = { idempotencyKey: newKey(), assignmentId: share.id, units };
    const { deliveryId } = await product.get(ReportDelivery).execute(facility, report);
    await product.get(InspectDelivery).execute(desk, { idempotencyKey: newKey(), deliveryId, defectUnits: 0 });
  }
  const withFacility = async (share: Assignment): Promise<Contract> =>
    (await product.get(ContractQueries).ofOrder(desk, share.workOrderId)).find(
      ({ assignmentId }) => assignmentId === share.id,
    )!;
  const notice = async (share: Assignment): Promise<Invoice> => {
    const { invoiceId } = await product.get(IssueInvoice).execute(desk, {
      idempotencyKey: newKey(),
      kind: 'PAYMENT_NOTICE',
      deskId: desk.organisationId,
      payerId: desk.organisationId,
      payeeId: share.facilityId,
      workOrderId: share.workOrderId,
    });
    return product.get(MoneyQueries).invoice(desk, invoiceId);
  };
  const pay = (input: object) =>
    product.get(RecordPayment).execute(desk, { idempotencyKey: newKey(), amountYen: 1, paidOn: today, ...input });
  const correct = (invoiceId: string) =>
    product.get(CorrectInvoice).execute(desk, { idempotencyKey: newKey(), invoiceId, reason: '数が減ったため' });
  const openOf = async (contract: Contract) =>
    (await product.get(ContractQueries).milestonesOf(desk, [contract.id]))
      .filter(({ status }) => status === 'OPEN')
      .map(({ kind }) => kind)
      .sort();
  const flowsOf = async (contract: Contract) =>
    (await product.get(CashQueries).plan(desk)).flows
      .filter(({ contractId, isExpected }) => contractId === contract.id && !isExpected)
      .map(({ amountYen }) => amountYen);

  it('an inspected delivery and an accepted order can be billed at once', async () => {
    const { workOrderId, shares } = await promised(3000);
    for (const share of shares) await delivered(share, share.acceptedUnits ?? share.offeredUnits);
    const first = await notice(shares[0]!);
    expect(first.grossYen).toBe(Math.floor((first.netYen * 110) / 100));
    await product.get(AcceptWork).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    const { invoiceId } = await product.get(IssueInvoice).execute(desk, {
      idempotencyKey: newKey(),
      kind: 'INVOICE',
      deskId: desk.organisationId,
      payerId: buyer.organisationId,
      payeeId: desk.organisationId,
      workOrderId,
    });
    expect((await product.get(MoneyQueries).invoice(desk, invoiceId)).grossYen).toBe(16_500);
  });

  it('a payment is at most what is left of the invoice it names', async () => {
    const { shares } = await promised(3000);
    const [share] = shares as [Assignment];
    const half = Math.floor(share.offeredUnits / 2);
    await delivered(share, half);
    const first = await notice(share);
    await delivered(share, share.offeredUnits - half);
    const contract = await withFacility(share);
    expect(await codeOf(pay({ invoiceId: first.id, amountYen: first.grossYen + 1 }))).toBe('PAYMENT.TOO_MUCH');
    await pay({ invoiceId: first.id, amountYen: first.grossYen - 1 });
    expect(await codeOf(pay({ invoiceId: first.id, amountYen: 2 }))).toBe('PAYMENT.TOO_MUCH');
    await pay({ invoiceId: first.id });
    expect(await codeOf(pay({ invoiceId: first.id }))).toBe('PAYMENT.NOTHING_OWED');
    const second = await notice(share);
    await pay({ invoiceId: second.id, amountYen: second.grossYen });
    expect(await flowsOf(contract)).toEqual([]);
    const key = newKey();
    expect(await codeOf(pay({ contractId: contract.id, paidOn: '1990-01-01', idempotencyKey: key }))).toBe(
      'PAYMENT.BEFORE_ORDER',
    );
  });

  it('what was paid too much stands in the cash plan, the notice is to be corrected, and all is closed in the end', async () => {
    const { workOrderId, shares, lines } = await promised(3000);
    const [share] = shares as [Assignment];
    for (const each of shares) await delivered(each, each.offeredUnits);
    const contract = await withFacility(share);
    const paid = await notice(share);
    await pay({ invoiceId: paid.id, amountYen: paid.grossYen });

    // The buyer does not accept 40 of them; the facility gets them back, and has nothing to make good with yet.
    const { rejectionId } = await product.get(RejectWork).execute(buyer, {
      idempotencyKey: newKey(),
      workOrderId,
      reason: '折りがずれている',
      lines: [{ workOrderLineId: lines[0]!.id, units: 40, toRedo: '折り直し' }],
    });
    await product.get(AskRework).execute(desk, {
      idempotencyKey: newKey(),
      rejectionId,
      assignmentId: share.id,
      units: 40,
      toRedo: '折り直し',
      reworkDueOn: addWorkingDays(today, 5),
    });
    const leftUnits = share.offeredUnits - 40;
    const owedYen = Math.floor((Math.floor((360 * leftUnits) / 100) * 110) / 100);
    expect(await openOf(contract)).toEqual(expect.arrayContaining(['CORRECTION', 'REPAYMENT']));
    expect(await flowsOf(contract)).toEqual([paid.grossYen - owedYen]);
    expect(await codeOf(pay({ contractId: contract.id, isRepayment: true, amountYen: paid.grossYen }))).toBe(
      'PAYMENT.TOO_MUCH_BACK',
    );

    const { invoiceId } = await correct(paid.id);
    expect((await product.get(MoneyQueries).invoice(desk, invoiceId)).grossYen).toBe(owedYen);
    expect(await openOf(contract)).toEqual(expect.arrayContaining(['REPAYMENT']));
    expect(await openOf(contract)).not.toContain('CORRECTION');
    expect(await codeOf(pay({ invoiceId: paid.id }))).toBe('INVOICE.CORRECTED_BEFORE');
    await pay({ contractId: contract.id, isRepayment: true, amountYen: paid.grossYen - owedYen });
    expect(await flowsOf(contract)).toEqual([]);
    expect(await openOf(contract)).not.toContain('REPAYMENT');
    expect(await codeOf(pay({ contractId: contract.id, isRepayment: true }))).toBe('PAYMENT.NOTHING_TO_REPAY');
  });

  it('a notice of which nothing is left is corrected to zero', async () => {
    const { workOrderId, shares, lines } = await promised(3000);
    const [share] = shares as [Assignment];
    for (const each of shares) await delivered(each, each.offeredUnits);
    const units = share.offeredUnits;
    const issued = await notice(share);
    const { rejectionId } = await product.get(RejectWork).execute(buyer, {
      idempotencyKey: newKey(),
      workOrderId,
      reason: '全部やり直し',
      lines: [{ workOrderLineId: lines[0]!.id, units, toRedo: '全部' }],
    });
    const rework = { rejectionId, assignmentId: share.id, units, toRedo: '全部' };
    const reworkDueOn = addWorkingDays(today, 5);
    await product.get(AskRework).execute(desk, { idempotencyKey: newKey(), ...rework, reworkDueOn });
    const { invoiceId } = await correct(issued.id);
    expect(await product.get(MoneyQueries).invoice(desk, invoiceId)).toMatchObject({
      grossYen: 0,
      taxYen: 0,
      payeeId: issued.payeeId,
      correctsId: issued.id,
    });
    expect(await codeOf(correct(invoiceId))).toBe('INVOICE.UNCHANGED');
    expect(await codeOf(pay({ invoiceId }))).toBe('PAYMENT.NOTHING_OWED');
    // What is made good is billed as new work.
    await delivered(share, units);
    expect((await notice(share)).grossYen).toBe(issued.grossYen);
  });

  it.each([
    [{ unitPriceSen: 1 }, 'QUOTE.FACILITY_AMOUNT_MISSING'],
    [{ unitPriceSen: 100, facilityUnitPriceSen: 0 }, 'QUOTE.FACILITY_AMOUNT_MISSING'],
    [{ unitPriceSen: 100, facilityUnitPriceSen: 1 }, 'QUOTE.FACILITY_AMOUNT_MISSING'],
    [{ unitPriceSen: 0 }, 'QUOTE.FACILITY_AMOUNT_MISSING'],
    [{ unitPriceSen: 100, facilityUnitPriceSen: 101 }, 'QUOTE.FACILITY_PRICE_TOO_HIGH'],
    [{ unitPriceSen: 100, facilityUnitPriceSen: 2 }, 'ok'],
    [{ unitPriceSen: 0, facilityUnitPriceSen: 200 }, 'ok'],
  ])('a quote of 50 pieces at %j: %s', async (price, expected) => {
    expect(await codeOf(quote(await drafted([50]), price))).toBe(expected);
  });

  it.each([
    [20, 500_000_000],
    [9, 1_000_000_000],
    [1, 1_000_000_000],
    [20, 100_000_000],
  ])('a quote of %i lines of 100,000,000 pieces at %i sen is refused with a reason', async (count, unitPriceSen) => {
    const lines = await drafted(Array.from({ length: count }, () => 100_000_000));
    expect(await codeOf(quote(lines, { unitPriceSen }))).toBe('QUOTE.AMOUNT_TOO_LARGE');
  });

  it('a repeated request may omit what was null, and name fields in another order', async () => {
    const [line] = await drafted([50]);
    const idempotencyKey = newKey();
    const input = { workOrderId: line!.workOrderId, contractType: 'DESK_CONTRACT' as const };
    const validUntil = addWorkingDays(today, 5);
    const prices = [{ workOrderLineId: line!.id, unitPriceSen: 500 }];
    const first = await product.get(IssueQuote).execute(desk, { idempotencyKey, ...input, validUntil, lines: prices });
    const again = await product.get(IssueQuote).execute(desk, {
      idempotencyKey,
      lines: prices.map((price) => ({ ...price, facilityUnitPriceSen: null, steps: null })),
      validUntil,
      terms: null,
      candidateFacilityIds: null,
      ...input,
    });
    expect(again).toEqual(first);
    const other = { idempotencyKey, ...input, validUntil, lines: prices, terms: '別の条件' };
    expect(await codeOf(product.get(IssueQuote).execute(desk, other))).toBe('IDEMPOTENCY.KEY_REUSED');
  });

  it('a line of an order that was placed is dropped: its offers and promises go, the rest is done and paid', async () => {
    const { workOrderId, lines, shares } = await promised(3000, 2000);
    const [kept, dropped] = lines as [WorkOrderLine, WorkOrderLine];
    const propose = (...changes: object[]) =>
      product.get(ProposeAmendment).execute(buyer, {
        idempotencyKey: newKey(),
        workOrderId,
        reason: '部数の見直し',
        lines: changes as { workOrderLineId: string }[],
      });
    const both = lines.map(({ id }) => ({ workOrderLineId: id, quantity: 0 }));
    expect(await codeOf(propose(...both))).toBe('AMENDMENT.NO_LINE_LEFT');
    const ofKept = shares.find(({ workOrderLineId }) => workOrderLineId === kept.id)!;
    await delivered(ofKept, ofKept.offeredUnits);
    expect(await codeOf(propose({ workOrderLineId: kept.id, quantity: ofKept.offeredUnits - 1 }))).toBe(
      'AMENDMENT.BELOW_DELIVERED',
    );
    const { amendmentId } = await propose({ workOrderLineId: dropped.id, quantity: 0 });
    const ofDropped = shares.filter(({ workOrderLineId }) => workOrderLineId === dropped.id);
    await product.get(AcceptAmendment).execute(desk, {
      idempotencyKey: newKey(),
      amendmentId,
      cuts: ofDropped.map(({ id }) => ({ assignmentId: id, units: 0 })),
    });
    for (const { id } of ofDropped) {
      const share = await product.db.manager.findOneByOrFail(Assignment, { id });
      expect(share.status).toBe('CANCELLED');
    }
    const { booked, carried } = await promisedSeconds(product);
    expect(carried).toBe(booked);
    for (const share of shares) {
      if (share.workOrderLineId === kept.id && share.id !== ofKept.id) await delivered(share, share.offeredUnits);
    }
    expect((await product.db.manager.findOneByOrFail(WorkOrder, { id: workOrderId })).status).toBe('DELIVERED');
    await product.get(AcceptWork).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    const contracts = await product.get(ContractQueries).ofOrder(desk, workOrderId);
    const withBuyer = contracts.find(({ side }) => side === 'BUYER_DESK')!;
    expect(await flowsOf(withBuyer)).toEqual([16_500]);
  });
});
