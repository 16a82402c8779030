import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { defineErrors, difference, type PersonActor, UnitOfWork } from '#yui/platform';
import { requireKeeper } from './facility.access.js';
import { Facility } from './facility.entity.js';

const errors = defineErrors('FACILITY', {
  PERIOD_REVERSED: {
    ja: '終わった日が始めた日より前です。日付を確かめてください。',
    en: 'It closed before it opened. Check the dates.',
  },
});

export interface SetFacilityPeriodInput {
  readonly facilityId: string;
  /** When it began; omitted: not known. */
  readonly openedOn?: LocalDate | null;
  /** When it ended; omitted: it is open. */
  readonly closedOn?: LocalDate | null;
}

/** Says when a facility began and ended, so that results of a year know whether it was there. */
@Injectable()
export class SetFacilityPeriod {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, FACILITY.PERIOD_REVERSED */
  async execute(actor: PersonActor, input: SetFacilityPeriodInput): Promise<{ facilityId: string }> {
    const { facilityId } = input;
    const period = { openedOn: input.openedOn ?? null, closedOn: input.closedOn ?? null };
    if (period.openedOn !== null && period.closedOn !== null && period.closedOn < period.openedOn) {
      throw errors.PERIOD_REVERSED().at('closedOn');
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const source = await requireKeeper(tx, actor, facilityId);
      const facility = await tx.lock(Facility, { id: facilityId });
      await tx.manager.update(Facility, { id: facilityId }, period);
      await tx.audit(
        'setFacilityPeriod',
        { deskId: source === 'DESK' ? actor.organisationId : null, subjectType: 'Facility', subjectId: facilityId },
        difference({ ...facility }, period),
      );
      return { facilityId };
    });
  }
}
