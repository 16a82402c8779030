import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { accessErrors, difference, type PersonActor, UnitOfWork } from '#yui/platform';
import { starterWeek } from '../capacity/starter-week.js';
import { WorkWeek } from '../capacity/work-week.entity.js';
import { membershipErrors } from '../facilities/membership.errors.js';
import { checkProfile, type FacilityProfileInput, requireType } from '../facilities/facility-profile.js';
import { Facility } from '../facilities/facility.entity.js';

/** What is omitted stays as it is. */
export type ChangeFacilityProfileInput = Partial<FacilityProfileInput>;

/** A facility's own administrator says what it is called, of what kind it is, for how many people and where. */
@Injectable()
export class ChangeFacilityProfile {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, MEMBERSHIP.NAME_TAKEN, MEMBERSHIP.TYPE_UNKNOWN */
  async execute(actor: PersonActor, input: ChangeFacilityProfileInput): Promise<{ facilityId: string }> {
    if (actor.role !== 'FACILITY_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, async (tx) => {
      const facility = await tx.lock(Facility, { id: actor.organisationId });
      const { id, registrySource } = facility;
      const capacityPersons = input.capacityPersons ?? facility.capacityPersons;
      const checked = checkProfile({
        name: input.name ?? facility.name,
        typeCode: input.typeCode ?? facility.typeCode,
        // Another change does not wait for the capacity.
        capacityPersons: capacityPersons ?? 1,
        municipality: input.municipality ?? facility.municipality,
        servicesText: input.servicesText ?? facility.servicesText,
      });
      const profile = { ...checked, capacityPersons };
      await requireType(tx, profile.typeCode);
      const { name } = profile;
      // A list knows its facilities by their names first.
      const isRenamed = registrySource !== null && name !== facility.name;
      if (isRenamed && (await tx.manager.existsBy(Facility, { id: Not(id), registrySource, name }))) {
        throw membershipErrors.NAME_TAKEN({ name }).at('name');
      }
      await tx.manager.update(Facility, { id }, profile);
      if (facility.capacityPersons === null && !(await tx.manager.existsBy(WorkWeek, { facilityId: id }))) {
        await tx.manager.insert(WorkWeek, starterWeek(id, capacityPersons));
      }
      const fact = { deskId: null, subjectType: 'Facility', subjectId: id };
      await tx.audit('changeFacilityProfile', fact, difference({ ...facility }, profile));
      return { facilityId: id };
    });
  }
}
