import { Field, InputType, ObjectType } from '@nestjs/graphql';
import {
  ACCOUNT_TRUSTS,
  ACCOUNT_TYPES,
  type AccountTrust,
  type AccountType,
  type BusinessKind,
  WANTED_STATEMENTS,
  type WantedStatement,
} from '#yui/directory';
import { enumType } from '../graphql/enums.js';
import { DateTime, Id } from '../graphql/scalars.js';
import { BusinessKindEnum } from '../papers/paper.types.js';

export const AccountTypeEnum = enumType('BankAccountType', '普通 ORDINARY, 当座 CURRENT.', ACCOUNT_TYPES);
export const WantedStatementEnum = enumType(
  'WantedStatement',
  'What papers should say of the one who sends them.',
  WANTED_STATEMENTS,
);

const AccountTrustEnum = enumType(
  'AccountTrust',
  'Whether the acting desk may pay into an account. UNCONFIRMED: another desk stated it. DISPUTED: the facility says that it is not its own.',
  ACCOUNT_TRUSTS,
);

@ObjectType('BankAccount', { description: '振込先' })
export class BankAccountType {
  @Field(() => String, { nullable: true, description: '統一金融機関コード; null: the bank is in no list.' })
  bankCode: string | null;

  @Field(() => String, { nullable: true, description: '支店コード; null with that of the bank.' })
  branchCode: string | null;

  @Field(() => String)
  bankName: string;

  @Field(() => String)
  branchName: string;

  @Field(() => AccountTypeEnum)
  accountType: AccountType;

  @Field(() => String)
  accountNumber: string;

  @Field(() => String, { description: 'In katakana.' })
  holderKana: string;

  @Field(() => AccountTrustEnum, {
    nullable: true,
    description: 'For a desk that pays into it; null: the own account.',
  })
  trust: AccountTrust | null;

  @Field(() => DateTime, { nullable: true, description: 'Null: before this was kept.' })
  statedAt: Date | null;
}

@ObjectType('BusinessProfile', { description: 'What the papers of an organisation say of it.' })
export class BusinessProfileType {
  @Field(() => Id)
  organisationId: string;

  @Field(() => BusinessKindEnum)
  organisationKind: BusinessKind;

  @Field(() => String, { nullable: true, description: '運営法人, where it has another name.' })
  operatorName: string | null;

  @Field(() => String, { nullable: true, description: 'Who signs, with the title.' })
  representative: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to ask about papers (発行責任者・担当者).' })
  contactPerson: string | null;

  @Field(() => String, { nullable: true })
  postalCode: string | null;

  @Field(() => String, { nullable: true })
  address: string | null;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => String, { nullable: true })
  fax: string | null;

  @Field(() => String, { nullable: true })
  email: string | null;

  @Field(() => BankAccountType, { nullable: true })
  bankAccount: BankAccountType | null;

  @Field(() => Boolean, { description: 'A desk stated the account, not the organisation itself.' })
  isAccountSetByDesk: boolean;

  @Field(() => Boolean, { description: 'The organisation said that the stated account is not its own.' })
  isAccountDisputed: boolean;

  @Field(() => [WantedStatementEnum], { description: 'What is still missing; papers go out all the same.' })
  missing: WantedStatement[];
}

@InputType({ description: 'Bank and branch by their codes, or by their names where no list has them.' })
export class BankAccountInput {
  @Field(() => String, { nullable: true, description: 'Four digits, of `banks`.' })
  bankCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Three digits, of `bankBranches`.' })
  branchCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Only without codes.' })
  bankName?: string | null;

  @Field(() => String, { nullable: true, description: 'Only without codes.' })
  branchName?: string | null;

  @Field(() => AccountTypeEnum)
  accountType: AccountType;

  @Field(() => String)
  accountNumber: string;

  @Field(() => String, { description: 'In katakana, as the bank writes it.' })
  holderKana: string;
}

@InputType({ description: 'What is omitted stays as it is; null or an empty text takes a statement away.' })
export class SetBusinessProfileInput {
  @Field(() => String, { nullable: true })
  operatorName?: string | null;

  @Field(() => String, { nullable: true })
  representative?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to ask about papers (発行責任者・担当者).' })
  contactPerson?: string | null;

  @Field(() => String, { nullable: true })
  postalCode?: string | null;

  @Field(() => String, { nullable: true })
  address?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  fax?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => BankAccountInput, { nullable: true })
  bankAccount?: BankAccountInput | null;
}

@ObjectType('Bank', { description: '金融機関' })
export class BankType {
  @Field(() => String, { description: '統一金融機関コード, four digits.' })
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'In katakana.' })
  kana: string;
}

@ObjectType('BankBranch', { description: '支店' })
export class BankBranchType {
  @Field(() => String, { description: 'Three digits, within its bank.' })
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'In katakana.' })
  kana: string;
}

@InputType()
export class ConfirmFacilityAccountInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => DateTime, {
    description: '`statedAt` of the account as it was seen: one stated since is not confirmed by this.',
  })
  statedAt: Date;
}

@InputType()
export class SetFacilityBankAccountInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => BankAccountInput, { nullable: true, description: 'Null: the facility has none any more.' })
  bankAccount: BankAccountInput | null;
}
