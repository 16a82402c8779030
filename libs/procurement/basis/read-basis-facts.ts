import { type EntityManager, In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { eligibleFacilities, Facility, ProcurementCategory, WorkType } from '#yui/directory';
import { Assignment, COMMITTED_STATES } from '#yui/fulfilment';
import { Quote, QuoteCandidate, type WorkOrder, WorkOrderLine } from '#yui/orders';
import { limitOn, workKindOf } from '../rules/ceilings.js';
import { DeskRecognition } from '../rules/desk-recognition.entity.js';
import { Government } from '../rules/government.entity.js';
import { NegotiationLimit } from '../rules/negotiation-limit.entity.js';
import { governmentErrors } from '../governments/government.errors.js';
import type { BasisFacts } from './propose-basis.js';

/** What decides the basis of an order on a day, by its newest quote. @throws GOVERNMENT.NO_PRICE_YET */
export async function readBasisFacts(db: EntityManager, order: WorkOrder, on: LocalDate): Promise<BasisFacts> {
  const quote = await db.findOne(Quote, {
    where: { workOrderId: order.id, status: In(['ISSUED', 'ACCEPTED']) },
    order: { version: 'DESC' },
  });
  if (!quote) throw governmentErrors.NO_PRICE_YET();
  const isWithDesk = quote.contractType === 'DESK_CONTRACT';
  return {
    amountYen: quote.amountYen + quote.taxYen,
    limits: await readLimits(db, order, on),
    isWithDesk,
    deskRecognition: await readRecognition(db, order, on),
    facilitiesNotCounting: isWithDesk ? [] : await notCounting(db, order, quote, on),
  };
}

async function readLimits(db: EntityManager, order: WorkOrder, on: LocalDate) {
  const government = await db.findOneBy(Government, { buyerId: order.buyerId });
  if (!government) return [];
  const own = await db.findBy(NegotiationLimit, { buyerId: order.buyerId });
  const lines = await db.findBy(WorkOrderLine, { workOrderId: order.id });
  const workTypes = await db.findBy(WorkType, { code: In(lines.map((line) => line.workTypeCode)) });
  const codes = workTypes.map((workType) => workType.categoryCode);
  const categories = await db.findBy(ProcurementCategory, { code: In(codes) });
  const kinds = [...new Set(categories.map(workKindOf))].sort();
  return kinds.map((kind) => limitOn(government.kind, own, kind, on));
}

async function readRecognition(db: EntityManager, order: WorkOrder, on: LocalDate): Promise<string | null> {
  const pair = { buyerId: order.buyerId, deskId: order.deskId, fromOn: LessThanOrEqual(on) };
  const recognition = await db.findOne(DeskRecognition, {
    where: [
      { ...pair, untilOn: IsNull() },
      { ...pair, untilOn: MoreThanOrEqual(on) },
    ],
    order: { fromOn: 'DESC', id: 'DESC' },
  });
  return recognition?.evidence ?? null;
}

/** Facilities the government would contract with: those that said yes, in 斡旋型 those it may choose among. */
async function notCounting(db: EntityManager, order: WorkOrder, quote: Quote, on: LocalDate): Promise<string[]> {
  const partners =
    quote.contractType === 'REFERRAL'
      ? await db.findBy(QuoteCandidate, { quoteId: quote.id })
      : await db.findBy(Assignment, { workOrderId: order.id, status: In([...COMMITTED_STATES]) });
  const ids = [...new Set(partners.map((partner) => partner.facilityId))];
  const eligible = await eligibleFacilities(db, ids, on);
  const outside = await db.find(Facility, {
    where: { id: In(ids.filter((id) => !eligible.has(id))) },
    order: { name: 'ASC' },
  });
  return outside.map((facility) => facility.name);
}
