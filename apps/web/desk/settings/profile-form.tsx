import { ask } from '../../data/ask.js';
import { SetBusinessProfile } from '../../data/generated/set-business-profile.js';
import type { DeskSettingsQuery } from '../../data/generated/types.js';
import { afterSaving } from '../../kit/after-saving.js';
import { RadioList } from '../../kit/choices.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Quiet, Section } from '../../kit/text.js';
import { useSettingsWords } from './words.js';

const ACCOUNT = ['bankName', 'branchName', 'accountNumber', 'holderKana'] as const;

/** The sender of papers; the account only as a whole. */
export function ProfileForm({
  profile,
  onDone,
}: {
  readonly profile: DeskSettingsQuery['businessProfile'];
  readonly onDone: () => void;
}) {
  const { profile: words, saved, save } = useSettingsWords();
  const { bankAccount: bank } = profile;
  const filling = useFilling({
    defaultValues: {
      operatorName: profile.operatorName ?? '',
      representative: profile.representative ?? '',
      postalCode: profile.postalCode ?? '',
      address: profile.address ?? '',
      phone: profile.phone ?? '',
      email: profile.email ?? '',
      bankName: bank?.bankName ?? '',
      branchName: bank?.branchName ?? '',
      accountType: bank?.accountType ?? 'ORDINARY',
      accountNumber: bank?.accountNumber ?? '',
      holderKana: bank?.holderKana ?? '',
    },
    send: async ({ bankName, branchName, accountType, accountNumber, holderKana, ...rest }) => {
      const account = { bankName, branchName, accountNumber, holderKana };
      const isEmpty = ACCOUNT.every((name) => account[name].trim() === '');
      const bankAccount = isEmpty ? null : { ...account, accountType };
      await ask(SetBusinessProfile, { input: { ...rest, bankAccount } });
      await afterSaving(saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={save}>
      <TextField name="operatorName" label={words.operator} hint={words.operatorHint} isOptional />
      <TextField name="representative" label={words.representative} isOptional />
      <TextField name="postalCode" label={words.postalCode} inputMode="numeric" isOptional />
      <TextField name="address" label={words.address} isOptional />
      <TextField name="phone" label={words.phone} type="tel" isOptional />
      <TextField name="email" label={words.email} type="email" isOptional />
      <Section heading={words.bank}>
        <Quiet>{words.bankHint}</Quiet>
        <TextField name="bankName" label={words.bankName} isOptional />
        <TextField name="branchName" label={words.branchName} isOptional />
        <RadioList
          name="accountType"
          label={words.accountType}
          choices={(['ORDINARY', 'CURRENT'] as const).map((value) => ({ value, label: words.accountTypes[value] }))}
        />
        <TextField name="accountNumber" label={words.accountNumber} inputMode="numeric" isOptional />
        <TextField name="holderKana" label={words.holderKana} isOptional />
      </Section>
    </Form>
  );
}
