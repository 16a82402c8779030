import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { checkFields, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { requireKeeper } from '../facilities/facility.access.js';
import { eligibilityErrors } from './eligibility.errors.js';
import { HeadCount } from './head-count.entity.js';

const MAX_EMPLOYEES = 1_000_000;

export interface RecordHeadCountInput {
  readonly facilityId: string;
  readonly countedOn: LocalDate;
  readonly employees: number;
  /** Among `employees`. */
  readonly employeesWithDisabilities: number;
  /** Among `employeesWithDisabilities`: severe physical, intellectual or mental. */
  readonly employeesWithSevereDisabilities: number;
}

type CountedField = 'employees' | 'employeesWithDisabilities' | 'employeesWithSevereDisabilities';

/** How many people an employer employs on a day; a second count of the same day replaces the first. */
@Injectable()
export class RecordHeadCount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.NUMBER_OUT_OF_RANGE, ELIGIBILITY.COUNTS_UNUSABLE */
  async execute(actor: PersonActor, input: RecordHeadCountInput): Promise<{ facilityId: string }> {
    const count = (field: CountedField) => requireInteger(field, input[field], 0, MAX_EMPLOYEES);
    const counts = checkFields({
      employees: () => count('employees'),
      employeesWithDisabilities: () => count('employeesWithDisabilities'),
      employeesWithSevereDisabilities: () => count('employeesWithSevereDisabilities'),
    });
    if (counts.employeesWithDisabilities > counts.employees) {
      throw eligibilityErrors.COUNTS_UNUSABLE().at('employeesWithDisabilities');
    }
    if (counts.employeesWithSevereDisabilities > counts.employeesWithDisabilities) {
      throw eligibilityErrors.COUNTS_UNUSABLE().at('employeesWithSevereDisabilities');
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const source = await requireKeeper(tx, actor, input.facilityId);
      const { facilityId, countedOn } = input;
      await tx.manager.upsert(HeadCount, { facilityId, countedOn, ...counts }, ['facilityId', 'countedOn']);
      await tx.audit(
        'recordHeadCount',
        { deskId: source === 'DESK' ? actor.organisationId : null, subjectType: 'Facility', subjectId: facilityId },
        { after: { countedOn, ...counts } },
      );
      return { facilityId };
    });
  }
}
