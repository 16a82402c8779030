import { Quiet } from '../kit/text.js';
import type { Account } from './account.js';
import { useBankWords } from './words.js';

/** A bank account on one line, with a warning when no file for the bank can name it. */
export function AccountText({ account }: { readonly account: Account }) {
  const words = useBankWords();
  const { bankCode, bankName, branchName, accountType, accountNumber, holderKana } = account;
  return (
    <>
      {words.account(bankName, branchName, words.accountTypes[accountType], accountNumber, holderKana)}
      {bankCode === null ? <Quiet>{words.noCodes}</Quiet> : null}
    </>
  );
}
