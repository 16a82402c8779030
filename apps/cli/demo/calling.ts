import { type Call, CHANGES, type Order, QUERIES } from './documents.js';
import { SUBJECTS } from './mailbox.js';
import type { Stage } from './stage.js';
import { count } from './story.js';

const ASKED_UNITS = 12_000;
const FIRST_PRICE_SEN = 320;
const PRICE_STEP_SEN = 4;

/** What a call brought: its answers, and the price for all with which they cover the quantity. */
export interface Called {
  readonly callId: string;
  readonly facilityUnitPriceSen: number;
}

/** 募集: the desk asks every facility that does the work; those of the demo say how many they can do, at what price. */
export async function callFacilities(stage: Stage, order: Order): Promise<Called> {
  const { story, cast } = stage;
  story.chapter('窓口が事業所に募集する', 'The desk calls for facilities');
  const {
    openCall: { call: openCall },
  } = await cast.coordinator.change<{ openCall: { call: Call } }>(CHANGES.openCall, {
    stepId: order.lines[0]?.steps[0]?.id,
    closesAt: `${await stage.workingDayFromNow(3)}T08:00:00Z`,
    note: '数・単価・いつまでにできるかをお知らせください。',
  });
  const earliestFinishOn = await stage.workingDayFromNow(12);
  for (const [index, person] of cast.facilityPeople.entries()) {
    await stage.readMail(person, SUBJECTS.called);
    const unitPriceSen = FIRST_PRICE_SEN + index * PRICE_STEP_SEN;
    await person.change(CHANGES.answerCall, {
      callId: openCall.id,
      units: ASKED_UNITS,
      unitPriceSen,
      earliestFinishOn,
    });
  }
  const {
    closeCall: { call: closeCall },
  } = await cast.coordinator.change<{ closeCall: { call: Call } }>(CHANGES.closeCall, { callId: openCall.id });
  story.list(
    closeCall.responses.map(
      ({ facility, units, unitPriceSen }) =>
        `${facility.name}　${count(units ?? 0)}通まで　${((unitPriceSen ?? 0) / 100).toFixed(2)}円`,
    ),
  );
  const { priceProposal } = await cast.coordinator.ask<{
    priceProposal: { lines: { facilityUnitPriceSen: number | null }[] };
  }>(QUERIES.priceProposal, { id: order.id });
  const price = priceProposal.lines[0]?.facilityUnitPriceSen ?? 0;
  story.tell(
    `${closeCall.responses.length}件の回答。${(price / 100).toFixed(2)}円なら全部の数がそろいます。`,
    `${closeCall.responses.length} answers; at ${(price / 100).toFixed(2)} yen they cover everything.`,
  );
  return { callId: openCall.id, facilityUnitPriceSen: price };
}
