import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { ACCOUNT_OF_FACILITY_EVENTS } from './account-trust.js';
import { BusinessProfile } from './business-profile.entity.js';

/** A facility says that the account it is paid into is not its own. Until one is stated again nobody pays into it. */
@Injectable()
export class DisputeBankAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND for everybody but a facility, and where no account is stated */
  async execute(actor: PersonActor): Promise<{ facilityId: string }> {
    if (actor.role !== 'FACILITY_ADMIN' && actor.role !== 'FACILITY_MEMBER') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, async (tx) => {
      const facilityId = actor.organisationId;
      const profile = await tx.lock(BusinessProfile, { organisationId: facilityId });
      if (profile.accountNumber === null) throw accessErrors.NOT_FOUND();
      if (profile.accountDisputedAt !== null) return { facilityId };
      await tx.manager.update(BusinessProfile, { organisationId: facilityId }, { accountDisputedAt: tx.now });
      await tx.audit('bankAccount.dispute', { deskId: null, subjectType: 'Facility', subjectId: facilityId });
      await tx.emit(ACCOUNT_OF_FACILITY_EVENTS.disputed, null, { facilityId });
      return { facilityId };
    });
  }
}
