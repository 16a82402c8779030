import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { accessErrors, type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { Membership } from '../facilities/membership.entity.js';
import { membershipActions } from './membership-actions.js';
import { MEMBERSHIP_EVENTS } from './membership.events.js';

export interface EndMembershipInput {
  readonly idempotencyKey: string;
  readonly facilityId: string;
  /** For the record of the desk. */
  readonly reason: string;
}

/**
 * Ends a facility's registration with the acting desk, today. The facility is called and offered nothing more; what it
 * has accepted goes on to its end, what it was offered it may still answer, and both sides can read all they did together.
 */
@Injectable()
export class EndMembership {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND also for a facility that has left, INPUT.* */
  async execute(
    actor: PersonActor,
    { idempotencyKey, ...input }: EndMembershipInput,
  ): Promise<{ membershipId: string }> {
    const reason = requireText('reason', input.reason, 500);
    const { facilityId } = input;
    const deskId = actor.organisationId;
    return this.unitOfWork.runIdempotent(actor, { operation: 'endMembership', idempotencyKey, input }, async (tx) => {
      const membership = await tx.lock(Membership, { deskId, facilityId, leftOn: IsNull() });
      if (!membershipActions(actor, membership).includes('end')) throw accessErrors.NOT_FOUND();
      const { id, joinedOn } = membership;
      const today = todayInTokyo(tx.now);
      const leftOn = today < joinedOn ? joinedOn : today;
      await tx.manager.update(Membership, { id }, { leftOn, leftReason: reason });
      await tx.emit(MEMBERSHIP_EVENTS.ended, deskId, { membershipId: id });
      await tx.audit(
        'endMembership',
        { deskId, subjectType: 'Facility', subjectId: facilityId },
        { membershipId: id, before: { leftOn: null }, after: { leftOn } },
      );
      return { membershipId: id };
    });
  }
}
