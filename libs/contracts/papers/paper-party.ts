import type { EntityManager } from 'typeorm';
import {
  Buyer,
  type BusinessKind,
  BusinessProfile,
  buyerTermsOf,
  Department,
  Desk,
  Facility,
  invoiceIssuerOf,
} from '#yui/directory';
import type { OrderContact } from '#yui/orders';
import type { BankAccount, PaperParty } from '#yui/papers';

/** Who sends or gets a paper. */
export interface PartyRef {
  readonly kind: BusinessKind;
  readonly id: string;
  /** Of a buyer: the department that ordered. */
  readonly departmentId?: string | null;
  /** Of a buyer: it gets an invoice, which its department may want addressed otherwise. */
  readonly isBilled?: boolean;
  /** Of a buyer: whom to ask about the order the paper is about; omitted: whom it names for all papers. */
  readonly contact?: Pick<OrderContact, 'person' | 'phone'> | null;
  /** Of a buyer: no facility learns of its people, not even of whom it names for all papers. */
  readonly isUnnamed?: boolean;
}

/** Somebody as papers name them today. What nobody has stated is omitted, and the paper goes out all the same. */
export async function partyOf(manager: EntityManager, deskId: string, ref: PartyRef): Promise<PaperParty> {
  const profile = await manager.findOneBy(BusinessProfile, { organisationId: ref.id });
  const issuer = ref.kind === 'BUYER' ? null : await invoiceIssuerOf(manager, deskId, ref.id);
  const terms = ref.kind === 'BUYER' ? await buyerTermsOf(manager, deskId, ref.id) : null;
  const department = ref.departmentId ? await manager.findOneBy(Department, { id: ref.departmentId }) : null;
  return {
    name: await nameOf(manager, ref),
    operator: profile?.operatorName ?? null,
    contractingParty: (ref.isBilled && department?.invoiceAddressee) || terms?.contractingParty || null,
    department: department?.name ?? null,
    representative: profile?.representative ?? null,
    contactPerson: ref.isUnnamed ? null : ref.contact?.person || profile?.contactPerson || null,
    contactPhone: ref.isUnnamed ? null : ref.contact?.phone || null,
    postalCode: profile?.postalCode ?? null,
    address: profile?.address ?? null,
    phone: profile?.phone ?? null,
    email: profile?.email ?? null,
    registrationNumber: issuer?.registrationNumber ?? null,
  };
}

async function nameOf(manager: EntityManager, { kind, id }: PartyRef): Promise<string> {
  const entity = { BUYER: Buyer, DESK: Desk, FACILITY: Facility }[kind];
  const { name } = await manager.findOneByOrFail<Buyer | Desk | Facility>(entity, { id });
  return name;
}

/** Where this organisation is paid; null: it has not said. */
export async function bankAccountOf(manager: EntityManager, organisationId: string): Promise<BankAccount | null> {
  const profile = await manager.findOneBy(BusinessProfile, { organisationId });
  if (!profile?.bankName || !profile.branchName || !profile.accountType) return null;
  return {
    bankCode: profile.bankCode,
    branchCode: profile.branchCode,
    bankName: profile.bankName,
    branchName: profile.branchName,
    accountType: profile.accountType,
    accountNumber: profile.accountNumber ?? '',
    holderKana: profile.accountHolderKana ?? '',
  };
}
