import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { shrinkPromise, takeCapacity } from '#yui/directory';
import {
  AcceptAssignment,
  AnswerByLink,
  Assignment,
  AssignmentQueries,
  ConfirmPart,
  CounterAssignment,
  ExtendOffer,
  HandBack,
  HandBackAssignment,
  makeAnswerLink,
  OfferAgain,
  placementOf,
  RefuseExtension,
  ReportProgress,
  RequestExtension,
  WithdrawAssignment,
} from '#yui/fulfilment';
import { Step, WorkOrder } from '#yui/orders';
import { DomainError, type PersonActor, SYSTEM, UnitOfWork } from '#yui/platform';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { staffFacilities } from '../worker/worker-fixtures.js';
import { assignmentsOf, placedOrder, promisedSeconds, splitAndSend } from './order-fixtures.js';

const QUANTITY = 6000;
const REQUEST = { requestId: 'request', address: '203.0.113.9' };

describe('Answers to an offer', () => {
  let product: Product;
  let order: Awaited<ReturnType<typeof placedOrder>>;
  let offers: Assignment[];
  const today = todayInTokyo(new Date());

  beforeAll(async () => {
    product = await createProduct();
    await staffFacilities(product);
  });
  beforeEach(async () => {
    order = await placedOrder(product, QUANTITY);
    await splitAndSend(product, order.lineId);
    offers = await assignmentsOf(product, order.workOrderId);
    expect(offers.length).toBeGreaterThan(1);
  });
  afterEach(async () => {
    // Each test has the capacity for itself.
    for (const { id, status } of await assignmentsOf(product, order.workOrderId)) {
      if (['PLANNED', 'OFFERED', 'PARTLY_ACCEPTED', 'ACCEPTED'].includes(status)) {
        await product
          .get(WithdrawAssignment)
          .execute(order.desk, { idempotencyKey: newKey(), assignmentId: id, reason: '終わり' });
      }
    }
  });
  afterAll(() => product.close());

  const offer = () => offers[0]!;
  const facility = () => product.as('FACILITY_ADMIN', offer().facilityId);
  const now = async () => product.db.manager.findOneByOrFail(Assignment, { id: offer().id });
  const counter = async (change: object) =>
    product.get(CounterAssignment).execute(await facility(), {
      idempotencyKey: newKey(),
      assignmentId: offer().id,
      reason: '年末で混み合うため',
      ...change,
    });
  const confirm = async () =>
    product.get(ConfirmPart).execute(order.desk, { idempotencyKey: newKey(), assignmentId: offer().id });
  const offerAgain = async (change: object) =>
    product.get(OfferAgain).execute(order.desk, { idempotencyKey: newKey(), assignmentId: offer().id, ...change });
  const requestExtension = async (until: LocalDate) =>
    product.get(RequestExtension).execute(await facility(), {
      idempotencyKey: newKey(),
      assignmentId: offer().id,
      until,
      reason: '職員会議で決めるため',
    });
  const extend = async (until: LocalDate) =>
    product.get(ExtendOffer).execute(order.desk, { idempotencyKey: newKey(), assignmentId: offer().id, until });
  const refuseExtension = async () =>
    product.get(RefuseExtension).execute(order.desk, {
      idempotencyKey: newKey(),
      assignmentId: offer().id,
      reason: '発注者に返事をするため',
    });
  const accept = async () =>
    product.get(AcceptAssignment).execute(await facility(), { idempotencyKey: newKey(), assignmentId: offer().id });

  describe('within more time', () => {
    const actions = async (actor: PersonActor) => {
      const queries = product.get(AssignmentQueries);
      return queries.availableActions(actor, await queries.get(actor, offer().id));
    };

    it('are given in it once the desk extends, who may do so unasked', async () => {
      const before = offer().answerBy!;
      const [earliest, latest] = [addDays(todayInTokyo(before), 1), addDays(offer().dueOn, -1)];
      expect(await actions(order.desk)).toContain('extend');
      expect(await actions(order.desk)).not.toContain('refuseExtension');
      for (const day of [addDays(earliest, -1), addDays(latest, 1)]) {
        await expect(requestExtension(day)).rejects.toThrow('ASSIGNMENT.EXTENSION_OUT_OF_RANGE');
        await expect(extend(day)).rejects.toThrow('ASSIGNMENT.EXTENSION_OUT_OF_RANGE');
      }
      await requestExtension(earliest);
      await requestExtension(latest);
      expect(await now()).toMatchObject({ status: 'OFFERED', answerBy: before, extensionUntil: latest });
      expect(await actions(order.desk)).toContain('refuseExtension');
      await extend(earliest);
      expect(await now()).toMatchObject({ extensionUntil: null, extensionReason: null, remindedAt: null });
      expect((await now()).answerBy).toEqual(new Date(`${earliest}T17:00:00+09:00`));
      await accept();
      await expect(requestExtension(latest)).rejects.toThrow('ASSIGNMENT.ANSWERED_DIFFERENTLY');
      await expect(extend(latest)).rejects.toThrow('TRANSITION.NOT_ALLOWED');
    });

    it('stay due when the desk cannot wait, and an answer settles a request', async () => {
      const latest = addDays(offer().dueOn, -1);
      await expect(refuseExtension()).rejects.toThrow('ASSIGNMENT.NO_EXTENSION_REQUEST');
      await requestExtension(latest);
      await refuseExtension();
      await expect(refuseExtension()).rejects.toThrow('ASSIGNMENT.NO_EXTENSION_REQUEST');
      expect(await now()).toMatchObject({
        answerBy: offer().answerBy,
        extensionUntil: null,
        extensionRefusal: '発注者に返事をするため',
      });
      await requestExtension(latest);
      await counter({ units: 10 });
      expect(await now()).toMatchObject({ extensionUntil: null, extensionReason: null, extensionRefusal: null });
    });

    it('end with the time, and where the work is due too soon there is none', async () => {
      const { id, dueOn } = offer();
      const latest = addDays(dueOn, -1);
      await product.db.query('UPDATE assignment SET answer_by = $2 WHERE id = $1', [id, `${latest}T17:00:00+09:00`]);
      expect(await actions(await facility())).not.toContain('requestExtension');
      await expect(requestExtension(latest)).rejects.toThrow('ASSIGNMENT.NO_EXTENSION');
      await product.db.query(`UPDATE assignment SET answer_by = now() - interval '1 second' WHERE id = $1`, [id]);
      await expect(requestExtension(latest)).rejects.toThrow('ASSIGNMENT.DEADLINE_PASSED');
      await expect(extend(latest)).rejects.toThrow('ASSIGNMENT.DEADLINE_PASSED');
    });

    it('are one thing when the desk extends while the facility answers', async () => {
      const latest = addDays(offer().dueOn, -1);
      const outcomes = await Promise.all(
        [accept(), extend(latest)].map(async (done) =>
          done.then(
            () => 'ok',
            (error: DomainError) => error.code,
          ),
        ),
      );
      expect((await now()).status).toBe('ACCEPTED');
      expect(['ok', 'TRANSITION.NOT_ALLOWED']).toContain(outcomes[1]);
    });

    it('are asked for and extended by nobody else', async () => {
      const latest = addDays(offer().dueOn, -1);
      const stranger = await product.as('FACILITY_ADMIN', offers[1]!.facilityId);
      const input = { idempotencyKey: newKey(), assignmentId: offer().id, until: latest, reason: '都合' };
      await expect(product.get(RequestExtension).execute(stranger, input)).rejects.toThrow('ACCESS.NOT_FOUND');
    });
  });

  it('with another date and price hold the capacity, and become the terms when the desk confirms', async () => {
    const dueOn = addDays(offer().dueOn, 1);
    await expect(counter({})).rejects.toThrow('ASSIGNMENT.COUNTER_SAME');
    await expect(counter({ dueOn: addDays(offer().dueOn, -1) })).rejects.toThrow(
      'ASSIGNMENT.COUNTER_DATE_OUT_OF_RANGE',
    );
    await expect(counter({ units: offer().offeredUnits + 1 })).rejects.toThrow('ASSIGNMENT.PART_OUT_OF_RANGE');
    await counter({ dueOn, unitPriceSen: 380 });
    await counter({ dueOn, unitPriceSen: 380 });
    await expect(counter({ dueOn, unitPriceSen: 390 })).rejects.toThrow('ASSIGNMENT.ANSWERED_DIFFERENTLY');
    await expect(accept()).rejects.toThrow('ASSIGNMENT.ANSWERED_DIFFERENTLY');
    expect(await now()).toMatchObject({
      status: 'PARTLY_ACCEPTED',
      dueOn: offer().dueOn,
      proposedDueOn: dueOn,
      proposedUnitPriceSen: 380,
    });
    expect((await promisedSeconds(product)).booked).toBe(offer().offeredUnits * offer().secondsPerUnit);
    const step = await product.db.manager.findOneByOrFail(Step, { id: offer().stepId });
    if (dueOn > step.dueOn) throw new Error('The desk keeps no days for itself');
    await confirm();
    expect(await now()).toMatchObject({
      status: 'ACCEPTED',
      dueOn,
      unitPriceSen: 380,
      proposedDueOn: null,
      proposedUnitPriceSen: null,
    });
  });

  it('beyond the date or the price of the order are not confirmed, but can be answered with another offer', async () => {
    const step = await product.db.manager.findOneByOrFail(Step, { id: offer().stepId });
    await counter({ dueOn: addDays(step.dueOn, 1), units: 1 });
    await expect(confirm()).rejects.toThrow('ASSIGNMENT.COUNTER_DATE_TOO_LATE');
    await expect(offerAgain({ dueOn: addDays(step.dueOn, 1) })).rejects.toThrow('ASSIGNMENT.OFFER_DATE_OUT_OF_RANGE');
    await expect(offerAgain({ unitPriceSen: 401 })).rejects.toThrow('INPUT.NUMBER_OUT_OF_RANGE');
    await offerAgain({ units: offer().offeredUnits - 1, unitPriceSen: 390 });
    expect((await promisedSeconds(product)).booked).toBe(0);
    expect(await now()).toMatchObject({
      status: 'OFFERED',
      offeredUnits: offer().offeredUnits - 1,
      unitPriceSen: 390,
      acceptedUnits: null,
      answerReason: null,
    });
    await counter({ unitPriceSen: 500 });
    await expect(confirm()).rejects.toThrow('ASSIGNMENT.COUNTER_PRICE_TOO_HIGH');
    await offerAgain({});
    await accept();
    expect(await now()).toMatchObject({
      status: 'ACCEPTED',
      acceptedUnits: offer().offeredUnits - 1,
      unitPriceSen: 390,
    });
  });

  it('are settled by one of the desk and the facility when both act at once', async () => {
    await counter({ unitPriceSen: 380 });
    const outcome = async (work: Promise<unknown>) =>
      work.then(
        () => 'ok',
        (error: DomainError) => error.code,
      );
    const outcomes = await Promise.all([outcome(confirm()), outcome(offerAgain({})), outcome(confirm())]);
    expect(outcomes.filter((name) => name === 'ok')).toHaveLength(1);
    expect(outcomes.filter((name) => name === 'TRANSITION.NOT_ALLOWED')).toHaveLength(2);
    const { booked, carried } = await promisedSeconds(product);
    expect(booked).toBe(carried);
  });

  it('can be handed back after all: what is done stays, the rest is open at once', async () => {
    for (const row of offers) {
      await product.get(AcceptAssignment).execute(await product.as('FACILITY_ADMIN', row.facilityId), {
        idempotencyKey: newKey(),
        assignmentId: row.id,
      });
    }
    const status = async () => (await product.db.manager.findOneByOrFail(WorkOrder, { id: order.workOrderId })).status;
    expect(await status()).toBe('IN_PRODUCTION');
    const units = offer().offeredUnits;
    await product
      .get(ReportProgress)
      .execute(await facility(), { idempotencyKey: newKey(), assignmentId: offer().id, doneUnits: 100 });
    const handBack = async (count: number) =>
      product.get(HandBackAssignment).execute(await facility(), {
        idempotencyKey: newKey(),
        assignmentId: offer().id,
        units: count,
        reason: '職員が2人休んでいます',
      });
    await expect(handBack(units - 99)).rejects.toThrow('ASSIGNMENT.HAND_BACK_OUT_OF_RANGE');
    const before = (await promisedSeconds(product)).booked;
    await Promise.all([handBack(400), handBack(400)]);
    expect(before - (await promisedSeconds(product)).booked).toBe(800 * offer().secondsPerUnit);
    expect(await now()).toMatchObject({ acceptedUnits: units - 800, handedBackUnits: 800, doneUnits: 100 });
    expect(await product.db.manager.countBy(HandBack, { assignmentId: offer().id })).toBe(2);
    expect(await status()).toBe('ALLOCATING');
    const { unplaced } = placementOf(QUANTITY, await assignmentsOf(product, order.workOrderId));
    expect(unplaced).toBe(800);
    await splitAndSend(product, order.lineId);
    const again = (await assignmentsOf(product, order.workOrderId)).filter((row) => row.status === 'OFFERED');
    expect(again.reduce((sum, row) => sum + row.offeredUnits, 0)).toBe(800);
    expect(again.map((row) => row.facilityId)).not.toContain(offer().facilityId);
  });

  it('handed back whole end the share', async () => {
    await accept();
    await product.get(HandBackAssignment).execute(await facility(), {
      idempotencyKey: newKey(),
      assignmentId: offer().id,
      units: offer().offeredUnits,
      reason: '機械が壊れました',
    });
    expect(await now()).toMatchObject({ status: 'CANCELLED', handedBackUnits: offer().offeredUnits });
    const promises = await product.db.query<object[]>('SELECT 1 FROM capacity_promise WHERE assignment_id = $1', [
      offer().id,
    ]);
    expect(promises).toEqual([]);
  });

  describe('by the link of a mail', () => {
    const link = async (): Promise<string> => {
      const actor = await facility();
      const token = await product
        .get(UnitOfWork)
        .run(SYSTEM, async (tx) => makeAnswerLink(tx, { assignmentId: offer().id, accountId: actor.accountId }));
      if (token === null) throw new Error('The offer is not open');
      return token;
    };
    const answer = async (token: string) => product.get(AnswerByLink).execute(token, { answer: 'ACCEPT' }, REQUEST);
    const state = async (token: string) => (await product.get(AnswerByLink).show(token, REQUEST)).state;

    it('change nothing while they are only looked at', async () => {
      const token = await link();
      for (let times = 0; times < 3; times += 1) expect(await state(token)).toBe('OPEN');
      expect((await now()).status).toBe('OFFERED');
      const rows = await product.db.query<object[]>('SELECT 1 FROM answer_link WHERE used_at IS NOT NULL');
      expect(rows).toEqual([]);
    });

    it('are reviewed without binding anybody, by the very rules that bind', async () => {
      const token = await link();
      const links = product.get(AnswerByLink);
      const { offeredUnits, unitPriceSen, dueOn } = offer();
      const promised = await promisedSeconds(product);
      const part = { answer: 'COUNTER' as const, units: 10, unitPriceSen, dueOn, reason: '人手が足りません' };
      expect(await links.review(token, part, REQUEST)).toMatchObject({ state: 'ASKED', terms: { units: 10 } });
      expect(await links.review(token, { answer: 'ACCEPT' }, REQUEST)).toMatchObject({
        state: 'ACCEPTED',
        terms: { units: offeredUnits },
      });
      await expect(links.review(token, { ...part, units: offeredUnits + 1 }, REQUEST)).rejects.toThrow(
        'ASSIGNMENT.PART_OUT_OF_RANGE',
      );
      expect((await now()).status).toBe('OFFERED');
      expect(await promisedSeconds(product)).toEqual(promised);
    });

    it('show what is bound now: after a part was confirmed, that part and its amount', async () => {
      const token = await link();
      const { unitPriceSen, dueOn } = offer();
      const part = { answer: 'COUNTER' as const, units: 11, unitPriceSen, dueOn, reason: '人手が足りません' };
      await product.get(AnswerByLink).execute(token, part, REQUEST);
      await product.get(ConfirmPart).execute(await product.as('DESK_COORDINATOR'), {
        idempotencyKey: newKey(),
        assignmentId: offer().id,
      });
      const shown = await product.get(AnswerByLink).show(token, REQUEST);
      expect(shown).toMatchObject({
        state: 'ACCEPTED',
        undoUntil: null,
        offered: { units: offer().offeredUnits },
        terms: { units: 11, amountYen: Math.floor((11 * unitPriceSen) / 100) },
      });
      await expect(product.get(AnswerByLink).execute(token, { answer: 'UNDO' }, REQUEST)).rejects.toThrow(
        'ASSIGNMENT.UNDO_OVER',
      );
    });

    it.each(['ACCEPT', 'COUNTER', 'DECLINE'] as const)('are taken back for ten minutes: %s', async (kind) => {
      const token = await link();
      const links = product.get(AnswerByLink);
      const { unitPriceSen, dueOn } = offer();
      const said = {
        ACCEPT: { answer: 'ACCEPT' },
        COUNTER: { answer: 'COUNTER', units: 12, unitPriceSen, dueOn, reason: '人手が足りません' },
        DECLINE: { answer: 'DECLINE', reason: '人手が足りません' },
      } as const;
      const before = await promisedSeconds(product);
      await links.execute(token, said[kind], REQUEST);
      await links.execute(token, { answer: 'UNDO' }, REQUEST);
      await links.execute(token, { answer: 'UNDO' }, REQUEST);
      expect(await now()).toMatchObject({
        status: 'OFFERED',
        acceptedUnits: null,
        answerReason: null,
        undoUntil: null,
      });
      expect(await promisedSeconds(product)).toEqual(before);
      expect(await state(token)).toBe('OPEN');
      await links.execute(token, said.ACCEPT, REQUEST);
      await product.db.query(`UPDATE assignment SET undo_until = now() - interval '1 second'`);
      await expect(links.execute(token, { answer: 'UNDO' }, REQUEST)).rejects.toThrow('ASSIGNMENT.UNDO_OVER');
    });

    it('cannot be taken back once the desk has split the rest again', async () => {
      const token = await link();
      const links = product.get(AnswerByLink);
      await links.execute(token, { answer: 'DECLINE', reason: '人手が足りません' }, REQUEST);
      await splitAndSend(product, offer().workOrderLineId);
      await expect(links.execute(token, { answer: 'UNDO' }, REQUEST)).rejects.toThrow('ASSIGNMENT.UNDO_OVER');
      expect((await now()).status).toBe('DECLINED');
    });

    it('are given once, in the name of whom the mail was sent to', async () => {
      const token = await link();
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, async () =>
          answer(token).then(
            () => 'ok',
            (error: DomainError) => error.code,
          ),
        ),
      );
      // Anyone who says the same again gets the same answer.
      expect(outcomes.filter((name) => name !== 'ok')).toEqual([]);
      const accepts = await product.db.query<object[]>(
        `SELECT 1 FROM audit_entry WHERE action = 'assignment.accept' AND subject_id = $1`,
        [offer().id],
      );
      expect(accepts).toHaveLength(1);
      expect(await state(token)).toBe('ACCEPTED');
      const { accountId } = await facility();
      const entries = await product.db.query<{ account_id: string; change: { sentTo: string } }[]>(
        `SELECT account_id, change FROM audit_entry WHERE action = 'assignment.answerByLink' AND subject_id = $1`,
        [offer().id],
      );
      expect(entries).toHaveLength(1);
      expect(entries[0]).toMatchObject({ account_id: accountId, change: { sentTo: accountId } });
    });

    it('say no with a reason, which frees the link when it is missing', async () => {
      const token = await link();
      const decline = async (reason: string) =>
        product.get(AnswerByLink).execute(token, { answer: 'DECLINE', reason }, REQUEST);
      await expect(decline(' ')).rejects.toThrow('INPUT.TEXT_EMPTY');
      await decline('人手が足りません');
      expect(await now()).toMatchObject({ status: 'DECLINED', answerReason: '人手が足りません' });
    });

    it('are not a yes to other terms than those of the mail', async () => {
      const token = await link();
      await counter({ unitPriceSen: 380 });
      expect(await state(token)).toBe('ASKED');
      await offerAgain({ unitPriceSen: 370 });
      expect(await state(token)).toBe('CHANGED');
      await expect(answer(token)).rejects.toThrow('ANSWER_LINK.TERMS_CHANGED');
      await answer(await link());
      expect(await now()).toMatchObject({ status: 'ACCEPTED', unitPriceSen: 370 });
    });

    it('end with the offer, and with the role of the person', async () => {
      const token = await link();
      await expect(answer(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).rejects.toThrow(
        'ANSWER_LINK.UNKNOWN',
      );
      await product.db.query(`UPDATE assignment SET answer_by = now() - interval '1 second' WHERE id = $1`, [
        offer().id,
      ]);
      await expect(answer(token)).rejects.toThrow('ASSIGNMENT.DEADLINE_PASSED');
      await product.db.query(`UPDATE assignment SET answer_by = now() + interval '1 day' WHERE id = $1`, [offer().id]);
      const other = await link();
      const { accountId } = await facility();
      await product.db.query('UPDATE role_grant SET revoked_at = now() WHERE account_id = $1', [accountId]);
      await expect(answer(other)).rejects.toThrow('ANSWER_LINK.UNKNOWN');
      await product.db.query('UPDATE role_grant SET revoked_at = NULL WHERE account_id = $1', [accountId]);
      await product.db.query('UPDATE account SET is_disabled = true WHERE id = $1', [accountId]);
      await expect(state(other)).rejects.toThrow('ANSWER_LINK.UNKNOWN');
      await product.db.query('UPDATE account SET is_disabled = false WHERE id = $1', [accountId]);
    });

    it('ask for more time; the link goes on working, and for the new time', async () => {
      const token = await link();
      const links = product.get(AnswerByLink);
      const { days } = (await links.show(token, REQUEST)).extension;
      const wanted = { answer: 'MORE_TIME' as const, until: days!.latest, reason: '職員会議で決めるため' };
      expect(await links.review(token, wanted, REQUEST)).toMatchObject({
        state: 'OPEN',
        extension: { until: days!.latest, reason: wanted.reason },
      });
      expect((await now()).extensionUntil).toBeNull();
      await links.execute(token, wanted, REQUEST);
      await links.execute(token, wanted, REQUEST);
      expect((await now()).answerBy).toEqual(offer().answerBy);
      await extend(days!.latest);
      expect(await links.show(token, REQUEST)).toMatchObject({
        state: 'OPEN',
        answerBy: new Date(`${days!.latest}T17:00:00+09:00`),
        extension: { until: null, refusal: null },
      });
      await answer(token);
      const told = await product.db.query<{ name: string }[]>(
        `SELECT name FROM outbox_event WHERE payload ->> 'assignmentId' = $1 AND name LIKE 'assignment.exten%' ORDER BY id`,
        [offer().id],
      );
      expect(told.map(({ name }) => name)).toEqual(['assignment.extension-requested', 'assignment.extended']);
    });

    it('take the capacity like any other, and keep the link when there is none', async () => {
      const token = await link();
      const { facilityId, dueOn, secondsPerUnit } = offer();
      const blocker = offers[1]!;
      const workTypeCode = 'ENVELOPE_STUFFING';
      const request = {
        assignmentId: blocker.id,
        facilityId,
        workTypeCode,
        secondsPerUnit,
        startOn: addDays(today, 1),
        dueOn,
      };
      const possible = await product.get(UnitOfWork).run(SYSTEM, async (tx) =>
        takeCapacity(tx, { ...request, units: 100_000_000 }).then(
          () => 0,
          (error: DomainError) => Number(error.details.possibleUnits),
        ),
      );
      await product.get(UnitOfWork).run(SYSTEM, async (tx) => takeCapacity(tx, { ...request, units: possible }));
      await expect(answer(token)).rejects.toThrow('CAPACITY.EXCEEDED');
      expect(await state(token)).toBe('OPEN');
      await product.get(UnitOfWork).run(SYSTEM, async (tx) => shrinkPromise(tx, facilityId, blocker.id, 0));
      await answer(token);
    });
  });
});
