import { addDays, workingDayBefore } from '#yui/calendar';
import { type Assignment, CHANGES, type Order } from './documents.js';
import { SUBJECTS } from './mailbox.js';
import { callFacilities } from './calling.js';
import { placeOrder, quote, submitAndReview } from './ordering.js';
import { listPapers, settle } from './settling.js';
import { repair, splitAndSend } from './splitting.js';
import type { Stage } from './stage.js';
import { count } from './story.js';

const QUANTITY = 50_000;
const REWORKED = 12;
const REDUCED = 5;

/** 契約型: a company's 50,000 envelopes, with everything that goes wrong on the way. */
export async function playCompanyOrder(stage: Stage): Promise<void> {
  const { story, cast } = stage;
  story.chapter('企業が封入50,000通を頼む（契約型）', 'A company asks for 50,000 envelopes (desk contract)');
  const reviewed = await submitAndReview(stage, {
    buyer: cast.company,
    title: '会員様向け案内状の封入',
    workTypeCode: 'ENVELOPE_STUFFING',
    quantity: QUANTITY,
    workingDays: 20,
  });
  const { callId, facilityUnitPriceSen } = await callFacilities(stage, reviewed);

  story.chapter('見積と注文', 'The quote and the order');
  await quote(stage, cast.company, reviewed, {
    contractType: 'DESK_CONTRACT',
    unitPriceSen: 400,
    facilityUnitPriceSen,
  });
  const order = await placeOrder(stage, cast.company, reviewed);

  story.chapter('窓口が配分し、打診する', 'The desk splits it and asks the facilities');
  await splitAndSend(stage, order, { callId, reason: '募集への回答のとおり' });
  await stage.mustBeInState(order.id, 'ALLOCATING');
  await answerOffers(stage, order);

  story.chapter('残りを配分し直す', 'The remainder is split again');
  await splitRemainder(stage, order);

  story.chapter('作業、納品、検品', 'Work, deliveries, inspections');
  await workAndInspect(stage, order);
  await stage.readMail(cast.company, SUBJECTS.delivered, order.title);
  await cast.company.change(CHANGES.acceptWork, { workOrderId: order.id });
  story.tell('発注者が検収しました。', 'The buyer accepted the work.');
  await stage.mustBeInState(order.id, 'ACCEPTED');

  story.chapter('請求と支払い', 'Invoices and payments');
  await settle(stage, order);
  await stage.readMail(cast.company, SUBJECTS.invoiced);
  await listPapers(stage, order);
}

/** One declines, one takes a part, one stays silent until the deadline has passed, the others accept. */
async function answerOffers(stage: Stage, order: Order): Promise<void> {
  const { story, cast } = stage;
  const offers = (await stage.assignments(order.id, 'OFFERED')).sort((a, b) => a.offeredUnits - b.offeredUnits);
  const [declining, partial, silent, ...accepting] = offers;
  if (!declining || !partial || !silent?.answerBy) throw new Error('The demo needs at least three offers');

  await cast.facilityOf(declining).change(CHANGES.decline, {
    assignmentId: declining.id,
    reason: '職員の休みが重なり、今回はお受けできません。',
  });
  const part = Math.floor(partial.offeredUnits / 2);
  await cast.facilityOf(partial).change(CHANGES.acceptPart, {
    assignmentId: partial.id,
    units: part,
    reason: 'ほかの納品と重なるため、半分ならできます。',
  });
  for (const offer of accepting) await cast.facilityOf(offer).change(CHANGES.accept, { assignmentId: offer.id });
  story.list([
    `お断り / declined      ${declining.facility.name} (${count(declining.offeredUnits)})`,
    `一部 / a part          ${partial.facility.name} (${count(part)} / ${count(partial.offeredUnits)})`,
    `返事なし / silent      ${silent.facility.name} (${count(silent.offeredUnits)})`,
    ...accepting.map((offer) => `お引き受け / accepted  ${offer.facility.name} (${count(offer.offeredUnits)})`),
  ]);
  await stage.passTime(workingDayBefore(new Date(silent.answerBy), 1).toISOString());
  story.tell('期限の前日になりました。', 'It is the day before the deadline.');
  await stage.readMail(cast.facilityOf(silent), SUBJECTS.reminded);
  await stage.passTime(silent.answerBy);
  story.tell('回答期限が過ぎました。', 'The deadline for the answers passes.');
  await story.eventually(
    `${silent.facility.name}: EXPIRED`,
    () => stage.assignments(order.id, 'EXPIRED'),
    (expired) => expired.some((row) => row.id === silent.id),
  );
  const { lines } = await stage.order(order.id);
  story.mustBe(
    '未配分の数 / unplaced units',
    lines[0]?.unplaced,
    declining.offeredUnits + (partial.offeredUnits - part) + silent.offeredUnits,
  );
}

