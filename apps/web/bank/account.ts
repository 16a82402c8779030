import type { BankAccountInput, FacilityBankAccountQuery } from '../data/generated/types.js';

/** A bank account as pages ask for it. */
export type Account = Omit<NonNullable<FacilityBankAccountQuery['facilityBankAccount']>, 'trust' | 'statedAt'>;

/** What a form holds of a bank account. */
export interface AccountValues {
  readonly bankSearch: string;
  readonly bankCode: string;
  readonly branchSearch: string;
  readonly branchCode: string;
  readonly accountType: Account['accountType'];
  readonly accountNumber: string;
  readonly holderKana: string;
}

export function accountValues(account: Account | null): AccountValues {
  return {
    bankSearch: account?.bankName ?? '',
    bankCode: account?.bankCode ?? '',
    branchSearch: account?.branchName ?? '',
    branchCode: account?.branchCode ?? '',
    accountType: account?.accountType ?? 'ORDINARY',
    accountNumber: account?.accountNumber ?? '',
    holderKana: account?.holderKana ?? '',
  };
}

/** What is sent; an account whose number is empty is none. */
export function accountInput(values: AccountValues): BankAccountInput | null {
  const { bankCode, branchCode, accountType, accountNumber, holderKana } = values;
  const isEmpty = accountNumber.trim() === '' && holderKana.trim() === '';
  return isEmpty ? null : { bankCode, branchCode, accountType, accountNumber, holderKana };
}
