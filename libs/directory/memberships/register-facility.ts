import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { accessErrors, difference, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { checkProfile, type FacilityProfileInput, requireType } from '../facilities/facility-profile.js';
import { Facility } from '../facilities/facility.entity.js';
import { memberFacilityIds } from '../facilities/membership.policy.js';
import { foldName } from '../registry/index.js';
import { starterWeek } from '../capacity/starter-week.js';
import { WorkWeek } from '../capacity/work-week.entity.js';
import { joinDesk } from '../memberships/join-desk.js';
import { membershipErrors } from '../facilities/membership.errors.js';

export interface RegisterFacilityInput extends FacilityProfileInput {
  readonly idempotencyKey: string;
  /** Today when omitted; not later. */
  readonly joinedOn?: LocalDate | null;
}

/** Takes up a facility the product does not know yet, and registers it with the acting desk. */
@Injectable()
export class RegisterFacility {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, MEMBERSHIP.NAME_TAKEN, MEMBERSHIP.TYPE_UNKNOWN, MEMBERSHIP.DAY_OUT_OF_RANGE */
  async execute(actor: PersonActor, input: RegisterFacilityInput): Promise<{ facilityId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    const profile = checkProfile(input);
    const deskId = actor.organisationId;
    return this.unitOfWork.command('registerFacility', actor, input, async (tx) => {
      await requireType(tx, profile.typeCode);
      await requireNewName(tx, deskId, profile.name);
      const facilityId = tx.newId();
      const ofNoList = { registrySource: null, registryNumber: null, facilityNumber: null };
      const origin = { ...ofNoList, corporationName: null, address: null, createdAt: tx.now };
      await tx.manager.insert(Facility, { id: facilityId, ...profile, ...origin });
      await tx.manager.query('INSERT INTO facility_capacity (facility_id) VALUES ($1)', [facilityId]);
      const joining = { deskId, facilityId, joinedOn: input.joinedOn ?? null, isAgreed: false };
      const { joinedOn } = await joinDesk(tx, joining);
      await tx.manager.insert(WorkWeek, starterWeek(facilityId, profile.capacityPersons));
      const fact = { deskId, subjectType: 'Facility', subjectId: facilityId };
      await tx.audit('registerFacility', fact, difference(null, { ...profile, joinedOn }));
      return { facilityId };
    });
  }
}

async function requireNewName(tx: Transaction, deskId: string, name: string): Promise<void> {
  // Two who register the same facility at once: the second waits and is told.
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`members of ${deskId}`]);
  const members = await tx.manager.find(Facility, {
    select: { id: true, name: true },
    where: { id: In(await memberFacilityIds(tx.manager, deskId)) },
  });
  if (members.some((member) => foldName(member.name) === foldName(name)))
    throw membershipErrors.NAME_TAKEN({ name }).at('name');
}
