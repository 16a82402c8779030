import type { OrganisationKind } from '#yui/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who puts a name and an address on papers. */
export const BUSINESS_KINDS = ['BUYER', 'DESK', 'FACILITY'] as const satisfies readonly OrganisationKind[];
export type BusinessKind = (typeof BUSINESS_KINDS)[number];

export const ACCOUNT_TYPES = ['ORDINARY', 'CURRENT'] as const;
export type AccountType = (typeof ACCOUNT_TYPES)[number];

/** What an organisation states about itself on its papers. The bank account is there whole or not at all. */
@Entity()
export class BusinessProfile {
  @PrimaryColumn('uuid') organisationId: string;
  @Column('text') organisationKind: BusinessKind;
  /** The corporation behind it (運営法人), where it has another name. */
  @Column('text', { nullable: true }) operatorName: string | null;
  /** Who signs, with the title: `理事長 山田 花子`. */
  @Column('text', { nullable: true }) representative: string | null;
  /** Whom to ask about papers (発行責任者・担当者). */
  @Column('text', { nullable: true }) contactPerson: string | null;
  /** `780-0870` */
  @Column('text', { nullable: true }) postalCode: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) fax: string | null;
  @Column('text', { nullable: true }) email: string | null;
  /** 統一金融機関コード, with that of the branch; null: a bank that is in no list. */
  @Column('text', { nullable: true }) bankCode: string | null;
  @Column('text', { nullable: true }) branchCode: string | null;
  @Column('text', { nullable: true }) bankName: string | null;
  @Column('text', { nullable: true }) branchName: string | null;
  @Column('text', { nullable: true }) accountType: AccountType | null;
  @Column('text', { nullable: true }) accountNumber: string | null;
  /** In katakana, as banks ask for it. */
  @Column('text', { nullable: true }) accountHolderKana: string | null;
  /** The organisation that stated the account last; null: the organisation itself, before this was kept. */
  @Column('uuid', { nullable: true }) accountSetBy: string | null;
  @Column('timestamptz', { nullable: true }) accountSetAt: Date | null;
  /** The facility said that the account is not its own: nobody pays into it until it is stated again. */
  @Column('timestamptz', { nullable: true }) accountDisputedAt: Date | null;
  @Column('timestamptz') changedAt: Date;
}
