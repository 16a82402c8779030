import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { checkFields, type PersonActor, requireDesk, requireLine, UnitOfWork } from '#yui/platform';
import { FacilityType } from '../reference/facility-type.entity.js';
import { Facility } from '../facilities/facility.entity.js';
import { requireMembers } from '../facilities/membership.policy.js';
import { HEAVY_EMPLOYER, meetingThresholds } from './eligible-facilities.js';
import { eligibilityErrors } from './eligibility.errors.js';
import { FacilityEligibility } from './facility-eligibility.entity.js';

export interface RecordEligibilityInput {
  readonly idempotencyKey: string;
  readonly facilityId: string;
  readonly typeCode: string;
  readonly fromOn: LocalDate;
  /** The last day; omitted: until further notice. */
  readonly untilOn?: LocalDate | null;
  /** The paper that says so, such as the number of the 指定通知書. */
  readonly evidence: string;
}

/** A desk records for how long a member counts for 障害者優先調達推進法, and by what paper. */
@Injectable()
export class RecordEligibility {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, ELIGIBILITY.* */
  async execute(
    actor: PersonActor,
    input: RecordEligibilityInput,
  ): Promise<{ facilityId: string; eligibilityId: string }> {
    const { facilityId, typeCode, fromOn } = input;
    const untilOn = input.untilOn ?? null;
    const { evidence } = checkFields({
      untilOn: () => {
        if (untilOn !== null && untilOn < fromOn) {
          throw eligibilityErrors.PERIOD_REVERSED({ fromOn, untilOn }).at('untilOn');
        }
      },
      evidence: () => requireLine('evidence', input.evidence, 200),
    });
    return this.unitOfWork.command('recordEligibility', actor, input, async (tx) => {
      requireDesk(actor);
      await requireMembers(tx.manager, actor.organisationId, [facilityId]);
      // Anyone who writes a period of this facility waits here, so no two overlap.
      await tx.lock(Facility, { id: facilityId });
      const type = await tx.get(FacilityType, { code: typeCode });
      if (!type.isPriorityProcurement) throw eligibilityErrors.KIND_DOES_NOT_COUNT({ typeCode }).at('typeCode');
      const others = await tx.manager.findBy(FacilityEligibility, { facilityId, typeCode });
      const overlapping = others.find(
        (other) => (other.untilOn === null || other.untilOn >= fromOn) && (untilOn === null || other.fromOn <= untilOn),
      );
      if (overlapping) {
        throw eligibilityErrors
          .PERIODS_OVERLAP({ fromOn: overlapping.fromOn, untilOn: overlapping.untilOn })
          .at('fromOn');
      }
      if (typeCode === HEAVY_EMPLOYER && (await meetingThresholds(tx.manager, [facilityId], fromOn)).size === 0) {
        throw eligibilityErrors.THRESHOLDS_NOT_MET();
      }
      const eligibility = { id: tx.newId(), facilityId, typeCode, fromOn, untilOn, evidence };
      await tx.manager.insert(FacilityEligibility, { ...eligibility, recordedAt: tx.now });
      await tx.audit(
        'recordEligibility',
        { deskId: actor.organisationId, subjectType: 'FacilityEligibility', subjectId: eligibility.id },
        { after: eligibility },
      );
      return { facilityId, eligibilityId: eligibility.id };
    });
  }
}
