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
  const { bankAccount: bank } = profile;
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
      ...accountValues(bank),
    },
    send: async (values) => {
      const { operatorName, representative, contactPerson, postalCode, address, phone, fax, email } = values;
      const said = { operatorName, representative, contactPerson, postalCode, address, phone, fax, email };
      await ask(SetBusinessProfile, { input: { ...said, bankAccount: accountInput(values) } });
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
