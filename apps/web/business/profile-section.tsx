import { AccountText } from '../bank/account-text.js';
import { DialogButton } from '../kit/dialog-button.js';
import { Message } from '../kit/message.js';
import { Facts, P, Section } from '../kit/text.js';
import type { Profile } from './profile.js';
import { ProfileForm } from './profile-form.js';
import { useBusinessWords } from './words.js';

/** What stands on papers as their sender. */
export function ProfileSection({ profile, canEdit }: { readonly profile: Profile; readonly canEdit: boolean }) {
  const { profile: words, none } = useBusinessWords();
  const { bankAccount: bank } = profile;
  return (
    <Section
      heading={words.heading}
      aside={
        canEdit ? (
          <DialogButton label={words.edit}>{(close) => <ProfileForm profile={profile} onDone={close} />}</DialogButton>
        ) : null
      }
    >
      <P className="mb-3">{words.lead}</P>
      {profile.missing.length === 0 ? null : (
        <Message kind="warning">{words.missing(profile.missing.map((each) => words.wanted[each]).join('、'))}</Message>
      )}
      <Facts
        items={[
          [words.operator, profile.operatorName ?? none],
          [words.representative, profile.representative ?? none],
          [words.contactPerson, profile.contactPerson ?? none],
          [words.postalCode, profile.postalCode ?? none],
          [words.address, profile.address ?? none],
          [words.phone, profile.phone ?? none],
          [words.fax, profile.fax ?? none],
          [words.email, profile.email ?? none],
          [words.bank, bank === null ? none : <AccountText key="bank" account={bank} />],
        ]}
      />
    </Section>
  );
}
