import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import {
  accessErrors,
  checkPage,
  organisationKindOf,
  type Page,
  type PageOf,
  type PersonActor,
  UnitOfWork,
} from '#yui/platform';
import { Membership } from '../facilities/membership.entity.js';
import { type MembershipAction, membershipActions } from './membership-actions.js';

export interface MembershipFilter {
  /** Only those that last, or only those that ended. */
  readonly isLive?: boolean | null;
}

@Injectable()
export class MembershipQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Registrations with the acting desk or of the acting facility, ended ones too, the latest first.
   * @throws ACCESS.NOT_FOUND for everybody else, INPUT.*
   */
  async list(actor: PersonActor, filter: MembershipFilter = {}, page: Partial<Page> = {}): Promise<PageOf<Membership>> {
    const own = ownMemberships(actor);
    const { skip, take } = checkPage(page);
    const { isLive = null } = filter;
    const [items, totalItems] = await this.unitOfWork.read(actor, async (db) =>
      db.findAndCount(Membership, {
        where: isLive === null ? own : { ...own, leftOn: isLive ? IsNull() : Not(IsNull()) },
        order: { joinedOn: 'DESC', id: 'DESC' },
        skip,
        take,
      }),
    );
    return { items, totalItems };
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
