import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { facilityPriceOf, lockStandingOrderOfBuyer, requireActive } from '../standing-orders/standing-order.access.js';
import { StandingOrderSite } from '../standing-orders/standing-order-site.entity.js';
import { emitStandingEvent } from '../standing-orders/standing-order.events.js';
import { occurrenceErrors } from '../standing-orders/standing-order.errors.js';
import { calledOffUnits } from './called-off-units.js';
import { insertOccurrences, requireWithin } from './insert-occurrences.js';
import { placeOccurrence } from './place-occurrence.js';

export interface CallOffInput {
  readonly idempotencyKey: string;
  readonly standingOrderId: string;
  readonly quantity: number;
  readonly dueOn: LocalDate;
  /** Where it goes, from 1; omitted: the first site. */
  readonly sitePosition?: number | null;
}

/**
 * 単価契約: the buyer calls a quantity off. It becomes an order at once, which the desk splits as any
 * other. A call-off, and a change of one, locks the contract: together they never exceed the ceiling.
 */
@Injectable()
export class CallOff {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, STANDING_ORDER.NOT_ACTIVE, OCCURRENCE.NOT_ON_CALL, .OUT_OF_PERIOD, .CEILING_EXCEEDED, INPUT.* */
  async execute(actor: PersonActor, input: CallOffInput): Promise<{ standingOrderId: string; workOrderId: string }> {
    return this.unitOfWork.command('callOff', actor, input, async (tx) => {
      const standing = await lockStandingOrderOfBuyer(tx, actor, input.standingOrderId);
      requireActive(standing);
      if (standing.ceilingUnits === null) throw occurrenceErrors.NOT_ON_CALL();
      requireWithin(tx, standing, input.dueOn);
      const left = standing.ceilingUnits - (await calledOffUnits(tx, standing.id));
      const quantity = requireInteger('quantity', input.quantity, 1, left, occurrenceErrors.CEILING_EXCEEDED({ left }));
      const site = await tx.get(StandingOrderSite, {
        standingOrderId: standing.id,
        position: input.sitePosition ?? 1,
      });
      const { dueOn } = input;
      const [occurrence] = await insertOccurrences(tx, standing, [
        {
          origin: 'CALL_OFF',
          plannedOn: dueOn,
          dueOn,
          site,
          quantity,
          unitPriceSen: standing.priceSen,
          facilityUnitPriceSen: await facilityPriceOf(tx, standing),
        },
      ]);
      const workOrderId = await placeOccurrence(tx, standing, occurrence!);
      const fact = { deskId: standing.deskId, subjectType: 'StandingOrder', subjectId: standing.id };
      await tx.audit('standingOrder.callOff', fact, { workOrderId, quantity, dueOn });
      const payload = { standingOrderId: standing.id, occurrenceId: occurrence!.id };
      await emitStandingEvent(tx, standing.deskId, 'occurrence.called-off', payload);
      return { standingOrderId: standing.id, workOrderId };
    });
  }
}
