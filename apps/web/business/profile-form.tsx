import { AccountFields } from '../bank/account-fields.js';
import { accountInput, accountValues } from '../bank/account.js';
import { ask } from '../data/ask.js';
import { SetBusinessProfile } from '../data/generated/set-business-profile.js';
import { afterSaving } from '../kit/after-saving.js';
import { TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Quiet, Section } from '../kit/text.js';
import type { Profile } from './profile.js';
import { useBusinessWords } from './words.js';

/** The sender of papers; the account only as a whole. */
export function ProfileForm({ profile, onDone }: { readonly profile: Profile; readonly onDone: () => void }) {
  const { profile: words, saved, save } = useBusinessWords();
  // One that is not its own is stated again or not at all.
  const account = accountValues(profile.isAccountDisputed === true ? null : profile.bankAccount);
  const filling = useFilling({
    defaultValues: {
      operatorName: profile.operatorName ?? '',
      representative: profile.representative ?? '',
      contactPerson: profile.contactPerson ?? '',
      postalCode: profile.postalCode ?? '',
      address: profile.address ?? '',
      phone: profile.phone ?? '',
      fax: profile.fax ?? '',
      email: profile.email ?? '',
      ...account,
    },
    send: async (values) => {
      const { operatorName, representative, contactPerson, postalCode, address, phone, fax, email } = values;
      const said = { operatorName, representative, contactPerson, postalCode, address, phone, fax, email };
      // Who changes a telephone number states no account: everybody who pays into it would be told of a new one.
      const bankAccount = accountInput(values);
      const isStated = JSON.stringify(bankAccount) !== JSON.stringify(accountInput(account));
      await ask(SetBusinessProfile, { input: { ...said, ...(isStated ? { bankAccount } : {}) } });
      await afterSaving(saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={save}>
      <TextField name="operatorName" label={words.operator} hint={words.operatorHint} isOptional />
      <TextField name="representative" label={words.representative} isOptional />
      <TextField name="contactPerson" label={words.contactPerson} hint={words.contactPersonHint} isOptional />
      <TextField name="postalCode" label={words.postalCode} inputMode="numeric" isOptional />
      <TextField name="address" label={words.address} isOptional />
      <TextField name="phone" label={words.phone} type="tel" isOptional />
      <TextField name="fax" label={words.fax} type="tel" isOptional />
      <TextField name="email" label={words.email} type="email" isOptional />
      <Section heading={words.bank}>
        <Quiet>{words.bankHint}</Quiet>
        <AccountFields isOptional />
      </Section>
    </Form>
  );
}
