import type { EntityManager } from 'typeorm';
import { transferText } from '#yui/money';
import { checkFields, checkWithin, requireLine } from '#yui/platform';
import { openBranch } from '../banks/bank.queries.js';
import type { AccountType, BusinessProfile } from './business-profile.entity.js';
import { profileErrors } from './profile.errors.js';

/** Bank and branch are named by their codes, and called what the list calls them; or by name, where no list has them. */
export interface BankAccountInput {
  readonly bankCode?: string | null;
  readonly branchCode?: string | null;
  readonly bankName?: string | null;
  readonly branchName?: string | null;
  readonly accountType: AccountType;
  readonly accountNumber: string;
  readonly holderKana: string;
}

type Account = Pick<
  BusinessProfile,
  'bankCode' | 'branchCode' | 'bankName' | 'branchName' | 'accountType' | 'accountNumber' | 'accountHolderKana'
>;

const NONE: Account = {
  bankCode: null,
  branchCode: null,
  bankName: null,
  branchName: null,
  accountType: null,
  accountNumber: null,
  accountHolderKana: null,
};

/** An account as it is kept; null: none any more. @throws PROFILE.*, INPUT.* */
export function checkBankAccount(account: BankAccountInput | null): Account {
  if (account === null) return NONE;
  const digits = (text: string) => text.normalize('NFKC').replace(/[\s\p{Dash_Punctuation}\u2212\u30fc]/gu, '');
  const accountNumber = digits(account.accountNumber);
  const holder = account.holderKana.normalize('NFKC').toUpperCase().trim();
  const bankCode = digits(account.bankCode ?? '') || null;
  const branchCode = digits(account.branchCode ?? '') || null;
  const isListed = bankCode !== null;
  const requirePart = (field: string, value: string) => {
    if (value.trim() === '') throw profileErrors.BANK_ACCOUNT_INCOMPLETE().at(field);
  };
  return checkWithin('bankAccount', () =>
    checkFields({
      bankCode: () => {
        if (bankCode !== null && !/^\d{4}$/.test(bankCode)) throw profileErrors.BANK_UNKNOWN().at('bankCode');
        return bankCode;
      },
      branchCode: () => {
        if (isListed && !/^\d{3}$/.test(branchCode ?? '')) throw profileErrors.BRANCH_UNKNOWN().at('branchCode');
        return isListed ? branchCode : null;
      },
      bankName: () => {
        if (isListed) return null;
        requirePart('bankName', account.bankName ?? '');
        return requireLine('bankName', account.bankName ?? '', 60);
      },
      branchName: () => {
        if (isListed) return null;
        requirePart('branchName', account.branchName ?? '');
        return requireLine('branchName', account.branchName ?? '', 60);
      },
      accountType: () => account.accountType,
      accountNumber: () => {
        requirePart('accountNumber', accountNumber);
        if (!/^\d{1,8}$/.test(accountNumber)) throw profileErrors.ACCOUNT_NUMBER_MALFORMED().at('accountNumber');
        return accountNumber;
      },
      accountHolderKana: () => {
        requirePart('holderKana', holder);
        if (!/[\u3041-\u30ff]|[A-Z0-9]/.test(holder)) throw profileErrors.HOLDER_NOT_KANA().at('holderKana');
        const strange = [...holder].find((sign) => transferText(sign) === null);
        if (strange !== undefined && /\p{Script=Han}/u.test(strange)) {
          throw profileErrors.HOLDER_NOT_KANA().at('holderKana');
        }
        if (strange !== undefined) throw profileErrors.HOLDER_CHARACTER({ character: strange }).at('holderKana');
        return requireLine('holderKana', holder, 100);
      },
    }),
  );
}

/**
 * With the names of bank and branch as the list has them, where they are named by codes.
 * @throws PROFILE.BANK_UNKNOWN, PROFILE.BRANCH_UNKNOWN, PROFILE.BRANCH_UNWRITABLE
 */
export async function withNamesOfList<Part extends Partial<Account>>(
  manager: EntityManager,
  part: Part,
): Promise<Part> {
  const { bankCode, branchCode } = part;
  if (!bankCode || !branchCode) return part;
  const open = await openBranch(manager, bankCode, branchCode);
  if (open && (!transferText(open.bank.kana) || !transferText(open.branch.kana))) {
    throw profileErrors.BRANCH_UNWRITABLE().at('bankAccount.branchCode');
  }
  if (open) return { ...part, bankName: open.bank.name, branchName: open.branch.name };
  const isBankKnown = await manager.query<unknown[]>('SELECT 1 FROM bank WHERE code = $1 AND is_current', [bankCode]);
  throw isBankKnown.length > 0
    ? profileErrors.BRANCH_UNKNOWN().at('bankAccount.branchCode')
    : profileErrors.BANK_UNKNOWN().at('bankAccount.bankCode');
}
