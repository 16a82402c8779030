import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, requireDesk, UnitOfWork } from '#yui/platform';
import { BusinessProfile } from './business-profile.entity.js';
import { type AccountTrust, accountTrustOf } from './account-trust.js';
import { businessKindOf } from './set-business-profile.js';

/** Statements a paper should have: without them it is issued, and looks unfinished. */
export const WANTED_STATEMENTS = ['REPRESENTATIVE', 'ADDRESS', 'PHONE', 'BANK_ACCOUNT'] as const;
export type WantedStatement = (typeof WANTED_STATEMENTS)[number];

@Injectable()
export class BusinessProfileQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of the acting organisation; nothing but its kind before anybody has stated anything. @throws ACCESS.NOT_FOUND */
  async own(actor: PersonActor): Promise<BusinessProfile> {
    const organisationKind = businessKindOf(actor);
    const { organisationId } = actor;
    return this.unitOfWork.read(actor, async (db) => {
      const profile = await db.findOneBy(BusinessProfile, { organisationId });
      return profile ?? { ...NOTHING, organisationId, organisationKind };
    });
  }

  /** For a desk: what a facility it can see says of itself; null: nothing was stated. @throws ACCESS.NOT_FOUND */
  async ofFacility(actor: PersonActor, facilityId: string): Promise<BusinessProfile | null> {
    if (businessKindOf(actor) !== 'DESK') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.read(actor, async (db) =>
      db.findOneBy(BusinessProfile, { organisationId: facilityId, organisationKind: 'FACILITY' }),
    );
  }

  /** Whether the acting desk may pay into the account of the profile. @throws ACCESS.NOT_FOUND */
  async trustOf(actor: PersonActor, profile: BusinessProfile): Promise<AccountTrust> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => accountTrustOf(db, deskId, profile));
  }

  /** What is still missing for papers that look finished. A buyer is paid by nobody and needs no account. */
  missing(profile: BusinessProfile): WantedStatement[] {
    const isThere: Record<WantedStatement, boolean> = {
      REPRESENTATIVE: profile.representative !== null,
      ADDRESS: profile.postalCode !== null && profile.address !== null,
      PHONE: profile.phone !== null,
      BANK_ACCOUNT: profile.bankName !== null || profile.organisationKind === 'BUYER',
    };
    return WANTED_STATEMENTS.filter((statement) => !isThere[statement]);
  }
}

const NOTHING: Omit<BusinessProfile, 'organisationId' | 'organisationKind'> = {
  operatorName: null,
  representative: null,
  contactPerson: null,
  postalCode: null,
  address: null,
  phone: null,
  fax: null,
  email: null,
  bankCode: null,
  branchCode: null,
  bankName: null,
  branchName: null,
  accountType: null,
  accountNumber: null,
  accountHolderKana: null,
  accountSetBy: null,
  accountSetAt: null,
  accountDisputedAt: null,
  changedAt: new Date(0),
};
