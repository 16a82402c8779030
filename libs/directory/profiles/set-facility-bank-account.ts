import { Injectable } from '@nestjs/common';
import { accessErrors, UnitOfWork } from '#yui/platform';
import { type PersonCaller, requireFresh } from '#yui/identity';
import { requireMembers } from '../facilities/membership.policy.js';
import { type BankAccountInput, checkBankAccount, withNamesOfList } from './bank-account.js';
import { refuseDisputed, statedNow, tellAccountStated } from './account-trust.js';
import { BusinessProfile } from './business-profile.entity.js';

export interface SetFacilityBankAccountInput {
  readonly facilityId: string;
  /** Null: the facility has none any more. */
  readonly bankAccount: BankAccountInput | null;
}

/** Where a member is paid, as it told its desk: many have nobody who signs in. */
@Injectable()
export class SetFacilityBankAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws ACCESS.NOT_FOUND unless it is a member of the acting desk; PROFILE.ACCOUNT_CHANGED (the facility says that this
   * very account is not its own), SIGN_IN.AGAIN, PROFILE.*, INPUT.*
   */
  async execute(
    { actor, session }: PersonCaller,
    { facilityId, bankAccount }: SetFacilityBankAccountInput,
  ): Promise<{ facilityId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    requireFresh(session);
    return this.unitOfWork.run(actor, async (tx) => {
      const deskId = actor.organisationId;
      await requireMembers(tx.manager, deskId, [facilityId]);
      const account = await withNamesOfList(tx.manager, checkBankAccount(bankAccount));
      await refuseDisputed(tx, facilityId, account);
      const profile = {
        organisationId: facilityId,
        organisationKind: 'FACILITY' as const,
        changedAt: tx.now,
        ...account,
        ...statedNow(tx, deskId),
      };
      await tx.manager.upsert(BusinessProfile, profile, ['organisationId']);
      await tellAccountStated(tx, facilityId, deskId);
      await tx.audit(
        'facilityBankAccount.set',
        { deskId, subjectType: 'Facility', subjectId: facilityId },
        { isThere: bankAccount !== null },
      );
      return { facilityId };
    });
  }
}
