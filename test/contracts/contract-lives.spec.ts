import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, addWorkingDays, fiscalYearOf, todayInTokyo } from '#yui/calendar';
import { ContractQueries, LapseReferrals, RemindReferrals, ReportReferralOutcome } from '#yui/contracts';
import { apportion, lineAmountYen } from '#yui/money';
import { AcceptAssignment, AcceptWork, InspectDelivery, ReportDelivery, WithdrawAssignment } from '#yui/fulfilment';
import {
  DraftWorkOrder,
  IssueQuote,
  PlaceOrder,
  ReviewWorkOrder,
  SubmitWorkOrder,
  WorkOrder,
  WorkOrderLine,
  workOrderTransitions,
} from '#yui/orders';
import { type PersonActor, RecordRead, UnitOfWork } from '#yui/platform';
import { ReportQueries } from '#yui/reports';
import { startTestMail, type TestMail } from '../harness/mail.js';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, splitAndSend } from '../orders/order-fixtures.js';
import { allQuiet, startWorker } from '../worker/worker-fixtures.js';

describe('the life of a contract', () => {
  let product: Product;
  let mail: TestMail;
  let worker: NestFastifyApplication;
  let desk: PersonActor;
  let buyer: PersonActor;
  let contracts: ContractQueries;

  beforeAll(async () => {
    product = await createProduct();
    mail = await startTestMail();
    worker = await startWorker(product.databaseUrl, mail.smtpUrl);
    desk = await product.as('DESK_COORDINATOR');
    buyer = await product.as('BUYER_ADMIN');
    contracts = worker.get(ContractQueries, { strict: false });
  });
  afterAll(async () => {
    await worker.close();
    await mail.close();
    await product.close();
  });

  async function reviewedOrder(workTypeCode: string, quantity: number): Promise<string> {
    const { workOrderId } = await product.get(DraftWorkOrder).execute(buyer, {
      idempotencyKey: newKey(),
      deskId: desk.organisationId,
      title: '花壇の手入れ',
      lines: [{ workTypeCode, quantity, dueOn: addWorkingDays(todayInTokyo(new Date()), 40) }],
    });
    await product.get(SubmitWorkOrder).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    await product.get(ReviewWorkOrder).execute(desk, { idempotencyKey: newKey(), workOrderId });
    return workOrderId;
  }

  /** A buyer chose one of two facilities the desk introduced. */
  async function referredOrder() {
    const workOrderId = await reviewedOrder('FLOWERBED', 50);
    const members = await product.db.query<{ facility_id: string }[]>(
      'SELECT facility_id FROM membership WHERE desk_id = $1 AND left_on IS NULL ORDER BY facility_id LIMIT 2',
      [desk.organisationId],
    );
    const [chosenFacilityId, other] = members.map((row) => row.facility_id) as [string, string];
    const { quoteId } = await product.get(IssueQuote).execute(desk, {
      idempotencyKey: newKey(),
      workOrderId,
      contractType: 'REFERRAL',
      validUntil: addDays(todayInTokyo(new Date()), 200),
      lines: [],
      candidateFacilityIds: [chosenFacilityId, other],
    });
    await product.get(PlaceOrder).execute(buyer, { idempotencyKey: newKey(), quoteId, chosenFacilityId });
    await allQuiet(product);
    const [contract] = await contracts.ofOrder(desk, workOrderId);
    if (!contract) throw new Error('No introduction was recorded');
    return { workOrderId, contract, chosenFacilityId, other };
  }

  const report = (actor: PersonActor, input: { contractId: string; amountYen?: number; reason?: string }) =>
    worker.get(ReportReferralOutcome, { strict: false }).execute(actor, {
      idempotencyKey: newKey(),
      isConcluded: input.reason === undefined,
      ...input,
    });
  const orderStatus = async (id: string) => (await product.db.manager.findOneByOrFail(WorkOrder, { id })).status;
  const moveDays = async (days: number) => {
    await product.db.query('UPDATE clock_shift SET shift = shift + make_interval(days => $1)', [days]);
  };

  it('契約型: the contract for a share ends when the desk takes the share back', async () => {
    const order = await placedOrder(product, 500, 60);
    await splitAndSend(product, order.lineId);
    const [offer] = await assignmentsOf(product, order.workOrderId);
    if (!offer) throw new Error('Nothing was offered');
    const facility = await product.as('FACILITY_ADMIN', offer.facilityId);
    const named = { idempotencyKey: newKey(), assignmentId: offer.id };
    await product.get(AcceptAssignment).execute(facility, named);
    await allQuiet(product);
    const own = async () => (await contracts.ofOrder(facility, order.workOrderId)).map(({ status }) => status);
    expect(await own()).toEqual(['CONCLUDED']);
    await product
      .get(WithdrawAssignment)
      .execute(desk, { ...named, idempotencyKey: newKey(), reason: '数が減りました' });
    await allQuiet(product);
    expect(await own()).toEqual(['TERMINATED']);
  });

  it('仲介型: each yes is a contract between buyer and facility, fulfilled by what was accepted', async () => {
    const workOrderId = await reviewedOrder('ENVELOPE_STUFFING', 900);
    const line = await product.db.manager.findOneByOrFail(WorkOrderLine, { workOrderId });
    const { quoteId } = await product.get(IssueQuote).execute(desk, {
      idempotencyKey: newKey(),
      workOrderId,
      contractType: 'BROKERED',
      validUntil: addDays(todayInTokyo(new Date()), 10),
      lines: [{ workOrderLineId: line.id, unitPriceSen: 333 }],
    });
    await product.get(PlaceOrder).execute(buyer, { idempotencyKey: newKey(), quoteId });
    await splitAndSend(product, line.id);
    const offers = await assignmentsOf(product, workOrderId);
    for (const { id: assignmentId, facilityId, offeredUnits: units } of offers) {
      const facility = await product.as('FACILITY_ADMIN', facilityId);
      await product.get(AcceptAssignment).execute(facility, { idempotencyKey: newKey(), assignmentId });
      const delivery = { idempotencyKey: newKey(), assignmentId, units };
      const { deliveryId } = await product.get(ReportDelivery).execute(facility, delivery);
      await product.get(InspectDelivery).execute(desk, { idempotencyKey: newKey(), deliveryId, defectUnits: 0 });
    }
    await product.get(AcceptWork).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    await allQuiet(product);

    const seen = await contracts.ofOrder(buyer, workOrderId);
    expect(seen.map(({ facilityId }) => facilityId).sort()).toEqual(offers.map(({ facilityId }) => facilityId).sort());
    // The whole is rounded once and laid on the facilities by the largest remainder.
    const amounts = apportion(
      lineAmountYen(333, 900, 'DOWN'),
      offers.map(({ offeredUnits }) => offeredUnits),
    );
    expect(amounts.reduce((sum, amount) => sum + amount)).toBe(2_997);
    expect(seen.every(({ side, status }) => side === 'BUYER_FACILITY' && status === 'FULFILLED')).toBe(true);
    expect(seen.map(({ fulfilledYen }) => fulfilledYen).sort()).toEqual([...amounts].sort());

    const year = fiscalYearOf(todayInTokyo(new Date()));
    const { byType } = await new ReportQueries(product.get(UnitOfWork), product.get(RecordRead)).contractResults(
      desk,
      year,
    );
    expect(byType.BROKERED).toMatchObject({
      orderCount: 1,
      facilityCount: offers.length,
      salesYen: amounts.reduce((sum, amount) => sum + amount),
    });
  });

  it('斡旋型: introduced, seen by both sides and nobody else, reported once, and the order is closed', async () => {
    const { workOrderId, contract, chosenFacilityId, other } = await referredOrder();
    expect(contract).toMatchObject({ side: 'BUYER_FACILITY', status: 'INTRODUCED', amountYen: null });
    const facility = await product.as('FACILITY_ADMIN', chosenFacilityId);
    const stranger = await product.as('FACILITY_ADMIN', other);
    for (const actor of [desk, buyer, facility]) {
      expect((await contracts.ofOrder(actor, workOrderId)).map(({ id }) => id)).toEqual([contract.id]);
    }
    expect(await contracts.ofOrder(stranger, workOrderId)).toEqual([]);
    await expect(contracts.get(stranger, contract.id)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    expect(contracts.availableActions(buyer, contract)).toEqual([
      'reportNegotiation',
      'reportConcluded',
      'reportNotConcluded',
    ]);
    expect(contracts.availableActions(facility, contract)).toEqual([]);

    await expect(report(facility, { contractId: contract.id, amountYen: 1 })).rejects.toMatchObject({
      code: 'ACCESS.NOT_FOUND',
    });
    await expect(report(buyer, { contractId: contract.id })).rejects.toMatchObject({ code: 'REFERRAL.AMOUNT_MISSING' });
    await expect(report(buyer, { contractId: contract.id, reason: ' ' })).rejects.toMatchObject({
      code: 'REFERRAL.REASON_MISSING',
    });
    await report(buyer, { contractId: contract.id, amountYen: 80_000 });
    expect(await contracts.get(desk, contract.id)).toMatchObject({ status: 'CONCLUDED', amountYen: 80_000 });
    expect(await orderStatus(workOrderId)).toBe('CLOSED');
    // The buyer's report closes it: the table knows of the one who does.
    const [{ role }] = await product.db.query<[{ role: string }]>(
      `SELECT role FROM audit_entry WHERE subject_id = $1 AND action = 'workOrder.close'`,
      [workOrderId],
    );
    const closing = workOrderTransitions.transitions.find(
      (step) => step.from.includes('ORDERED') && step.to === 'CLOSED',
    );
    expect(closing?.by.some((mover) => mover === 'SYSTEM' || mover === role)).toBe(true);
    await expect(report(desk, { contractId: contract.id, reason: '間違い' })).rejects.toMatchObject({
      code: 'TRANSITION.NOT_ALLOWED',
    });
    await mail.waitForMail(({ subject }) => subject.startsWith('【結】ご紹介の結果'));
  });

  it('斡旋型: asked for after 14 days, ended after 30', async () => {
    const { workOrderId, contract } = await referredOrder();
    mail.clear();
    await moveDays(13);
    const remind = worker.get(RemindReferrals, { strict: false });
    const lapse = worker.get(LapseReferrals, { strict: false });
    expect([await remind.execute(), await lapse.execute()]).toEqual([0, 0]);
    // From here on the deadline loop of the worker does it by itself.
    await moveDays(2);
    await mail.waitForMail(({ subject }) => subject.startsWith('【結】ご紹介の結果をお知らせください'));
    expect((await contracts.get(desk, contract.id)).status).toBe('INTRODUCED');
    await moveDays(16);
    await mail.waitForMail(({ subject }) => subject.startsWith('【結】ご紹介を終わりにしました'));
    expect((await contracts.get(desk, contract.id)).status).toBe('LAPSED');
    expect(await orderStatus(workOrderId)).toBe('CLOSED');
    const asked = await product.db.query<object[]>(`SELECT 1 FROM outbox_event WHERE name = 'referral.reminded'`);
    expect(asked).toHaveLength(1);
  });

  it('results: a desk sees its own by type, with the rows behind; nobody else sees any', async () => {
    const reports = new ReportQueries(product.get(UnitOfWork), product.get(RecordRead));
    const [{ now }] = await product.db.query<[{ now: Date }]>('SELECT yui_now() AS now');
    const year = fiscalYearOf(todayInTokyo(now));
    const years = await Promise.all([year - 1, year].map(async (each) => reports.contractResults(desk, each)));
    const referrals = years.flatMap(({ orders }) => orders).filter(({ contractType }) => contractType === 'REFERRAL');
    expect(referrals).toHaveLength(1);
    expect(referrals[0]).toMatchObject({ salesYen: 80_000 });
    expect(referrals[0]?.facilities).toHaveLength(1);
    expect(years.reduce((sum, { byType }) => sum + byType.REFERRAL.salesThousandYen, 0)).toBe(80);
    await expect(reports.contractResults(buyer, year)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    await expect(reports.contractResults(desk, 1)).rejects.toMatchObject({ code: 'INPUT.NUMBER_OUT_OF_RANGE' });
    const elsewhere = { ...desk, organisationId: buyer.organisationId };
    expect((await reports.contractResults(elsewhere, year)).orders).toEqual([]);
  });
});
