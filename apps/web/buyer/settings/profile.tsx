import { useState } from 'react';
import { isAdmin, useMe } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { SetBusinessProfile } from '../../data/generated/set-business-profile.js';
import type { BuyerSettingsQuery } from '../../data/generated/types.js';
import { queryClient } from '../../data/use-ask.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Done, Message } from '../../kit/message.js';
import { Facts, P, Section } from '../../kit/text.js';
import { useSettingsWords } from './words.js';

type Profile = BuyerSettingsQuery['businessProfile'];

const FIELDS = ['postalCode', 'address', 'phone', 'email', 'representative', 'contactPerson', 'operatorName'] as const;
type Values = Record<(typeof FIELDS)[number], string>;

/** What papers say of the buyer. */
export function ProfileSection({ profile }: { readonly profile: Profile }) {
  const words = useSettingsWords();
  const me = useMe();
  // A buyer pays; it names no account.
  const isMissing = profile.missing.some((statement) => statement !== 'BANK_ACCOUNT');
  return (
    <Section heading={words.profile} id="profile">
      <P>{words.profileLead}</P>
      {isMissing ? <Message kind="warning">{words.missing}</Message> : null}
      {isAdmin(me.role) ? (
        <ProfileForm profile={profile} />
      ) : (
        <Facts items={FIELDS.map((field) => [words[field], profile[field] ?? ''] as const)} />
      )}
    </Section>
  );
}

function ProfileForm({ profile }: { readonly profile: Profile }) {
  const words = useSettingsWords();
  const [isSaved, setIsSaved] = useState(false);
  const filling = useFilling<Values>({
    defaultValues: Object.fromEntries(FIELDS.map((field) => [field, profile[field] ?? ''])),
    send: async (values) => {
      await ask(SetBusinessProfile, { input: values });
      setIsSaved(true);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.saveProfile} submitLook="secondary" label={words.profile}>
      {FIELDS.map((field) => (
        <TextField key={field} name={field} label={words[field]} isOptional />
      ))}
      {isSaved ? <Done>{words.saved}</Done> : null}
    </Form>
  );
}
