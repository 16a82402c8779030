import { addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  type Balance,
  Contract,
  ContractQueries,
  Invoice,
  IssueInvoice,
  RecordPayment,
  RecordReduction,
  Reduction,
  SettlementLine,
  WithdrawReduction,
} from '#yui/contracts';
import { AcceptAssignment, AcceptWork, Assignment, InspectDelivery, ReportDelivery } from '#yui/fulfilment';
import {
  DraftWorkOrder,
  IssueQuote,
  PlaceOrder,
  Quote,
  ReviewWorkOrder,
  SubmitWorkOrder,
  WorkOrderLine,
} from '#yui/orders';
import { DomainError, type PersonActor } from '#yui/platform';
import { randomNumbers, withSeed } from '../harness/property.js';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { splitAndSend } from '../orders/order-fixtures.js';

type IssueQuoteInput = Parameters<IssueQuote['execute']>[1];
type LineContent = { workTypeCode: string; quantity: number };

/** Lines of an order as a desk has them: taxed one by one, with postage and a discount, up to two hundred. */
describe('lines of an order', () => {
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

  async function reviewed(contents: readonly LineContent[]): Promise<WorkOrderLine[]> {
    const { workOrderId } = await product.get(DraftWorkOrder).execute(buyer, {
      idempotencyKey: newKey(),
      deskId: desk.organisationId,
      title: '記念品と発送',
      lines: contents.map((content) => ({ ...content, dueOn: addWorkingDays(today, 40) })),
    });
    await product.get(SubmitWorkOrder).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    await product.get(ReviewWorkOrder).execute(desk, { idempotencyKey: newKey(), workOrderId });
    return linesOf(workOrderId);
  }
  const linesOf = async (workOrderId: string) =>
    product.db.manager.find(WorkOrderLine, { where: { workOrderId }, order: { position: 'ASC' } });
  const quote = async (
    lines: readonly WorkOrderLine[],
    more: Partial<IssueQuoteInput> = {},
    price: Partial<IssueQuoteInput['lines'][number]> = {},
  ) =>
    product.get(IssueQuote).execute(desk, {
      idempotencyKey: newKey(),
      workOrderId: lines[0]!.workOrderId,
      contractType: 'DESK_CONTRACT',
      validUntil: addWorkingDays(today, 5),
      lines: lines.map(({ id }) => ({ workOrderLineId: id, unitPriceSen: 500, ...price })),
      ...more,
    });
  const order = (quoteId: string) => product.get(PlaceOrder).execute(buyer, { idempotencyKey: newKey(), quoteId });

  /** Placed, done by facilities, delivered and accepted by the buyer. */
  async function accepted(lines: readonly WorkOrderLine[]): Promise<void> {
    const workOrderId = lines[0]!.workOrderId;
    for (const line of lines) await splitAndSend(product, line.id);
    for (const share of await product.db.manager.findBy(Assignment, { workOrderId })) {
      const facility = await product.as('FACILITY_ADMIN', share.facilityId);
      const about = { idempotencyKey: newKey(), assignmentId: share.id };
      await product.get(AcceptAssignment).execute(facility, about);
      const report = { ...about, idempotencyKey: newKey(), units: share.offeredUnits };
      const { deliveryId } = await product.get(ReportDelivery).execute(facility, report);
      await product.get(InspectDelivery).execute(desk, { idempotencyKey: newKey(), deliveryId, defectUnits: 0 });
    }
    await product.get(AcceptWork).execute(buyer, { idempotencyKey: newKey(), workOrderId });
  }
  const bill = async (workOrderId: string): Promise<Invoice> => {
    const { invoiceId } = await product.get(IssueInvoice).execute(desk, {
      idempotencyKey: newKey(),
      kind: 'INVOICE',
      deskId: desk.organisationId,
      payerId: buyer.organisationId,
      payeeId: desk.organisationId,
      workOrderId,
    });
    return product.db.manager.findOneByOrFail(Invoice, { id: invoiceId });
  };

  const CHARGES: IssueQuoteInput['charges'] = [
    { kind: 'SHIPPING', name: '送料', quantity: 3, unit: '箱', unitPriceSen: 120_050 },
    { kind: 'MATERIAL', name: '郵便切手（立替）', unitPriceSen: 840_000, taxCategory: 'NOT_TAXABLE' },
    { kind: 'DISCOUNT', name: '出精値引', unitPriceSen: 100_000 },
  ];

  it('postage, what is not taxed and a discount stand in quote, contract, settlement and invoice', async () => {
    const lines = await reviewed([{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 1_000 }]);
    const { quoteId, workOrderId } = await quote(lines, { charges: CHARGES }, { facilityUnitPriceSen: 300 });
    // 5,000 + 3 × 1,200.50 rounded down once − 1,000 at 10 %, 8,400 without tax
    const [net, tax] = [5_000 + 3_601 - 1_000 + 8_400, 760];
    expect(await product.db.manager.findOneByOrFail(Quote, { id: quoteId })).toMatchObject({
      amountYen: net,
      taxYen: tax,
    });
    await order(quoteId);
    await accepted(lines);
    const contract = await product.db.manager.findOneByOrFail(Contract, { workOrderId, side: 'BUYER_DESK' });
    expect(contract.amountYen).toBe(net);
    const booked = await product.db.manager.findBy(SettlementLine, { contractId: contract.id });
    expect(booked.map(({ description, netYen }) => [description, netYen]).sort()).toEqual(
      [
        ['封入・封かん', 5_000],
        ['送料', 3_601],
        ['出精値引', -1_000],
        ['郵便切手（立替）', 8_400],
      ].sort(),
    );
    expect(await bill(workOrderId)).toMatchObject({ netYen: net, taxYen: tax, grossYen: net + tax });
  });

  it('what is taken off one class of tax cannot exceed it, and charges belong to 契約型 alone', async () => {
    const lines = await reviewed([{ workTypeCode: 'BREAD', quantity: 100 }]);
    const discount = (unitPriceSen: number, taxCategory: 'STANDARD' | 'REDUCED') => [
      { kind: 'DISCOUNT' as const, name: '出精値引', unitPriceSen, taxCategory },
    ];
    const asked = async (more: Partial<IssueQuoteInput>) => codeOf(quote(lines, more, { facilityUnitPriceSen: 300 }));
    expect(await asked({ charges: discount(10_000, 'STANDARD') })).toBe('QUOTE.DISCOUNT_TOO_LARGE');
    expect(await asked({ charges: discount(0, 'REDUCED') })).toBe('QUOTE.DISCOUNT_OF_NOTHING');
    expect(await asked({ charges: CHARGES, contractType: 'BROKERED' })).toBe('QUOTE.CHARGES_OF_DESK_ONLY');
    expect(await asked({ charges: Array.from({ length: 21 }, () => CHARGES[0]!) })).toBe('QUOTE.TOO_MANY_CHARGES');
    expect(await asked({ charges: discount(10_000, 'REDUCED') })).toBe('ok');
  });

  it('food sold is taxed at 8 %, the same food processed for somebody at 10 %', async () => {
    const lines = await reviewed([
      { workTypeCode: 'PROCESSED_FOOD', quantity: 100 },
      { workTypeCode: 'PROCESSED_FOOD', quantity: 100 },
    ]);
    expect(lines.map(({ taxCategory }) => taxCategory)).toEqual(['REDUCED', 'REDUCED']);
    const [sold, processed] = lines;
    const { quoteId, workOrderId } = await quote(lines, {
      lines: [
        { workOrderLineId: sold!.id, unitPriceSen: 10_000, facilityUnitPriceSen: 8_000 },
        {
          workOrderLineId: processed!.id,
          unitPriceSen: 10_000,
          facilityUnitPriceSen: 8_000,
          taxCategory: 'STANDARD',
        },
      ],
    });
    expect(await product.db.manager.findOneByOrFail(Quote, { id: quoteId })).toMatchObject({ taxYen: 800 + 1_000 });
    expect((await linesOf(workOrderId)).map(({ taxCategory }) => taxCategory)).toEqual(['REDUCED', 'STANDARD']);
    await order(quoteId);
    await accepted(lines);
    const rates = await product.db.manager.query<{ payer: string; tax_percent: number; tax: number }[]>(
      `SELECT payer, tax_percent, sum(tax_yen)::int AS tax FROM settlement_line WHERE work_order_id = $1
       GROUP BY 1, 2 ORDER BY 1, 2`,
      [workOrderId],
    );
    expect(rates).toEqual([
      { payer: 'BUYER', tax_percent: 8, tax: 800 },
      { payer: 'BUYER', tax_percent: 10, tax: 1_000 },
      { payer: 'DESK', tax_percent: 8, tax: 640 },
      { payer: 'DESK', tax_percent: 10, tax: 800 },
    ]);
  });

  it('an order has up to two hundred lines, and no more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        workTypeCode: index % 2 === 0 ? 'SOUVENIRS' : 'BREAD',
        quantity: index + 1,
      }));
    const lines = await reviewed(many(200));
    const { quoteId } = await quote(lines, {}, { facilityUnitPriceSen: 300 });
    await order(quoteId);
    expect(await codeOf(reviewed(many(201)))).toBe('WORK_ORDER.LINES_MISSING');
  });

  describe('after acceptance', () => {
    type Taken = Partial<Parameters<RecordReduction['execute']>[1]>;

    async function done(
      quantity: number,
    ): Promise<{ workOrderId: string; withBuyer: Contract; withFacility: Contract }> {
      const lines = await reviewed([{ workTypeCode: 'ENVELOPE_STUFFING', quantity }]);
      const { quoteId, workOrderId } = await quote(lines, {}, { facilityUnitPriceSen: 300 });
      await order(quoteId);
      await accepted(lines);
      const contracts = await product.db.manager.findBy(Contract, { workOrderId });
      const of = (side: string) => contracts.find((each) => each.side === side)!;
      return { workOrderId, withBuyer: of('BUYER_DESK'), withFacility: of('DESK_FACILITY') };
    }
    const lineOf = async (contract: Contract) =>
      product.db.manager.findOneOrFail(SettlementLine, { where: { contractId: contract.id }, order: { id: 'ASC' } });
    const take = async (contract: Contract, taken: Taken) =>
      product.get(RecordReduction).execute(desk, {
        idempotencyKey: newKey(),
        settlementLineId: (await lineOf(contract)).id,
        kind: 'PRICE_REDUCTION',
        reason: '折り目のずれ',
        agreedBy: '総務課 田中様（電話）',
        ...taken,
      });
    const balanceOf = async (contract: Contract): Promise<Balance> =>
      (await product.get(ContractQueries).balancesOf(desk, [contract.id]))[0]!;
    const pay = async (contract: Contract, amountYen: number, isRepayment = false) =>
      product.get(RecordPayment).execute(desk, {
        ...{ idempotencyKey: newKey(), contractId: contract.id, amountYen, isRepayment, paidOn: today },
      });
    const stateOf = async ({ id }: Contract) => (await product.db.manager.findOneByOrFail(Contract, { id })).status;

    it('what was taken off before the bill stands on the bill', async () => {
      const { workOrderId, withBuyer } = await done(1_000);
      await take(withBuyer, { amountYen: 500 });
      const invoice = await bill(workOrderId);
      expect(invoice).toMatchObject({ kind: 'INVOICE', netYen: 4_500, taxYen: 450 });
      expect(await balanceOf(withBuyer)).toMatchObject({ bookedYen: 4_950 });
    });

    it('what goes back after the bill was paid has a 返還請求書 of its own, and the money comes back', async () => {
      const { workOrderId, withBuyer } = await done(1_000);
      await bill(workOrderId);
      await pay(withBuyer, 5_500);
      expect(await stateOf(withBuyer)).toBe('SETTLED');
      await take(withBuyer, { kind: 'RETURN', units: 40 });
      expect(await stateOf(withBuyer)).toBe('FULFILLED');
      expect(await balanceOf(withBuyer)).toMatchObject({ bookedYen: 5_500 - 220, paidYen: 5_500 });
      const returned = await bill(workOrderId);
      expect(returned).toMatchObject({ kind: 'RETURN_INVOICE', netYen: -200, taxYen: -20, grossYen: -220 });
      expect(returned.number).toContain('RI-');
      expect(await codeOf(pay(withBuyer, 221, true))).toBe('PAYMENT.TOO_MUCH_BACK');
      await pay(withBuyer, 220, true);
      expect(await stateOf(withBuyer)).toBe('SETTLED');
    });

    it('never more than the line comes to, never more units than there are, and not before acceptance', async () => {
      const { withBuyer } = await done(1_000);
      expect(await codeOf(take(withBuyer, { amountYen: 5_001 }))).toBe('REDUCTION.TOO_MUCH');
      expect(await codeOf(take(withBuyer, { kind: 'RETURN', units: 1_001 }))).toBe('REDUCTION.TOO_MANY_UNITS');
      await take(withBuyer, { kind: 'RETURN', units: 400 });
      expect(await codeOf(take(withBuyer, { kind: 'RETURN', units: 601 }))).toBe('REDUCTION.TOO_MANY_UNITS');
      expect(await codeOf(take(withBuyer, { amountYen: 3_001 }))).toBe('REDUCTION.TOO_MUCH');
      const [reduction] = await product.db.manager.findBy(Reduction, { contractId: withBuyer.id });
      const withdraw = async () =>
        codeOf(product.get(WithdrawReduction).execute(desk, { idempotencyKey: newKey(), reductionId: reduction!.id }));
      expect(await withdraw()).toBe('ok');
      expect(await withdraw()).toBe('REDUCTION.WITHDRAWN_BEFORE');
      expect(await balanceOf(withBuyer)).toMatchObject({ bookedYen: 5_500 });
      const waiting = await reviewed([{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 1_000 }]);
      const { quoteId } = await quote(waiting, {}, { facilityUnitPriceSen: 300 });
      await order(quoteId);
      await splitAndSend(product, waiting[0]!.id);
      const [share] = await product.db.manager.findBy(Assignment, { workOrderId: waiting[0]!.workOrderId });
      const facility = await product.as('FACILITY_ADMIN', share!.facilityId);
      const about = { idempotencyKey: newKey(), assignmentId: share!.id };
      await product.get(AcceptAssignment).execute(facility, about);
      await product.get(ReportDelivery).execute(facility, { ...about, idempotencyKey: newKey(), units: 10 });
      const early = await product.db.manager.findOneByOrFail(Contract, { assignmentId: share!.id });
      expect(await codeOf(take(early, { amountYen: 1, fault: '汚れ' }))).toBe('REDUCTION.NOT_NOW');
    });

    it('a facility is paid less for something it answers for alone, and nobody else may record it', async () => {
      const { withFacility } = await done(1_000);
      expect(await codeOf(take(withFacility, { amountYen: 100 }))).toBe('REDUCTION.FAULT_MISSING');
      const { bookedYen } = await balanceOf(withFacility);
      await take(withFacility, { amountYen: 100, fault: '貼り間違い100通' });
      expect(await balanceOf(withFacility)).toMatchObject({ bookedYen: bookedYen - 110 });
      const other = { idempotencyKey: newKey(), settlementLineId: (await lineOf(withFacility)).id };
      const input = { ...other, kind: 'PRICE_REDUCTION' as const, amountYen: 1, reason: '値引き', agreedBy: '本人' };
      expect(await codeOf(product.get(RecordReduction).execute(buyer, input))).toBe('ACCESS.NOT_FOUND');
    });

    it('two people who take off the rest of a line at once take it off once', async () => {
      const { withBuyer } = await done(1_000);
      const codes = await Promise.all([3_000, 3_000, 3_000].map((amountYen) => codeOf(take(withBuyer, { amountYen }))));
      expect(codes.sort()).toEqual(['REDUCTION.TOO_MUCH', 'REDUCTION.TOO_MUCH', 'ok']);
    });

    it('whatever is taken off, billed and withdrawn: bills say what is owed, and the books balance', async () =>
      withSeed(async () => {
        const dice = randomNumbers('reductions');
        for (let round = 0; round < 4; round += 1) {
          const quantity = 1_000 + dice(500);
          const { workOrderId, withBuyer } = await done(quantity);
          let leftYen = quantity * 5;
          for (let step = 0; step < 6; step += 1) {
            if (dice(3) === 0) await codeOf(bill(workOrderId));
            const amountYen = 1 + dice(999);
            const code = await codeOf(take(withBuyer, { amountYen }));
            expect(code).toBe(amountYen <= leftYen ? 'ok' : 'REDUCTION.TOO_MUCH');
            if (code === 'ok') leftYen -= amountYen;
          }
          await codeOf(bill(workOrderId));
          const invoices = await product.db.manager.query<{ net: number; gross: number }[]>(
            `SELECT sum(net_yen)::int AS net, sum(gross_yen)::int AS gross FROM invoice WHERE id IN (
             SELECT invoice_id FROM invoice_line JOIN settlement_line l ON l.id = settlement_line_id
             WHERE l.contract_id = $1)`,
            [withBuyer.id],
          );
          const { bookedYen } = await balanceOf(withBuyer);
          expect(invoices).toEqual([{ net: leftYen, gross: bookedYen }]);
        }
      }));
  });
});
