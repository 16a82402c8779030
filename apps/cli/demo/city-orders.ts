import { lineAmountYen } from '#yui/money';
import { CHANGES, type Order, QUERIES } from './documents.js';
import { SUBJECTS } from './mailbox.js';
import { decideBasis, publishResult } from './contract-basis.js';
import { placeOrder, quote, submitAndReview } from './ordering.js';
import { contractsOf, settle } from './settling.js';
import { splitAndSend } from './splitting.js';
import type { Stage } from './stage.js';

const BROKERED_PRICE_SEN = 380;

/**
 * 調整・仲介型: the desk coordinates, the city contracts with each facility.
 * @returns what the facilities sold: rounded once for all, and divided over them to the yen
 */
export async function playBrokeredOrder(stage: Stage): Promise<number> {
  const { story, cast } = stage;
  story.chapter('市役所の案内状 6,000通（調整・仲介型）', 'A town hall, 6,000 letters (brokered)');
  const reviewed = await submitAndReview(stage, {
    buyer: cast.city,
    title: '検診のお知らせの封入',
    workTypeCode: 'ENVELOPE_STUFFING',
    quantity: 6000,
    workingDays: 15,
  });
  await quote(stage, cast.city, reviewed, { contractType: 'BROKERED', unitPriceSen: BROKERED_PRICE_SEN });
  await decideBasis(stage, reviewed);
  const order = await placeOrder(stage, cast.city, reviewed);
  await splitAndSend(stage, order);
  for (const offer of await stage.assignments(order.id, 'OFFERED')) {
    await cast.facilityOf(offer).change(CHANGES.accept, { assignmentId: offer.id });
  }
  await stage.mustBeInState(order.id, 'IN_PRODUCTION');
  const accepted = await stage.assignments(order.id, 'ACCEPTED');
  for (const assignment of accepted) await stage.deliverWhole(assignment);
  await stage.readMail(cast.city, SUBJECTS.delivered, order.title);
  await cast.city.change(CHANGES.acceptWork, { workOrderId: order.id });
  await stage.mustBeInState(order.id, 'ACCEPTED');
  await publishResult(stage, order);
  await settle(stage, order);
  const units = accepted.reduce((sum, row) => sum + (row.acceptedUnits ?? 0), 0);
  return lineAmountYen(BROKERED_PRICE_SEN, units, 'DOWN');
}

/** 斡旋型: the desk introduces, the city agrees with a facility outside, and the outcome is reported. */
export async function playReferral(stage: Stage): Promise<void> {
  const { story, cast } = stage;
  story.chapter('市役所の名刺（斡旋型）', 'A town hall, business cards (referral)');
  const order = await submitAndReview(stage, {
    buyer: cast.city,
    title: '職員の名刺',
    workTypeCode: 'BUSINESS_CARDS',
    quantity: 500,
    workingDays: 15,
  });
  const { facilities } = await cast.coordinator.ask<{ facilities: { items: { id: string; name: string }[] } }>(
    QUERIES.facilitiesFor,
    { workTypeCode: 'BUSINESS_CARDS' },
  );
  const candidates = facilities.items.slice(0, 3);
  story.list(candidates.map(({ name }) => `ご紹介 / introduced: ${name}`));
  const {
    issueQuote: { workOrder },
  } = await cast.coordinator.change<{ issueQuote: { workOrder: Order } }>(CHANGES.quote, {
    workOrderId: order.id,
    contractType: 'REFERRAL',
    validUntil: await stage.workingDayFromNow(5),
    lines: [],
    candidateFacilityIds: candidates.map(({ id }) => id),
  });
  await stage.readMail(cast.city, SUBJECTS.introduced, order.title);
  const quote = workOrder.quotes.find((row) => row.status === 'ISSUED');
  await cast.city.change(CHANGES.placeOrder, { quoteId: quote?.id, chosenFacilityId: candidates[0]?.id });
  await stage.mustBeInState(order.id, 'ORDERED');
  const { contracts } = await story.eventually(
    '紹介が記録されました / the introduction is on record',
    () => contractsOf(stage, order),
    ({ contracts }) => contracts.some((row) => row.status === 'INTRODUCED'),
  );
  await cast.city.change(CHANGES.reportOutcome, { contractId: contracts[0]?.id, isConcluded: true, amountYen: 16_500 });
  story.tell('市役所から、16,500円で成立したと報告がありました。', 'The town hall reports: concluded at 16,500 yen.');
  await stage.mustBeInState(order.id, 'CLOSED');
}
