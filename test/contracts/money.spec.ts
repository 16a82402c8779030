import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addWorkingDays, todayInTokyo } from '#yui/calendar';
import {
  CashQueries,
  type Contract,
  ContractQueries,
  CorrectInvoice,
  DecideItem,
  DeclareUndecided,
  IssueInvoice,
  MoneyQueries,
  RecordPaperReturned,
  RecordPayment,
  RemindMilestones,
  ReversePayment,
  SubcontractQueries,
} from '#yui/contracts';
import { SetBuyerTerms, SetDeskTerms, SetInvoiceIssuer } from '#yui/directory';
import { lineAmountYen } from '#yui/money';
import {
  AcceptAssignment,
  AcceptWork,
  type Assignment,
  InspectDelivery,
  ReportDelivery,
  SendAssignments,
} from '#yui/fulfilment';
import { CancelWorkOrder } from '#yui/changes';
import {
  DraftWorkOrder,
  IssueQuote,
  PlaceOrder,
  ReviewWorkOrder,
  SubmitWorkOrder,
  WorkOrder,
  WorkOrderLine,
} from '#yui/orders';
import { type DomainError, type PersonActor, UnitOfWork } from '#yui/platform';
import { startTestMail, type TestMail } from '../harness/mail.js';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { tryAgainWhenBusy } from '../harness/try-again.js';
import { assignmentsOf, splitAndSend } from '../orders/order-fixtures.js';
import { allQuiet, startWorker } from '../worker/worker-fixtures.js';

type ContractType = 'DESK_CONTRACT' | 'BROKERED';

