import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { difference, type PersonActor, requireDesk, UnitOfWork } from '#yui/platform';
import { requireMembers } from '../facilities/membership.policy.js';
import { eligibilityErrors } from './eligibility.errors.js';
import { FacilityEligibility } from './facility-eligibility.entity.js';

export interface EndEligibilityInput {
  readonly eligibilityId: string;
  /** The last day on which it holds. */
  readonly untilOn: LocalDate;
}

/** A desk records when a member stops (or stopped) being of a kind; what was ordered before keeps counting. */
@Injectable()
export class EndEligibility {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ELIGIBILITY.PERIOD_REVERSED */
  async execute(actor: PersonActor, input: EndEligibilityInput): Promise<{ facilityId: string }> {
    const { eligibilityId, untilOn } = input;
    return this.unitOfWork.run(actor, async (tx) => {
      requireDesk(actor);
      const eligibility = await tx.lock(FacilityEligibility, { id: eligibilityId });
      await requireMembers(tx.manager, actor.organisationId, [eligibility.facilityId]);
      if (untilOn < eligibility.fromOn) {
        throw eligibilityErrors.PERIOD_REVERSED({ fromOn: eligibility.fromOn, untilOn }).at('untilOn');
      }
      await tx.manager.update(FacilityEligibility, { id: eligibilityId }, { untilOn });
      await tx.audit(
        'endEligibility',
        { deskId: actor.organisationId, subjectType: 'FacilityEligibility', subjectId: eligibilityId },
        difference({ ...eligibility }, { untilOn }),
      );
      return { facilityId: eligibility.facilityId };
    });
  }
}
