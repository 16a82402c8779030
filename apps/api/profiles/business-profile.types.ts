import { Field, InputType, ObjectType } from '@nestjs/graphql';
import {
  ACCOUNT_TYPES,
  type AccountType,
  type BusinessKind,
  WANTED_STATEMENTS,
  type WantedStatement,
} from '#yui/directory';
import { enumType } from '../graphql/enums.js';
import { Id } from '../graphql/scalars.js';
import { BusinessKindEnum } from '../papers/paper.types.js';

const AccountTypeEnum = enumType('BankAccountType', '普通 ORDINARY, 当座 CURRENT.', ACCOUNT_TYPES);
export const WantedStatementEnum = enumType(
  'WantedStatement',
  'What papers should say of the one who sends them.',
  WANTED_STATEMENTS,
);

@ObjectType('BankAccount', { description: '振込先' })
export class BankAccountType {
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

  @Field(() => String, { nullable: true })
  postalCode: string | null;

  @Field(() => String, { nullable: true })
  address: string | null;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => String, { nullable: true })
  email: string | null;

  @Field(() => BankAccountType, { nullable: true })
  bankAccount: BankAccountType | null;

  @Field(() => [WantedStatementEnum], { description: 'What is still missing; papers go out all the same.' })
  missing: WantedStatement[];
}

@InputType()
export class BankAccountInput {
  @Field(() => String)
  bankName: string;

  @Field(() => String)
  branchName: string;

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

  @Field(() => String, { nullable: true })
  postalCode?: string | null;

  @Field(() => String, { nullable: true })
  address?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => BankAccountInput, { nullable: true })
  bankAccount?: BankAccountInput | null;
}
