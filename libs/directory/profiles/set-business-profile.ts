import { Injectable } from '@nestjs/common';
import {
  accessErrors,
  BUYER_ROLES,
  checkFields,
  DESK_ROLES,
  FACILITY_ROLES,
  optionalLine,
  organisationKindOf,
  type PersonActor,
  type Role,
  UnitOfWork,
} from '#yui/platform';
import { type PersonCaller, requireFresh } from '#yui/identity';
import { type BankAccountInput, checkBankAccount, withNamesOfList } from './bank-account.js';
import { statedNow, tellAccountStated } from './account-trust.js';
import { type BusinessKind, BusinessProfile } from './business-profile.entity.js';
import { phoneNumberIn, plain } from './phone-number.js';
import { profileErrors } from './profile.errors.js';

/** What is omitted stays as it is; null or an empty text takes a statement away. */
export interface SetBusinessProfileInput {
  readonly operatorName?: string | null;
  readonly representative?: string | null;
  readonly contactPerson?: string | null;
  readonly postalCode?: string | null;
  readonly address?: string | null;
  readonly phone?: string | null;
  readonly fax?: string | null;
  readonly email?: string | null;
  readonly bankAccount?: BankAccountInput | null;
}

const ADMINS: readonly Role[] = ['BUYER_ADMIN', 'DESK_ADMIN', 'FACILITY_ADMIN'];
const BUSINESS_ROLES: readonly Role[] = [...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES];
/** @throws ACCESS.NOT_FOUND for those who put no name on papers */
export function businessKindOf(actor: PersonActor): BusinessKind {
  if (!BUSINESS_ROLES.includes(actor.role)) throw accessErrors.NOT_FOUND();
  return organisationKindOf(actor.role) as BusinessKind;
}

/** What the acting organisation's papers say of it from now on. Papers that were issued stay as they are. */
@Injectable()
export class SetBusinessProfile {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws ACCESS.NOT_FOUND unless the actor administers the organisation; SIGN_IN.AGAIN before the bank account or the
   * mail address is changed; PROFILE.*, INPUT.*
   */
  async execute({ actor, session }: PersonCaller, input: SetBusinessProfileInput): Promise<{ organisationId: string }> {
    if (!ADMINS.includes(actor.role)) throw accessErrors.NOT_FOUND();
    if (input.bankAccount !== undefined || input.email !== undefined) requireFresh(session);
    return this.unitOfWork.run(actor, async (tx) => {
      const { organisationId } = actor;
      const said = await withNamesOfList(tx.manager, stated(input));
      const profile = {
        ...said,
        organisationId,
        organisationKind: businessKindOf(actor),
        changedAt: tx.now,
        ...(input.bankAccount === undefined ? {} : statedNow(tx, organisationId)),
      };
      await tx.manager.upsert(BusinessProfile, profile, ['organisationId']);
      if (input.bankAccount !== undefined && profile.organisationKind === 'FACILITY') {
        await tellAccountStated(tx, organisationId, organisationId);
      }
      const deskId = profile.organisationKind === 'DESK' ? organisationId : null;
      // Where to pay is worth knowing of; the account itself is nobody's business in the audit.
      await tx.audit(
        'businessProfile.set',
        { deskId, subjectType: profile.organisationKind, subjectId: organisationId },
        { fields: Object.keys(said).sort() },
      );
      return { organisationId };
    });
  }
}

function stated(input: SetBusinessProfileInput): Partial<BusinessProfile> {
  const text = (field: 'operatorName' | 'representative' | 'contactPerson' | 'address', most: number) =>
    input[field] === undefined ? {} : { [field]: optionalLine(field, input[field], most) || null };
  const parts = checkFields({
    operatorName: () => text('operatorName', 100),
    representative: () => text('representative', 100),
    contactPerson: () => text('contactPerson', 100),
    address: () => text('address', 200),
    postalCode: () => (input.postalCode === undefined ? {} : { postalCode: postalCode(input.postalCode) }),
    phone: () => (input.phone === undefined ? {} : { phone: phoneNumberIn(input.phone, 'phone') }),
    fax: () => (input.fax === undefined ? {} : { fax: phoneNumberIn(input.fax, 'fax') }),
    email: () => (input.email === undefined ? {} : { email: email(input.email) }),
    bankAccount: () => (input.bankAccount === undefined ? {} : checkBankAccount(input.bankAccount)),
  });
  return Object.assign({}, ...Object.values(parts)) as Partial<BusinessProfile>;
}

function postalCode(text: string | null): string | null {
  const digits = plain(text).replace(/[〒\s-]/g, '');
  if (digits === '') return null;
  if (!/^\d{7}$/.test(digits)) throw profileErrors.POSTAL_CODE_MALFORMED().at('postalCode');
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
}

function email(text: string | null): string | null {
  const address = plain(text);
  if (address === '') return null;
  if (address.length > 200 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address))
    throw profileErrors.EMAIL_MALFORMED().at('email');
  return address;
}
