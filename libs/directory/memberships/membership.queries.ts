import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import {
  accessErrors,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { Membership } from '../facilities/membership.entity.js';
import { type MembershipAction, membershipActions } from './membership-actions.js';

export interface MembershipFilter {
  /** Only those that last, or only those that ended. */
  readonly isLive?: boolean | null;
  /** Of one facility. */
  readonly facilityId?: string | null;
}

@Injectable()
export class MembershipQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Registrations with the acting desk or of the acting facility, ended ones too, the latest first.
   * @throws ACCESS.NOT_FOUND for everybody else, INPUT.*
   */
  async list(actor: PersonActor, filter: MembershipFilter = {}, page: PageRequest = {}): Promise<PageOf<Membership>> {
    const own = ownMemberships(actor);
    const { isLive = null, facilityId = null } = filter;
    const rows = (db: EntityManager) => {
      const query = db
        .createQueryBuilder(Membership, 'membership')
        .where(isLive === null ? own : { ...own, leftOn: isLive ? IsNull() : Not(IsNull()) });
      if (facilityId !== null) query.andWhere('membership.facilityId = :facilityId', { facilityId });
      return query;
    };
    const order = { by: 'membership.joinedOn', kind: 'DAY', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, memberships) => memberships });
  }

  /** @throws ACCESS.NOT_FOUND */
  async one(actor: PersonActor, id: string): Promise<Membership> {
    const own = ownMemberships(actor);
    const membership = await this.unitOfWork.read(actor, async (db) => db.findOneBy(Membership, { ...own, id }));
    if (!membership) throw accessErrors.NOT_FOUND();
    return membership;
  }

  /** Why it ended: what the desk wrote for its own record, or the facility for both. */
  leftReason(actor: PersonActor, { deskId, leftBy, leftReason }: Membership): string | null {
    return actor.organisationId === deskId || leftBy === 'FACILITY' ? leftReason : null;
  }

  /** What the actor may do with it now. */
  availableActions(actor: PersonActor, membership: Membership): MembershipAction[] {
    return membershipActions(actor, membership);
  }
}

function ownMemberships({ role, organisationId }: PersonActor): { deskId: string } | { facilityId: string } {
  switch (organisationKindOf(role)) {
    case 'DESK':
      return { deskId: organisationId };
    case 'FACILITY':
      return { facilityId: organisationId };
    default:
      throw accessErrors.NOT_FOUND();
  }
}
