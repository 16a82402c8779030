import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { addDays, daysBetween, type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  Capability,
  Desk,
  Facility,
  freeSecondsByPeriod,
  loadFacilities,
  memberFacilityIds,
  splitWeight,
} from '#yui/directory';
import { type BatchLine, type BatchResult, planBatch } from '#yui/matching';
import { groupBy, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { placementOf } from '../assignments/placement.js';
import {
  facilityDueDate,
  isSplittable,
  Quote,
  QuoteStep,
  SPLITTABLE_STATES,
  Step,
  WorkOrder,
  WorkOrderLine,
} from '#yui/orders';
import { readStarts } from '../deliveries/read-start.js';
import { fairnessBalances } from './fairness-balance.js';
import { ineligibleFacilities, readGeneralReasons } from './ineligible-facilities.js';

/** A step of a line of the desk with units that nobody has been offered yet. */
interface OpenStep {
  readonly order: WorkOrder;
  readonly line: WorkOrderLine;
  readonly step: Step;
  /** Before this day nothing of it can be worked on; null: no matter. */
  readonly releaseOn: LocalDate | null;
  readonly quantity: number;
  readonly facilityDueOn: LocalDate;
  readonly facilityUnitPriceSen: number;
  readonly assignments: readonly Assignment[];
}

/** All open steps of a desk split together, so that they do not compete for the same days one after the other. */
export interface WeekPlan {
  readonly lines: readonly { readonly order: WorkOrder; readonly line: WorkOrderLine; readonly step: Step }[];
  readonly result: BatchResult | null;
  readonly facilityNames: ReadonlyMap<string, string>;
}

/**
 * Proposes a split for everything that is open at once. Writes nothing: a coordinator takes the shares of a line over by
 * approving its allocation with these units set.
 */
@Injectable()
export class PlanWeek {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: PersonActor): Promise<WeekPlan> {
    return this.unitOfWork.run(actor, async (tx) => {
      const desk = await tx.get(Desk, { id: actor.organisationId });
      const today = todayInTokyo(tx.now);
      const lines = (await openSteps(tx, desk)).filter((row) => row.facilityDueOn > today);
      if (lines.length === 0) return { lines: [], result: null, facilityNames: new Map() };
      const memberIds = await memberFacilityIds(tx.manager, desk.id);
      const facilities = await tx.manager.find(Facility, { where: { id: In(memberIds) }, order: { id: 'ASC' } });
      const result = await planTogether(tx, desk, lines, facilities, today);
      return { lines, result, facilityNames: new Map(facilities.map(({ id, name }) => [id, name])) };
    });
  }
}

async function openSteps(tx: Transaction, desk: Desk): Promise<OpenStep[]> {
  const placed = await tx.manager.find(WorkOrder, {
    where: { deskId: desk.id, status: In(SPLITTABLE_STATES) },
    order: { orderedAt: 'ASC', id: 'ASC' },
  });
  const orders = placed.filter(isSplittable);
  const ids = In(orders.map((order) => order.id));
  const lines = await tx.manager.find(WorkOrderLine, { where: { workOrderId: ids }, order: { id: 'ASC' } });
  const assignmentsOf = groupBy(await tx.manager.findBy(Assignment, { workOrderId: ids }), (row) => row.stepId);
  const quotes = await tx.manager.findBy(Quote, { workOrderId: ids, status: 'ACCEPTED' });
  const prices = await tx.manager.findBy(QuoteStep, { quoteId: In(quotes.map((quote) => quote.id)) });
  const priceOf = new Map(prices.map((price) => [price.stepId, price.facilityUnitPriceSen]));
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const steps = await tx.manager.find(Step, {
    where: { workOrderId: ids },
    order: { workOrderLineId: 'ASC', position: 'ASC' },
  });
  const starts = await readStarts(tx, steps);
  const open: OpenStep[] = [];
  for (const step of steps) {
    const line = lineOf.get(step.workOrderLineId);
    const order = orderOf.get(step.workOrderId);
    const assignments = assignmentsOf.get(step.id) ?? [];
    const quantity = line ? placementOf(line.quantity, assignments).unplaced : 0;
    if (!order || !line || quantity <= 0) continue;
    open.push({
      order,
      line,
      step,
      releaseOn: starts.get(step.id) ?? null,
      quantity,
      facilityDueOn: facilityDueDate(step, desk.deliveryWorkingDays),
      facilityUnitPriceSen: priceOf.get(step.id) ?? 0,
      assignments,
    });
  }
  return open;
}

