import { useFormContext } from 'react-hook-form';
import { BankBranches } from '../data/generated/bank-branches.js';
import { Banks } from '../data/generated/banks.js';
import { useAsk } from '../data/use-ask.js';
import { type Choice, RadioList } from '../kit/choices.js';
import { TextField } from '../kit/fields.js';
import { Quiet } from '../kit/text.js';
import { useSettled } from '../kit/use-settled.js';
import type { AccountValues } from './account.js';
import { useBankWords } from './words.js';

/** As many as are read at one look. */
const SHOWN = 6;

/** A bank account: bank and branch are chosen from the list, so that a transfer arrives. */
export function AccountFields({ isOptional = false }: { readonly isOptional?: boolean }) {
  const words = useBankWords();
  const { watch } = useFormContext<Record<keyof AccountValues, string>>();
  const bankCode = watch('bankCode');
  const banks = useAsk(Banks, { search: useSettled(watch('bankSearch').trim()) });
  const branches = useAsk(
    BankBranches,
    { bankCode, search: useSettled(watch('branchSearch').trim()) },
    { isWanted: bankCode !== '' },
  );
  return (
    <>
      <TextField name="bankSearch" label={words.bankSearch} hint={words.bankSearchHint} type="search" isOptional />
      <Found name="bankCode" label={words.bank} chosen={bankCode} found={banks.data?.banks} isOptional={isOptional} />
      {bankCode === '' ? null : (
        <>
          <TextField
            name="branchSearch"
            label={words.branchSearch}
            hint={words.branchSearchHint}
            type="search"
            isOptional
          />
          <Found
            name="branchCode"
            label={words.branch}
            chosen={watch('branchCode')}
            found={branches.data?.bankBranches}
            isOptional={isOptional}
          />
        </>
      )}
      <RadioList
        name="accountType"
        label={words.accountType}
        choices={(['ORDINARY', 'CURRENT'] as const).map((value) => ({ value, label: words.accountTypes[value] }))}
      />
      <TextField
        name="accountNumber"
        label={words.accountNumber}
        hint={words.accountNumberHint}
        inputMode="numeric"
        isOptional={isOptional}
      />
      <TextField name="holderKana" label={words.holderKana} hint={words.holderHint} isOptional={isOptional} />
    </>
  );
}

/** What was found, the chosen one always among it. */
function Found({
  name,
  label,
  chosen,
  found,
  isOptional,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly found: readonly { readonly code: string; readonly name: string }[] | undefined;
  readonly isOptional: boolean;
}) {
  const words = useBankWords();
  if (found === undefined) return null;
  if (found.length === 0) return <Quiet className="mt-2">{words.none}</Quiet>;
  const first = found.slice(0, SHOWN);
  const own = found.find(({ code }) => code === chosen);
  const shown = own && !first.includes(own) ? [own, ...first] : first;
  const choices = shown.map(({ code, name: of }): Choice => ({ value: code, label: words.choice(code, of) }));
  return (
    <>
      <RadioList name={name} label={label} choices={choices} isOptional={isOptional} />
      {found.length > SHOWN ? <Quiet>{words.more}</Quiet> : null}
    </>
  );
}
