import { Injectable } from '@nestjs/common';
import { checkFields, difference, optionalLine, type PersonActor, UnitOfWork } from '#yui/platform';
import { starterWeek } from '../capacity/starter-week.js';
import { WorkWeek } from '../capacity/work-week.entity.js';
import { checkProfile, type FacilityProfileInput, requireType } from '../facilities/facility-profile.js';
import { requireKeeper } from '../facilities/facility.access.js';
import { Facility } from '../facilities/facility.entity.js';

/** What a desk has on file of a member. What is omitted stays as it is; an empty text takes it away. */
export interface SetFacilityEntryInput extends Partial<FacilityProfileInput> {
  readonly facilityId: string;
  /** 指定事業所番号 */
  readonly facilityNumber?: string | null;
  readonly corporationName?: string | null;
  readonly address?: string | null;
}

/** A desk corrects what it has on file of a facility it is registered with. */
@Injectable()
export class SetFacilityEntry {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, MEMBERSHIP.TYPE_UNKNOWN */
  async execute(actor: PersonActor, input: SetFacilityEntryInput): Promise<{ facilityId: string }> {
    const { facilityId } = input;
    return this.unitOfWork.run(actor, async (tx) => {
      const source = await requireKeeper(tx, actor, facilityId);
      const facility = await tx.lock(Facility, { id: facilityId });
      const capacityPersons = input.capacityPersons ?? facility.capacityPersons;
      const profile = {
        ...checkProfile({
          name: input.name ?? facility.name,
          typeCode: input.typeCode ?? facility.typeCode,
          // Another change does not wait for the capacity.
          capacityPersons: capacityPersons ?? 1,
          municipality: input.municipality ?? facility.municipality,
          servicesText: input.servicesText ?? facility.servicesText,
        }),
        capacityPersons,
        ...checkEntry(input),
      };
      await requireType(tx, profile.typeCode);
      await tx.manager.update(Facility, { id: facilityId }, profile);
      if (facility.capacityPersons === null && !(await tx.manager.existsBy(WorkWeek, { facilityId }))) {
        await tx.manager.insert(WorkWeek, starterWeek(facilityId, capacityPersons));
      }
      const fact = {
        deskId: source === 'DESK' ? actor.organisationId : null,
        subjectType: 'Facility',
        subjectId: facilityId,
      };
      await tx.audit('setFacilityEntry', fact, difference({ ...facility }, profile));
      return { facilityId };
    });
  }
}

type Entry = Pick<Facility, 'facilityNumber' | 'corporationName' | 'address'>;

function checkEntry(input: SetFacilityEntryInput): Partial<Entry> {
  const said = <Field extends keyof Entry>(field: Field, most: number) =>
    input[field] === undefined ? {} : { [field]: optionalLine(field, input[field], most) || null };
  const { facilityNumber, corporationName, address } = checkFields({
    facilityNumber: () => said('facilityNumber', 20),
    corporationName: () => said('corporationName', 200),
    address: () => said('address', 200),
  });
  return { ...facilityNumber, ...corporationName, ...address };
}
