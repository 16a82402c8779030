import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { groupBy, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { Membership } from '../facilities/membership.entity.js';
import { FacilityEligibility } from './facility-eligibility.entity.js';
import { HeadCount } from './head-count.entity.js';

/** A desk reads of its facilities, also of those that have left; a facility of itself. Others get nothing. */
@Injectable()
export class EligibilityQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By facility, the earliest first. */
  async ofFacilities(actor: PersonActor, facilityIds: readonly string[]): Promise<Map<string, FacilityEligibility[]>> {
    return this.unitOfWork.read(actor, async (db) => {
      const rows = await db.find(FacilityEligibility, {
        where: { facilityId: In(await visibleAmong(db, actor, facilityIds)) },
        order: { fromOn: 'ASC', id: 'ASC' },
      });
      return groupBy(rows, (row) => row.facilityId);
    });
  }

  /** By facility, the latest first. */
  async headCountsOf(actor: PersonActor, facilityIds: readonly string[]): Promise<Map<string, HeadCount[]>> {
    return this.unitOfWork.read(actor, async (db) => {
      const rows = await db.find(HeadCount, {
        where: { facilityId: In(await visibleAmong(db, actor, facilityIds)) },
        order: { countedOn: 'DESC' },
      });
      return groupBy(rows, (row) => row.facilityId);
    });
  }
}

async function visibleAmong(db: EntityManager, actor: PersonActor, facilityIds: readonly string[]): Promise<string[]> {
  const { organisationId } = actor;
  switch (organisationKindOf(actor.role)) {
    case 'FACILITY':
      return facilityIds.filter((id) => id === organisationId);
    case 'DESK': {
      const memberships = await db.findBy(Membership, { deskId: organisationId, facilityId: In([...facilityIds]) });
      return memberships.map((membership) => membership.facilityId);
    }
    default:
      return [];
  }
}
