import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  AddFeeRule,
  type AddFeeRuleInput,
  EndFeeRule,
  feeInForce,
  SetBuyerTerms,
  SetDeskTerms,
  SetInvoiceIssuer,
  TermsQueries,
} from '#yui/directory';
import type { PersonActor } from '#yui/platform';
import { createProduct, newKey, type Product } from '../harness/product.js';

const DENIED = { code: 'ACCESS.NOT_FOUND' };
const today = todayInTokyo(new Date());
const inDays = (days: number) => addDays(today, days);

describe('What a desk agrees on', () => {
  let product: Product;
  let admin: PersonActor;
  let coordinator: PersonActor;
  let buyer: PersonActor;
  let facility: PersonActor;
  let deskId: string;

  beforeAll(async () => {
    product = await createProduct();
    admin = await product.as('DESK_ADMIN');
    coordinator = await product.as('DESK_COORDINATOR');
    buyer = await product.as('BUYER_ADMIN');
    deskId = admin.organisationId;
    const [member] = await product.db.query<[{ facility_id: string }]>(
      'SELECT facility_id FROM membership WHERE desk_id = $1 AND left_on IS NULL ORDER BY facility_id LIMIT 1',
      [deskId],
    );
    facility = await product.as('FACILITY_ADMIN', member.facility_id);
  });
  afterAll(() => product.close());

  const add = (input: Partial<AddFeeRuleInput>, actor = admin) =>
    product.get(AddFeeRule).execute(actor, {
      idempotencyKey: newKey(),
      contractType: 'DESK_CONTRACT',
      basis: 'PERCENT',
      ratePermille: 150,
      payer: 'BUYER',
      validFrom: inDays(10),
      ...input,
    });
  const inForce = (contractType: 'DESK_CONTRACT' | 'BROKERED', buyerKind: 'COMPANY' | 'GOVERNMENT', on: LocalDate) =>
    feeInForce(product.db.manager, deskId, { contractType, buyerKind, on });

  describe('fees', () => {
    it('are the usual rate in 契約型 and nothing otherwise, until a rule says more', async () => {
      expect(await inForce('DESK_CONTRACT', 'COMPANY', today)).toEqual({
        ruleId: null,
        terms: { basis: 'PERCENT', ratePermille: 100 },
        payer: 'BUYER',
      });
      expect((await inForce('BROKERED', 'COMPANY', today)).terms).toEqual({ basis: 'PERCENT', ratePermille: 0 });
    });

    it('change on their day; a rule for one kind of buyer comes before one for all', async () => {
      const { feeRuleId } = await add({ validFrom: inDays(10), validTo: inDays(20) });
      await add({ validFrom: inDays(21), basis: 'FIXED', ratePermille: null, fixedYen: 3_000 });
      await add({ buyerKind: 'GOVERNMENT', validFrom: inDays(15), validTo: inDays(25), ratePermille: 50 });
      expect((await inForce('DESK_CONTRACT', 'COMPANY', inDays(9))).ruleId).toBeNull();
      expect((await inForce('DESK_CONTRACT', 'COMPANY', inDays(10))).ruleId).toBe(feeRuleId);
      expect((await inForce('DESK_CONTRACT', 'COMPANY', inDays(20))).ruleId).toBe(feeRuleId);
      expect((await inForce('DESK_CONTRACT', 'COMPANY', inDays(21))).terms).toEqual({
        basis: 'FIXED',
        fixedYen: 3_000,
      });
      expect((await inForce('DESK_CONTRACT', 'GOVERNMENT', inDays(14))).ruleId).toBe(feeRuleId);
      expect((await inForce('DESK_CONTRACT', 'GOVERNMENT', inDays(15))).terms).toMatchObject({ ratePermille: 50 });
      expect((await inForce('BROKERED', 'COMPANY', inDays(21))).ruleId).toBeNull();
    });

    it('never overlap, also when two administrators save at once', async () => {
      await expect(add({ validFrom: inDays(20) })).rejects.toMatchObject({ code: 'FEE_RULE.OVERLAPS' });
      await expect(add({ validFrom: inDays(5) })).rejects.toMatchObject({ code: 'FEE_RULE.OVERLAPS' });
      const other = await product.another();
      const input: AddFeeRuleInput = {
        idempotencyKey: newKey(),
        contractType: 'BROKERED',
        basis: 'PER_PIECE',
        perPieceSen: 20,
        payer: 'FACILITY',
        validFrom: inDays(3),
      };
      const both = await Promise.allSettled([
        product.get(AddFeeRule).execute(admin, input),
        other.get(AddFeeRule).execute(admin, { ...input, idempotencyKey: newKey(), validFrom: inDays(4) }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('do not change the past, and have exactly their own value', async () => {
      await expect(add({ contractType: 'REFERRAL', validFrom: today })).rejects.toMatchObject({
        code: 'FEE_RULE.IN_THE_PAST',
      });
      await expect(add({ contractType: 'REFERRAL', fixedYen: 1 })).rejects.toMatchObject({
        code: 'FEE_RULE.VALUE_MISSING',
      });
      await expect(add({ contractType: 'REFERRAL', ratePermille: null })).rejects.toMatchObject({
        code: 'FEE_RULE.VALUE_MISSING',
      });
      await expect(add({ contractType: 'REFERRAL', ratePermille: 1001 })).rejects.toMatchObject({
        code: 'INPUT.NUMBER_OUT_OF_RANGE',
      });
      await expect(add({ contractType: 'REFERRAL', validTo: inDays(9) })).rejects.toMatchObject({
        code: 'FEE_RULE.DATES_SWAPPED',
      });
    });

    it('end, but never later than was said', async () => {
      const { feeRuleId } = await add({ contractType: 'REFERRAL', validTo: inDays(40) });
      const end = (validTo: LocalDate) => product.get(EndFeeRule).execute(admin, { feeRuleId, validTo });
      await expect(end(inDays(41))).rejects.toMatchObject({ code: 'FEE_RULE.OVERLAPS' });
      await expect(end(inDays(-1))).rejects.toMatchObject({ code: 'FEE_RULE.IN_THE_PAST' });
      await end(inDays(30));
      const rules = await product.get(TermsQueries).feeRules(coordinator);
      expect(rules.find(({ id }) => id === feeRuleId)?.validTo).toBe(inDays(30));
    });

    it('are set by administrators of the desk alone', async () => {
      for (const actor of [coordinator, buyer, facility]) await expect(add({}, actor)).rejects.toMatchObject(DENIED);
      await expect(product.get(TermsQueries).feeRules(buyer)).rejects.toMatchObject(DENIED);
    });
  });

  describe('terms with facilities', () => {
    const set = (input: object, actor = admin) => product.get(SetDeskTerms).execute(actor, input);

    it('are usual until they are set, and keep what is omitted', async () => {
      const usual = await product.get(TermsQueries).deskTerms(coordinator);
      expect(usual).toMatchObject({ capitalYen: null, inspectionDays: 7, closingDay: 31, paymentMonths: 1 });
      expect(usual.receiptPlace).not.toBe('');
      await set({ capitalYen: 5_000_000, inspectionDays: 5 });
      await set({ employeeCount: 12 });
      expect(await product.get(TermsQueries).deskTerms(coordinator)).toEqual({
        ...usual,
        capitalYen: 5_000_000,
        employeeCount: 12,
        inspectionDays: 5,
      });
    });

    it('never let a facility wait for more than sixty days', async () => {
      await expect(set({ paymentMonths: 2 })).rejects.toMatchObject({ code: 'TERMS.PAYMENT_TOO_LATE' });
      await expect(set({ closingDay: 20, paymentDay: 25 })).rejects.toMatchObject({ code: 'TERMS.PAYMENT_TOO_LATE' });
      // Two whole months, 月末締め翌月末払い, count as sixty days; single orders are paid earlier where they are longer.
      await set({ closingDay: 31, paymentMonths: 1, paymentDay: 31 });
      await expect(set({ receiptPlace: ' ' })).rejects.toMatchObject({ code: 'INPUT.TEXT_EMPTY' });
      await expect(set({}, coordinator)).rejects.toMatchObject(DENIED);
    });
  });

  it('terms with a buyer: set by the desk, seen by both, by nobody else', async () => {
    const read = (actor: PersonActor) => product.get(TermsQueries).buyerTerms(actor, deskId, buyer.organisationId);
    expect(await read(buyer)).toMatchObject({ billing: 'MONTHLY', pricing: 'TAX_EXCLUSIVE', needsSignedPaper: false });
    const set = (actor: PersonActor, buyerId: string) =>
      product.get(SetBuyerTerms).execute(actor, { buyerId, closingDay: 20, needsSignedPaper: true });
    await set(admin, buyer.organisationId);
    expect(await read(coordinator)).toMatchObject({ closingDay: 20, needsSignedPaper: true, billing: 'MONTHLY' });
    await expect(set(admin, deskId)).rejects.toMatchObject(DENIED);
    await expect(set(buyer, buyer.organisationId)).rejects.toMatchObject(DENIED);
    await expect(read(facility)).rejects.toMatchObject(DENIED);
    await expect(read({ ...admin, organisationId: buyer.organisationId })).rejects.toMatchObject(DENIED);
  });

  it('registration numbers are checked, kept by desk and facility, and may be taken away', async () => {
    const set = (actor: PersonActor, input: object) =>
      product.get(SetInvoiceIssuer).execute(actor, { deskId, ...input });
    const own = { facilityId: facility.organisationId };
    await set(admin, { registrationNumber: ' ｔ７０００012０５０００２' });
    await set(facility, { ...own, registrationNumber: 'T1234567890123', holder: 'OTHER' });
    await expect(set(facility, { ...own, holder: 'CORPORATION' })).rejects.toMatchObject({
      code: 'TERMS.REGISTRATION_NUMBER_WRONG',
    });
    await expect(set(coordinator, { ...own, registrationNumber: 'T12' })).rejects.toMatchObject({
      code: 'TERMS.REGISTRATION_NUMBER_MALFORMED',
    });
    await expect(set(coordinator, { taxRounding: 'UP' })).rejects.toMatchObject(DENIED);
    await expect(set(buyer, { taxRounding: 'UP' })).rejects.toMatchObject(DENIED);
    await expect(set(facility, { taxRounding: 'UP' })).rejects.toMatchObject(DENIED);
    const queries = product.get(TermsQueries);
    expect((await queries.invoiceIssuer(coordinator, deskId, null)).registrationNumber).toBe('T7000012050002');
    expect(await queries.invoiceIssuer(facility, deskId, facility.organisationId)).toMatchObject({ holder: 'OTHER' });
    await set(facility, { ...own, registrationNumber: '' });
    expect((await queries.invoiceIssuer(coordinator, deskId, facility.organisationId)).registrationNumber).toBeNull();
    await expect(queries.invoiceIssuer(facility, deskId, null)).rejects.toMatchObject(DENIED);
  });
});