describe('the money of an order', () => {
  let product: Product;
  let mail: TestMail;
  let worker: NestFastifyApplication;
  let desk: PersonActor;
  let admin: PersonActor;
  let buyer: PersonActor;
  let today: ReturnType<typeof todayInTokyo>;

  beforeAll(async () => {
    product = await createProduct();
    mail = await startTestMail();
    worker = await startWorker(product.databaseUrl, mail.smtpUrl);
    desk = await product.as('DESK_COORDINATOR');
    admin = await product.as('DESK_ADMIN');
    buyer = await product.as('BUYER_ADMIN');
    today = todayInTokyo(new Date());
    await act(SetInvoiceIssuer, admin, { deskId: desk.organisationId, registrationNumber: '' });
  });
  afterAll(async () => {
    await worker.close();
    await mail.close();
    await product.close();
  });

  /** Does what a person does on a busy machine, where the worker may hold the order for too long: tries again. */
  const act = async <Input, Result>(
    command: Type<{ execute(actor: PersonActor, input: Input): Promise<Result> }>,
    actor: PersonActor,
    input: Input,
  ) => tryAgainWhenBusy(async () => product.get(command).execute(actor, input));

  async function ordered(contractType: ContractType, quantity: number, price: object): Promise<string> {
    const { workOrderId } = await act(DraftWorkOrder, buyer, {
      idempotencyKey: newKey(),
      deskId: desk.organisationId,
      title: '案内状の封入',
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity, dueOn: addWorkingDays(today, 40) }],
    });
    await act(SubmitWorkOrder, buyer, { idempotencyKey: newKey(), workOrderId });
    await act(ReviewWorkOrder, desk, { idempotencyKey: newKey(), workOrderId });
    const line = await product.db.manager.findOneByOrFail(WorkOrderLine, { workOrderId });
    const { quoteId } = await act(IssueQuote, desk, {
      idempotencyKey: newKey(),
      workOrderId,
      contractType,
      validUntil: addWorkingDays(today, 5),
      lines: [{ workOrderLineId: line.id, unitPriceSen: 333, ...price }],
    });
    await act(PlaceOrder, buyer, { idempotencyKey: newKey(), quoteId });
    return workOrderId;
  }
  async function offered(workOrderId: string): Promise<Assignment[]> {
    const line = await product.db.manager.findOneByOrFail(WorkOrderLine, { workOrderId });
    await splitAndSend(product, line.id);
    return assignmentsOf(product, workOrderId);
  }
  /** Every share is accepted, delivered and inspected; of the first two units are bad. */
  async function done(workOrderId: string): Promise<Assignment[]> {
    const assignments = await offered(workOrderId);
    for (const [index, { id: assignmentId, facilityId, offeredUnits: units }] of assignments.entries()) {
      const facility = await product.as('FACILITY_ADMIN', facilityId);
      const acceptance = { idempotencyKey: newKey(), assignmentId };
      await act(AcceptAssignment, facility, acceptance);
      const delivery = { idempotencyKey: newKey(), assignmentId, units };
      const { deliveryId } = await act(ReportDelivery, facility, delivery);
      const defects = index === 0 ? { defectUnits: 2, defectHandling: 'REDUCE' as const } : { defectUnits: 0 };
      const inspection = { idempotencyKey: newKey(), deliveryId, ...defects };
      await act(InspectDelivery, desk, inspection);
    }
    return assignments;
  }
  const accept = async (workOrderId: string) => {
    await act(AcceptWork, buyer, { idempotencyKey: newKey(), workOrderId });
    await allQuiet(product);
  };
  const contractsOf = async (workOrderId: string, actor = desk) =>
    product.get(ContractQueries).ofOrder(actor, workOrderId);
  const linesOf = async (contracts: readonly Contract[], actor = desk) =>
    product.get(ContractQueries).settlementOf(
      actor,
      contracts.map(({ id }) => id),
    );
  const grossOf = async (contract: Contract) =>
    (await linesOf([contract])).reduce((sum, { grossYen }) => sum + grossYen, 0);
  const orderOf = (id: string) => product.db.manager.findOneByOrFail(WorkOrder, { id });
  const pay = (input: object, actor = desk) =>
    act(RecordPayment, actor, {
      idempotencyKey: newKey(),
      amountYen: 1,
      paidOn: today,
      ...input,
    });
  const bill = (input: { kind: 'INVOICE' | 'PAYMENT_NOTICE'; payerId: string; payeeId: string }, actor = desk) =>
    act(IssueInvoice, actor, { idempotencyKey: newKey(), deskId: desk.organisationId, ...input });
  const nextOf = async (contract: Contract) =>
    (await product.get(ContractQueries).milestonesOf(desk, [contract.id]))
      .filter(({ status }) => status === 'OPEN')
      .map(({ kind }) => kind);

  describe('契約型, from the offer until the last yen', () => {
    let workOrderId: string;
    let shares: Assignment[];
    let withBuyer: Contract;
    let withFacilities: Contract[];
    const refresh = async () => {
      const contracts = await contractsOf(workOrderId);
      withBuyer = contracts.find(({ side }) => side === 'BUYER_DESK')!;
      withFacilities = contracts.filter(({ side }) => side === 'DESK_FACILITY');
    };

    it('an offer issues a contract, a yes concludes it, and the desk owes from the day it receives the work', async () => {
      workOrderId = await ordered('DESK_CONTRACT', 4_001, {});
      shares = await done(workOrderId);
      await allQuiet(product);
      await refresh();
      expect(shares.length).toBeGreaterThan(1);
      expect(withBuyer).toMatchObject({ status: 'CONCLUDED', amountYen: lineAmountYen(333, 4_001, 'DOWN') });
      expect(withFacilities).toHaveLength(shares.length);
      for (const share of await assignmentsOf(product, workOrderId)) {
        const contract = withFacilities.find(({ assignmentId }) => assignmentId === share.id)!;
        const netYen = lineAmountYen(share.unitPriceSen, share.offeredUnits - share.reducedUnits, 'DOWN');
        const lines = await linesOf([contract]);
        expect(lines.reduce((sum, line) => sum + line.netYen, 0)).toBe(netYen);
        expect(lines.reduce((sum, line) => sum + line.taxYen, 0)).toBe(Math.floor(netYen / 10));
        expect(contract.status).toBe('CONCLUDED');
        expect(lines.every(({ receivedOn }) => receivedOn === today)).toBe(true);
      }
      expect(await linesOf([withBuyer])).toEqual([]);
      expect(await nextOf(withBuyer)).toEqual(['ACCEPTANCE']);
      const kinds = (await product.get(ContractQueries).timelineOf(desk, [withFacilities[0]!.id])).map(
        ({ kind }) => kind,
      );
      expect(kinds.filter((kind) => kind.startsWith('STEP'))).toEqual(['STEP_DRAFT', 'STEP_ISSUE', 'STEP_CONCLUDE']);
      // The queries keep to their own contracts by themselves: here they read as the owner of the tables.
      const unguarded = new ContractQueries(new UnitOfWork(product.db));
      const facility = await product.as('FACILITY_ADMIN', withFacilities[0]!.facilityId!);
      const contractIds = [withBuyer.id, ...withFacilities.map(({ id }) => id)];
      for (const read of [
        await unguarded.milestonesOf(facility, contractIds),
        await unguarded.timelineOf(facility, contractIds),
      ]) {
        expect(new Set(read.map(({ contractId }) => contractId))).toEqual(new Set([withFacilities[0]!.id]));
      }
    });

    it('the desk sees what it has to lay out, and its sixty days', async () => {
      const plan = await product.get(CashQueries).plan(desk);
      expect(plan.gapYen).toBeGreaterThan(0);
      expect(plan.flows.some(({ amountYen, isExpected }) => amountYen > 0 && isExpected)).toBe(true);
      const clocks = await product.get(CashQueries).paymentClocks(desk);
      expect(clocks).toHaveLength(shares.length);
      expect(clocks[0]).toMatchObject({ receivedOn: today, daysLeft: 59, lateInterestYen: 0 });
      for (const actor of [buyer, { ...desk, role: 'PREFECTURE_OFFICER' as const }]) {
        await expect(product.get(CashQueries).plan(actor)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
      }
    });

    it('the buyer accepts and owes what came out; nobody sees more than their own', async () => {
      await accept(workOrderId);
      await refresh();
      expect(withBuyer.status).toBe('FULFILLED');
      const [line] = await linesOf([withBuyer], buyer);
      expect(line).toMatchObject({ units: 3_999, netYen: lineAmountYen(333, 3_999, 'DOWN'), payer: 'BUYER' });
      expect(await linesOf(withFacilities, buyer)).toEqual([]);
      const facility = await product.as('FACILITY_ADMIN', shares[0]!.facilityId);
      const seen = await linesOf([withBuyer, ...withFacilities], facility);
      expect(new Set(seen.map(({ payeeId }) => payeeId))).toEqual(new Set([facility.organisationId]));
      expect(await nextOf(withBuyer)).toEqual(['INVOICE', 'PAYMENT']);
      await expect(
        product.db.query('UPDATE settlement_line SET gross_yen = 1, net_yen = 1, tax_yen = 0 WHERE id = $1', [
          line!.id,
        ]),
      ).rejects.toThrow();
      await expect(product.db.query('DELETE FROM settlement_line WHERE id = $1', [line!.id])).rejects.toThrow();
    });

    it('is billed once, and corrected by a new paper', async () => {
      const between = { kind: 'INVOICE' as const, payerId: buyer.organisationId, payeeId: desk.organisationId };
      const billables = await product.get(MoneyQueries).billables(desk);
      expect(billables.find(({ payer }) => payer === 'BUYER')).toMatchObject({ lineCount: 1, payee: 'DESK' });
      await expect(bill(between, buyer)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
      const { invoiceId } = await bill(between);
      await expect(bill(between)).rejects.toMatchObject({ code: 'INVOICE.NOTHING_TO_BILL' });
      const queries = product.get(MoneyQueries);
      const invoice = await queries.invoice(buyer, invoiceId);
      expect(invoice.number).toMatch(/^INV-\d{4}-\d{4}$/);
      expect(invoice.registrationNumber).toBeNull();
      expect(invoice.deductionPercent).toBe(70);
      expect(invoice.grossYen).toBe(await grossOf(withBuyer));
      expect((await queries.linesOfInvoices(buyer, [invoiceId])).map(({ units }) => units)).toEqual([3_999]);

      const correct = () =>
        act(CorrectInvoice, desk, { idempotencyKey: newKey(), invoiceId, reason: '登録番号が抜けていました' });
      await expect(correct()).rejects.toMatchObject({ code: 'INVOICE.UNCHANGED' });
      await act(SetInvoiceIssuer, admin, {
        deskId: desk.organisationId,
        registrationNumber: 'T7000012050002',
        taxRounding: 'UP',
      });
      const { invoiceId: newId } = await correct();
      const corrected = await queries.invoice(buyer, newId);
      expect(corrected).toMatchObject({
        correctsId: invoiceId,
        registrationNumber: 'T7000012050002',
        deductionPercent: null,
      });
      expect(corrected.taxYen - invoice.taxYen).toBe(1);
      // What is owed is what the invoice says: the yen of the other rounding is booked.
      expect(await grossOf(withBuyer)).toBe(corrected.grossYen);
      await expect(correct()).rejects.toMatchObject({ code: 'INVOICE.CORRECTED_BEFORE' });

      // What stood on the old paper alone, and is owed again, is to be billed: to look at as well as to do.
      const [billed] = await linesOf([withBuyer]);
      const book = async (change: object) => {
        const [row] = await product.db.query<[{ id: string }]>(
          `INSERT INTO settlement_line SELECT (jsonb_populate_record(line, $2 || jsonb_build_object('id', gen_random_uuid()))).*
           FROM settlement_line AS line WHERE id = $1 RETURNING id`,
          [billed!.id, JSON.stringify({ source_key: 'once more', ...change })],
        );
        return row.id;
      };
      const reverse = async (id: string) => {
        const { netYen, taxYen, grossYen } = billed!;
        await book({ reverses_id: id, net_yen: -netYen, tax_yen: -taxYen, gross_yen: -grossYen });
      };
      const gone = await book({});
      await product.db.query(
        'INSERT INTO invoice_line SELECT (jsonb_populate_record(line, $2)).* FROM invoice_line AS line WHERE invoice_id = $1',
        [invoiceId, JSON.stringify({ settlement_line_id: gone, position: 99 })],
      );
      await reverse(gone);
      const again = await book({});
      const open = (await queries.billables(desk)).find(({ payer }) => payer === 'BUYER');
      expect(open).toMatchObject({ lineCount: 1, grossYen: billed!.grossYen });
      await reverse(again);
      expect((await queries.billables(desk)).filter(({ payer }) => payer === 'BUYER')).toEqual([]);

      const facilityId = shares[0]!.facilityId;
      const notice = await bill({ kind: 'PAYMENT_NOTICE', payerId: desk.organisationId, payeeId: facilityId });
      const facility = await product.as('FACILITY_ADMIN', facilityId);
      expect(await queries.invoice(facility, notice.invoiceId)).toMatchObject({ payer: 'DESK', payeeId: facilityId });
      await expect(queries.invoice(buyer, notice.invoiceId)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    });

    it('is found by date, amount and partner', async () => {
      const queries = product.get(MoneyQueries);
      const { grossYen } = (await queries.invoices(buyer, {}, { first: 1 })).items[0]!;
      const count = async (filter: object, actor = desk) =>
        (await queries.invoices(actor, filter, { first: 10 })).totalItems();
      const [{ name }] = await product.db.query<[{ name: string }]>('SELECT name FROM buyer WHERE id = $1', [
        buyer.organisationId,
      ]);
      expect(await count({})).toBe(3);
      expect(await count({ partner: name.slice(1, 4) })).toBe(2);
      expect(await count({ partner: '%' })).toBe(0);
      expect(await count({ from: today, to: today, minYen: grossYen, maxYen: grossYen })).toBe(1);
      expect(await count({ to: '2020-01-01' })).toBe(0);
      expect(await count({ workOrderId })).toBe(3);
      expect(await count({}, buyer)).toBe(2);
      const lines = await queries.settlementLines(desk, { workOrderId, minYen: 1 }, { first: 100 });
      expect(await lines.totalItems()).toBeGreaterThan(shares.length);
    });

    it('is paid in parts, never too much; a slip is reversed; and then the order is closed', async () => {
      const owed = await grossOf(withBuyer);
      const contractId = withBuyer.id;
      await expect(pay({ contractId, amountYen: owed + 1 })).rejects.toMatchObject({
        code: 'PAYMENT.TOO_MUCH',
        details: { openYen: owed },
      });
      await expect(pay({ contractId, paidOn: '2099-01-01' })).rejects.toMatchObject({ code: 'PAYMENT.IN_THE_FUTURE' });
      await expect(pay({ contractId }, buyer)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
      const both = await Promise.allSettled([
        pay({ contractId, amountYen: owed - 10 }),
        pay({ contractId, amountYen: owed - 10 }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await refresh();
      expect(withBuyer.status).toBe('FULFILLED');
      const invoices = await product.get(MoneyQueries).invoices(buyer, {}, { first: 1 });
      const { paymentId } = await pay({ invoiceId: invoices.items[0]!.id, amountYen: 10 });
      await refresh();
      expect(withBuyer.status).toBe('SETTLED');
      await act(ReversePayment, desk, { idempotencyKey: newKey(), paymentId, reason: '別の入金でした' });
      await refresh();
      expect(withBuyer.status).toBe('FULFILLED');
      await expect(
        act(ReversePayment, desk, { idempotencyKey: newKey(), paymentId, reason: 'もう一度' }),
      ).rejects.toMatchObject({ code: 'PAYMENT.REVERSED_BEFORE' });
      await pay({ contractId, amountYen: 10 });

      expect((await orderOf(workOrderId)).status).toBe('ACCEPTED');
      for (const contract of withFacilities) await pay({ contractId: contract.id, amountYen: await grossOf(contract) });
      await refresh();
      expect(new Set([withBuyer, ...withFacilities].map(({ status }) => status))).toEqual(new Set(['SETTLED']));
      expect((await orderOf(workOrderId)).status).toBe('CLOSED');
      await expect(pay({ contractId })).rejects.toMatchObject({ code: 'PAYMENT.NOTHING_OWED' });
      expect(await product.get(CashQueries).paymentClocks(desk)).toEqual([]);
      expect(await nextOf(withBuyer)).toEqual([]);
    });
  });

  it('仲介型: facilities share the whole to the yen, and the desk gets its fee from anyone who pays it', async () => {
    await product.db.query(
      `INSERT INTO fee_rule (id, desk_id, contract_type, basis, rate_permille, payer, valid_from, created_at)
       VALUES (gen_random_uuid(), $1, 'BROKERED', 'PERCENT', 50, 'FACILITY', '2020-04-01', now())`,
      [desk.organisationId],
    );
    const workOrderId = await ordered('BROKERED', 4_001, {});
    const assignments = await offered(workOrderId);
    await allQuiet(product);
    // Offers are not the buyer's to see.
    expect(await contractsOf(workOrderId, buyer)).toEqual([]);
    expect((await contractsOf(workOrderId)).map(({ status }) => status)).toEqual(assignments.map(() => 'ISSUED'));
    for (const { id: assignmentId, facilityId, offeredUnits: units } of assignments) {
      const facility = await product.as('FACILITY_ADMIN', facilityId);
      await act(AcceptAssignment, facility, { idempotencyKey: newKey(), assignmentId });
      const delivery = { idempotencyKey: newKey(), assignmentId, units };
      const { deliveryId } = await act(ReportDelivery, facility, delivery);
      await act(InspectDelivery, desk, { idempotencyKey: newKey(), deliveryId, defectUnits: 0 });
    }
    await accept(workOrderId);
    const contracts = await contractsOf(workOrderId);
    const lines = await linesOf(contracts);
    const sum = (kind: 'WORK' | 'FEE') => lines.reduce((yen, line) => yen + (line.kind === kind ? line.netYen : 0), 0);
    const wholeYen = lineAmountYen(333, 4_001, 'DOWN');
    expect(sum('WORK')).toBe(wholeYen);
    expect(sum('FEE')).toBe(Math.floor((wholeYen * 50) / 1000));
    expect(lines.filter(({ kind }) => kind === 'FEE').every(({ payer }) => payer === 'FACILITY')).toBe(true);
    expect((await linesOf(contracts, buyer)).every(({ kind }) => kind === 'WORK')).toBe(true);
    const [contract] = contracts as [Contract];
    const fee = lines.find((line) => line.contractId === contract.id && line.kind === 'FEE')!;
    await pay({ contractId: contract.id, isFee: true, amountYen: fee.grossYen });
    await expect(pay({ contractId: contract.id, isFee: true })).rejects.toMatchObject({ code: 'PAYMENT.NOTHING_OWED' });
    const facility = await product.as('FACILITY_ADMIN', contract.facilityId!);
    const own = { kind: 'INVOICE' as const, payerId: buyer.organisationId, payeeId: facility.organisationId };
    const { invoiceId } = await bill(own, facility);
    expect((await product.get(MoneyQueries).invoice(buyer, invoiceId)).payeeId).toBe(facility.organisationId);
  });

  it('an order that is cancelled is owed for what was done, and for nothing else', async () => {
    const workOrderId = await ordered('DESK_CONTRACT', 3_000, {});
    const [first, ...others] = (await offered(workOrderId)) as [Assignment, ...Assignment[]];
    expect(others.length).toBeGreaterThan(0);
    const { id: assignmentId, facilityId, offeredUnits: units, unitPriceSen } = first;
    const facility = await product.as('FACILITY_ADMIN', facilityId);
    await act(AcceptAssignment, facility, { idempotencyKey: newKey(), assignmentId });
    const { deliveryId } = await act(ReportDelivery, facility, { idempotencyKey: newKey(), assignmentId, units });
    await act(InspectDelivery, desk, { idempotencyKey: newKey(), deliveryId, defectUnits: 0 });
    await act(CancelWorkOrder, desk, { idempotencyKey: newKey(), workOrderId, reason: '催しが中止' });
    await allQuiet(product);
    expect((await orderOf(workOrderId)).status).toBe('CANCELLED');
    const contracts = await contractsOf(workOrderId);
    const withBuyer = contracts.find(({ side }) => side === 'BUYER_DESK')!;
    const done = contracts.find((contract) => contract.assignmentId === assignmentId)!;
    expect([withBuyer.status, done.status]).toEqual(['FULFILLED', 'FULFILLED']);
    expect(withBuyer.fulfilledYen).toBe(lineAmountYen(333, units, 'DOWN'));
    expect(done.fulfilledYen).toBe(lineAmountYen(unitPriceSen, units, 'DOWN'));
    const rest = contracts.filter(({ id }) => id !== withBuyer.id && id !== done.id);
    expect(rest.every(({ status }) => status === 'TERMINATED')).toBe(true);
    expect(await linesOf(rest)).toEqual([]);
    for (const contract of [withBuyer, done])
      await pay({ contractId: contract.id, amountYen: await grossOf(contract) });
    expect((await contractsOf(workOrderId)).map(({ status }) => status)).not.toContain('FULFILLED');
    expect((await orderOf(workOrderId)).status).toBe('CANCELLED');
  });

  it('契約型: no order leaves for a facility that does not state all the law asks for', async () => {
    // An ordinary order passes by itself (above); a desk that was opened without a place of receipt does not.
    await act(SetDeskTerms, admin, {});
    await product.db.query(`UPDATE desk_terms SET receipt_place = ''`);
    const workOrderId = await ordered('DESK_CONTRACT', 1_000, {});
    const refused = await offered(workOrderId).catch((error: unknown) => error as DomainError);
    expect(refused).toMatchObject({ code: 'SUBCONTRACT.ITEMS_MISSING' });
    expect((refused as DomainError).messageJa).toContain('受け取る場所');
    expect((refused as DomainError).messageEn).toContain('the place of receipt');
    const queries = product.get(SubcontractQueries);
    const check = await queries.check(desk, workOrderId);
    expect(check.law.isApplicable).toBe(true);
    expect(check.shares.every(({ missing }) => missing.join() === 'RECEIPT_PLACE')).toBe(true);
    await expect(queries.check(buyer, workOrderId)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    const open = {
      idempotencyKey: newKey(),
      workOrderId,
      item: 'RECEIPT_PLACE' as const,
      reason: '倉庫を探しているため',
      decideOn: '2099-01-01' as const,
    };
    await expect(act(DeclareUndecided, buyer, open)).rejects.toMatchObject({
      code: 'ACCESS.NOT_FOUND',
    });
    const { workOrderId: draftId } = await act(DraftWorkOrder, buyer, {
      idempotencyKey: newKey(),
      deskId: desk.organisationId,
      title: '書きかけの案件',
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 100, dueOn: addWorkingDays(today, 40) }],
    });
    const ofDraft = { ...open, idempotencyKey: newKey(), workOrderId: draftId };
    await expect(act(DeclareUndecided, desk, ofDraft)).rejects.toMatchObject({
      code: 'ACCESS.NOT_FOUND',
    });
    await act(DeclareUndecided, desk, open);
    const declared = await queries.check(desk, workOrderId);
    expect(declared.shares.length).toBeGreaterThan(0);
    expect(declared.shares.every(({ missing }) => missing.length === 0)).toBe(true);
    await act(SendAssignments, desk, { idempotencyKey: newKey(), workOrderId });
    await act(DecideItem, desk, {
      idempotencyKey: newKey(),
      workOrderId,
      item: 'RECEIPT_PLACE',
      decision: '市民会館',
    });
    expect((await queries.check(desk, workOrderId)).undecided[0]).toMatchObject({ decision: '市民会館' });
    await product.db.query(`DELETE FROM desk_terms`);
  });

  it('a buyer whose signature is wanted is reminded until its paper is back, and never after', async () => {
    await act(SetBuyerTerms, admin, { buyerId: buyer.organisationId, needsSignedPaper: true });
    const workOrderId = await ordered('DESK_CONTRACT', 100, {});
    await allQuiet(product);
    const [contract] = (await contractsOf(workOrderId)) as [Contract];
    expect(contract.status).toBe('ISSUED');
    expect(await nextOf(contract)).toEqual(['PAPER_RETURN']);
    expect(product.get(ContractQueries).availableActions(desk, contract)).toEqual(['recordPaperReturned']);
    const paper = product.get(RecordPaperReturned);
    const input = { idempotencyKey: newKey(), contractId: contract.id };
    await expect(paper.execute(buyer, input)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });

    mail.clear();
    await product.db.query(`UPDATE clock_shift SET shift = shift + interval '16 days'`);
    await mail.waitForMail(({ subject }) => subject.startsWith('【結】署名した書類を返す日を過ぎています'));
    const reminders = async () =>
      (await product.get(ContractQueries).timelineOf(desk, [contract.id]))
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('MILESTONE'));
    // Three were due while nobody looked; people are told about the latest alone, and once.
    expect(await reminders()).toEqual(['MILESTONE_OVERDUE']);
    await paper.execute(desk, input);
    expect((await contractsOf(workOrderId))[0]?.status).toBe('CONCLUDED');
    expect(await worker.get(RemindMilestones, { strict: false }).execute()).toBe(0);
    expect(await reminders()).toEqual(['MILESTONE_OVERDUE']);
    expect(await nextOf(contract)).toEqual(['DELIVERY']);
  });
});
