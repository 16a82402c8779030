import { Injectable } from '@nestjs/common';
import { type PersonCaller, requireFresh } from '#yui/identity';
import { accessErrors, UnitOfWork } from '#yui/platform';
import { requireMembers } from '../facilities/membership.policy.js';
import { AccountConfirmation } from './account-confirmation.entity.js';
import { BusinessProfile } from './business-profile.entity.js';
import { profileErrors } from './profile.errors.js';

export interface ConfirmFacilityAccountInput {
  readonly facilityId: string;
  /** When the account was stated that the desk has seen: one that was stated since is not confirmed by this. */
  readonly statedAt: Date;
}

/** The acting desk has asked the facility: the account another desk stated is its own. */
@Injectable()
export class ConfirmFacilityAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND unless it is a member of the acting desk; SIGN_IN.AGAIN, PROFILE.ACCOUNT_CHANGED */
  async execute(
    { actor, session }: PersonCaller,
    { facilityId, statedAt }: ConfirmFacilityAccountInput,
  ): Promise<{ facilityId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    requireFresh(session);
    return this.unitOfWork.run(actor, async (tx) => {
      const deskId = actor.organisationId;
      await requireMembers(tx.manager, deskId, [facilityId]);
      const profile = await tx.lock(BusinessProfile, { organisationId: facilityId, organisationKind: 'FACILITY' });
      // What the facility itself has objected to, only a new statement clears.
      if (profile.accountDisputedAt !== null || profile.accountSetAt?.getTime() !== statedAt.getTime()) {
        throw profileErrors.ACCOUNT_CHANGED().at('statedAt');
      }
      const confirmation = { deskId, facilityId, statedAt, confirmedAt: tx.now, confirmedBy: actor.accountId };
      await tx.manager.upsert(AccountConfirmation, confirmation, ['deskId', 'facilityId']);
      await tx.audit('facilityBankAccount.confirm', { deskId, subjectType: 'Facility', subjectId: facilityId });
      return { facilityId };
    });
  }
}