async function planTogether(
  tx: Transaction,
  desk: Desk,
  lines: readonly OpenStep[],
  facilities: readonly Facility[],
  today: LocalDate,
): Promise<BatchResult> {
  // Periods end where work is due, and on the eve of the day it can begin.
  const eves = lines.flatMap(({ releaseOn }) => (releaseOn !== null && releaseOn > today ? [eveOf(releaseOn)] : []));
  const dueDates = [...new Set([...lines.map((row) => row.facilityDueOn), ...eves])].sort();
  const lastDue = dueDates.at(-1) ?? today;
  const memberIds = facilities.map((facility) => facility.id);
  const loads = await loadFacilities(tx.manager, memberIds, today, lastDue);
  const balances = await fairnessBalances(tx, desk.id, desk.splitMeasure, today);
  // Work begins tomorrow; what is free today is not counted.
  const tomorrow = daysBetween(today, addDays(today, 1));
  const ends = dueDates.map((date) => daysBetween(today, date));
  const { splitRegions: regions, splitMaxDefectPermille: maxDefectPermille } = desk;
  const general = await readGeneralReasons(tx, {
    deskId: desk.id,
    facilities,
    hasPublicMoney: lines.some(({ order }) => order.isPublicMoney),
    parameters: { regions, maxDefectPermille },
  });
  const capabilities = await tx.manager.findBy(Capability, {
    workTypeCode: In(lines.map(({ step }) => step.workTypeCode)),
    facilityId: In(memberIds),
    isOffered: true,
  });
  const capabilitiesOf = groupBy(capabilities, ({ workTypeCode }) => workTypeCode);
  const batchLines = lines.map((row): BatchLine => {
    const excluded = ineligibleFacilities(general, row.order, row.assignments);
    const able = (capabilitiesOf.get(row.step.workTypeCode) ?? []).filter((each) => !excluded.has(each.facilityId));
    return toBatchLine(desk, row, able, facilities, dueDates);
  });
  return planBatch({
    batchKey: `${desk.code}/${today}`,
    periods: dueDates.length,
    rule: desk.splitRule,
    measure: desk.splitMeasure,
    facilities: facilities.map((facility) => {
      const load = loads.get(facility.id);
      const days = load ? load.calendar.seconds.map((seconds, day) => (day < tomorrow ? 0 : seconds)) : [];
      return {
        facilityId: facility.id,
        weight: splitWeight(facility),
        balance: balances.get(facility.id) ?? 0,
        capacitySeconds: load ? freeSecondsByPeriod({ ...load, calendar: { seconds: days } }, ends) : ends.map(() => 0),
      };
    }),
    lines: batchLines,
  });
}

const eveOf = (day: LocalDate) => addDays(day, -1);

/** A step counts with the slowest of its facilities: what is planned fits any of them. */
function toBatchLine(
  desk: Desk,
  row: OpenStep,
  able: readonly Capability[],
  facilities: readonly Facility[],
  dueDates: readonly LocalDate[],
): BatchLine {
  const ableIds = new Set(able.map((capability) => capability.facilityId));
  const secondsPerUnit = Math.max(1, ...able.map((capability) => capability.secondsPerUnit));
  const yenPerUnit = row.facilityUnitPriceSen / 100;
  return {
    lineId: row.step.id,
    quantity: row.quantity,
    lotSize: row.line.lotSize,
    secondsPerUnit,
    measurePerUnit: desk.splitMeasure === 'YEN' && yenPerUnit > 0 ? yenPerUnit : secondsPerUnit / 60,
    releasePeriod: row.releaseOn === null ? 0 : dueDates.indexOf(eveOf(row.releaseOn)) + 1,
    duePeriod: dueDates.indexOf(row.facilityDueOn),
    eligible: facilities.flatMap((facility, index) => (ableIds.has(facility.id) ? [index] : [])),
  };
}