/** What was accepted stays; the rest goes to facilities that can still do it. */
async function splitRemainder(stage: Stage, order: Order): Promise<void> {
  const { story, cast } = stage;
  const before = await stage.assignments(order.id, 'ACCEPTED', 'PARTLY_ACCEPTED');
  await repair(stage, order);
  for (const offer of await stage.assignments(order.id, 'OFFERED')) {
    await cast.facilityOf(offer).change(CHANGES.accept, { assignmentId: offer.id });
  }
  for (const part of await stage.assignments(order.id, 'PARTLY_ACCEPTED')) {
    await cast.coordinator.change(CHANGES.confirmPart, { assignmentId: part.id });
  }
  const after = new Map((await stage.assignments(order.id, 'ACCEPTED')).map((row) => [row.id, row.acceptedUnits]));
  story.mustBe(
    '前からの引き受けはそのまま / earlier promises untouched',
    before.every((row) => after.get(row.id) === row.acceptedUnits),
    true,
  );
  const { lines } = await stage.mustBeInState(order.id, 'IN_PRODUCTION');
  story.mustBe('配分済み / placed', [lines[0]?.placed, lines[0]?.unplaced], [QUANTITY, 0]);
}

/** Everybody delivers in two parts. A few units are defective: some are made good, some are taken off. */
async function workAndInspect(stage: Stage, order: Order): Promise<void> {
  const { story, cast } = stage;
  const accepted = await stage.assignments(order.id, 'ACCEPTED');
  for (const [index, assignment] of accepted.entries()) {
    const facility = cast.facilityOf(assignment);
    const assignmentId = assignment.id;
    const units = assignment.acceptedUnits ?? 0;
    const half = Math.floor(units / 2);
    await facility.change(CHANGES.progress, { assignmentId, doneUnits: half });
    await facility.change(CHANGES.deliver, { assignmentId, units: half });
    const {
      reportDelivery: { assignment: reportDelivery },
    } = await facility.change<{ reportDelivery: { assignment: Assignment } }>(CHANGES.deliver, {
      assignmentId,
      units: units - half,
    });
    const [first, second] = reportDelivery.deliveries;
    const inspect = (deliveryId: string | undefined, found: object) =>
      cast.coordinator.change(CHANGES.inspect, { deliveryId, defectUnits: 0, ...found });
    if (index === 0) {
      const reworkDueOn = addDays(await stage.today(), 3);
      await inspect(first?.id, { defectUnits: REWORKED, defectHandling: 'REWORK', reworkDueOn, note: '封の糊が弱い' });
      await inspect(second?.id, {});
      const made = await facility.change<{ reportDelivery: { assignment: Assignment } }>(CHANGES.deliver, {
        assignmentId,
        units: REWORKED,
      });
      await inspect(made.reportDelivery.assignment.deliveries.find((row) => row.inspection === null)?.id, {});
      story.tell(
        `${assignment.facility.name}：不良${REWORKED}通を直して再納品しました。`,
        `${REWORKED} defective units were made good.`,
      );
    } else {
      await inspect(first?.id, index === 1 ? { defectUnits: REDUCED, defectHandling: 'REDUCE', note: '汚れ' } : {});
      await inspect(second?.id, {});
    }
  }
  story.tell(`不良${REDUCED}通は数を減らしました。`, `${REDUCED} defective units were taken off.`);
  const { lines } = await stage.mustBeInState(order.id, 'DELIVERED');
  story.mustBe('良品 / good units', lines[0]?.committed, QUANTITY - REDUCED);
}
