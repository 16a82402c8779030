import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import {
  MAX_UNIT_PRICE_SEN,
  MAX_UNITS,
  type PersonActor,
  requireInteger,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { facilityPriceOf, lockStandingOrderOfDesk, requireActive } from '../standing-orders/standing-order.access.js';
import { StandingOrderMember } from '../standing-orders/standing-order-member.entity.js';
import { StandingOrderSite } from '../standing-orders/standing-order-site.entity.js';
import type { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { occurrenceErrors } from '../standing-orders/standing-order.errors.js';
import { insertOccurrences, type NewOccurrence, requireWithin } from './insert-occurrences.js';
import { offerPlanned } from './offer-occurrences.js';
import { occurrencePrices } from '../standing-orders/occurrence-prices.js';
import { planComing } from './plan-occurrences.js';

export interface AddOccurrenceInput {
  readonly idempotencyKey: string;
  readonly standingOrderId: string;
  readonly dueOn: LocalDate;
  /** Which of the sites, from 1. */
  readonly sitePosition: number;
  /** Omitted: as always at that site. */
  readonly quantity?: number | null;
  /** For one unit; omitted: as agreed. */
  readonly unitPriceSen?: number | null;
}

/** One date more. The facilities whose turn it is are asked about it at once. */
@Injectable()
export class AddOccurrence {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, STANDING_ORDER.NOT_ACTIVE, OCCURRENCE.ON_CALL, .OUT_OF_PERIOD, .PRICE_NEEDED, INPUT.* */
  async execute(actor: PersonActor, input: AddOccurrenceInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('addOccurrence', actor, input, async (tx) => {
      const standing = await lockStandingOrderOfDesk(tx, actor, input.standingOrderId);
      requireActive(standing);
      if (standing.ceilingUnits !== null) throw occurrenceErrors.ON_CALL();
      requireWithin(tx, standing, input.dueOn);
      const site = await tx.get(StandingOrderSite, { standingOrderId: standing.id, position: input.sitePosition });
      const quantity = requireInteger('quantity', input.quantity ?? site.quantity, 1, MAX_UNITS);
      const { dueOn } = input;
      const unitPriceSen = agreedPrice(standing, { plannedOn: dueOn, quantity }, input.unitPriceSen ?? null);
      await addAndAsk(tx, standing, {
        origin: 'ADDED',
        plannedOn: dueOn,
        dueOn,
        site,
        quantity,
        unitPriceSen,
        facilityUnitPriceSen: await agreedFacilityPrice(tx, standing, { plannedOn: dueOn, quantity }, input),
      });
      return { standingOrderId: standing.id };
    });
  }
}

/** For a date at a price of its own: the usual after the fee. */
async function agreedFacilityPrice(
  tx: Transaction,
  standing: StandingOrder,
  date: { readonly plannedOn: LocalDate; readonly quantity: number },
  { unitPriceSen }: Pick<AddOccurrenceInput, 'unitPriceSen'>,
): Promise<number | null> {
  const priceSen = await facilityPriceOf(tx, standing);
  if (priceSen === null || (unitPriceSen !== null && unitPriceSen !== undefined)) return null;
  return occurrencePrices(standing.priceBasis, priceSen, [date])[0]!;
}

function agreedPrice(
  { priceBasis, priceSen }: StandingOrder,
  date: { readonly plannedOn: LocalDate; readonly quantity: number },
  unitPriceSen: number | null,
): number {
  if (unitPriceSen !== null) return requireInteger('unitPriceSen', unitPriceSen, 0, MAX_UNIT_PRICE_SEN);
  if (priceBasis === 'PER_MONTH') throw occurrenceErrors.PRICE_NEEDED().at('unitPriceSen');
  return occurrencePrices(priceBasis, priceSen, [date])[0]!;
}

/** Writes one coming occurrence, and asks the facilities of the standing order, where it has any. */
export async function addAndAsk(tx: Transaction, standing: StandingOrder, added: NewOccurrence): Promise<void> {
  const [occurrence] = await insertOccurrences(tx, standing, [added]);
  const fact = { deskId: standing.deskId, subjectType: 'StandingOrder', subjectId: standing.id };
  const { origin, dueOn, quantity } = added;
  await tx.audit('standingOrder.addOccurrence', fact, { occurrenceId: occurrence!.id, origin, dueOn, quantity });
  if (!(await tx.manager.existsBy(StandingOrderMember, { standingOrderId: standing.id }))) return;
  await planComing(tx, standing, [occurrence!], []);
  await offerPlanned(tx, standing, { occurrenceId: occurrence!.id });
}
