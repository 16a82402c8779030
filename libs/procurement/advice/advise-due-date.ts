import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { addDays, addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { Capability, Desk, earliestStart, loadFacilities, memberFacilityIds, possibleUnits } from '#yui/directory';
import { MAX_UNITS, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { requireDealing } from './require-dealing.js';
import { earliestDay, usualLeadDays } from './due-date-advice.js';

/** How far ahead a day is looked for. */
const DAYS_AHEAD = 365;

export interface AdviseDueDateInput {
  readonly deskId: string;
  readonly workTypeCode: string;
  readonly quantity: number;
  /** Null: no date is thought of yet; the earliest is asked for. */
  readonly dueOn?: LocalDate | null;
}

export interface DueDateAdvice {
  /** How many facilities of the desk do such work. */
  readonly capableFacilities: number;
  /** Working days half of them need at most before they start. */
  readonly usualLeadDays: number;
  readonly dueOn: LocalDate | null;
  /** Less time is left than the usual lead time and the days the desk needs to carry and inspect. */
  readonly isShorterThanUsual: boolean;
  /** The first day for which the whole quantity can be promised as things stand now; null: none within a year. */
  readonly earliestOn: LocalDate | null;
  readonly isPossible: boolean;
}

/**
 * Whether a due date leaves the facilities enough time, before a buyer asks for it: governments are asked to set terms
 * that fit what facilities can do. Tells only what all of them can do together.
 */
@Injectable()
export class AdviseDueDate {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.NUMBER_OUT_OF_RANGE */
  async execute(actor: PersonActor, input: AdviseDueDateInput): Promise<DueDateAdvice> {
    const { deskId, workTypeCode, dueOn = null } = input;
    const quantity = requireInteger('quantity', input.quantity, 1, MAX_UNITS);
    return this.unitOfWork.run(actor, async (tx) => {
      await requireDealing(tx, actor, deskId);
      const desk = await tx.get(Desk, { id: deskId });
      const capabilities = await tx.manager.findBy(Capability, {
        facilityId: In(await memberFacilityIds(tx.manager, deskId)),
        workTypeCode,
        isOffered: true,
      });
      const today = todayInTokyo(tx.now);
      const facilityIds = capabilities.map((capability) => capability.facilityId).sort();
      const loads = await loadFacilities(tx.manager, facilityIds, today, addDays(today, DAYS_AHEAD));
      const unitsUntil = (day: LocalDate) => {
        const handOver = addWorkingDays(day, -desk.deliveryWorkingDays);
        let units = 0;
        for (const { facilityId, secondsPerUnit, leadDays } of capabilities) {
          const startOn = earliestStart(today, leadDays);
          const load = loads.get(facilityId);
          if (load) units += possibleUnits(load, { workTypeCode, secondsPerUnit, startOn, dueOn: handOver });
        }
        return units;
      };
      const days = Array.from({ length: DAYS_AHEAD - 1 }, (_, index) => addDays(today, index + 1));
      const leadDays = usualLeadDays(capabilities.map((capability) => capability.leadDays));
      const earliestOn = earliestDay(days, quantity, unitsUntil);
      return {
        capableFacilities: capabilities.length,
        usualLeadDays: leadDays,
        dueOn,
        isShorterThanUsual: dueOn !== null && addWorkingDays(today, leadDays + desk.deliveryWorkingDays) >= dueOn,
        earliestOn,
        isPossible: earliestOn !== null && (dueOn === null || earliestOn <= dueOn),
      };
    });
  }
}
