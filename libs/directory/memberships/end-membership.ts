import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import {
  accessErrors,
  organisationKindOf,
  type PersonActor,
  Port,
  requireText,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { Membership } from '../facilities/membership.entity.js';
import { membershipActions } from './membership-actions.js';
import { MEMBERSHIP_EVENTS } from './membership.events.js';

export interface EndMembershipInput {
  readonly idempotencyKey: string;
  /** A desk names the facility, */
  readonly facilityId?: string | null;
  /** a facility the desk. */
  readonly deskId?: string | null;
  /** For the record of the desk, and of the facility where it is the facility that leaves. */
  readonly reason: string;
}

/** A registration is about to end: what was offered under it and not answered ends with it. */
export const onMembershipEnding = new Port<
  [tx: Transaction, between: { readonly deskId: string; readonly facilityId: string }]
>('onMembershipEnding');

/**
 * Ends a facility's registration with a desk, today; either side may. The facility is called and offered nothing more, and
 * what it was offered and has not answered is withdrawn; what it has accepted goes on to its end, and both sides can read
 * all they did together.
 */
@Injectable()
export class EndMembership {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND also for a facility that has left, INPUT.* */
  async execute(actor: PersonActor, input: EndMembershipInput): Promise<{ membershipId: string }> {
    const reason = requireText('reason', input.reason, 500);
    const { deskId, facilityId } = sidesOf(actor, input);
    return this.unitOfWork.command('endMembership', actor, input, async (tx) => {
      // Orders are locked before what hangs on the facility, as everywhere.
      await onMembershipEnding.run(tx, { deskId, facilityId });
      const membership = await tx.lock(Membership, { deskId, facilityId, leftOn: IsNull() });
      if (!membershipActions(actor, membership).includes('end')) throw accessErrors.NOT_FOUND();
      const { id, joinedOn } = membership;
      const leftBy = actor.organisationId === deskId ? 'DESK' : 'FACILITY';
      const today = todayInTokyo(tx.now);
      const leftOn = today < joinedOn ? joinedOn : today;
      await tx.manager.update(Membership, { id }, { leftOn, leftAt: tx.now, leftBy, leftReason: reason });
      await tx.emit(MEMBERSHIP_EVENTS.ended, deskId, { membershipId: id });
      await tx.audit(
        'endMembership',
        { deskId, subjectType: 'Facility', subjectId: facilityId },
        { membershipId: id, before: { leftOn: null, leftBy: null }, after: { leftOn, leftBy } },
      );
      return { membershipId: id };
    });
  }
}

function sidesOf(
  { role, organisationId }: PersonActor,
  { deskId, facilityId }: Pick<EndMembershipInput, 'deskId' | 'facilityId'>,
): { deskId: string; facilityId: string } {
  const kind = organisationKindOf(role);
  if (kind === 'DESK' && facilityId && !deskId) return { deskId: organisationId, facilityId };
  if (kind === 'FACILITY' && deskId && !facilityId) return { deskId, facilityId: organisationId };
  throw accessErrors.NOT_FOUND();
}
