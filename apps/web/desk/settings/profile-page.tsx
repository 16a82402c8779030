import { isAdmin, useMe } from '../../app/session.js';
import { AccountText } from '../../bank/account-text.js';
import { DeskSettings } from '../../data/generated/desk-settings.js';
import { useAsk } from '../../data/use-ask.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { Loaded } from '../../kit/loaded.js';
import { Message } from '../../kit/message.js';
import { Facts, Section } from '../../kit/text.js';
import { IssuerForm } from '../facilities/facility-forms.js';
import { useFacilitiesWords } from '../facilities/words.js';
import { ProfileForm } from './profile-form.js';
import { SettingsPage } from './settings-page.js';
import { useSettingsWords } from './words.js';

/** What stands on papers as their sender, and under which number invoices go out. */
export function ProfilePage() {
  const { profile: words, none } = useSettingsWords();
  const issuerWords = useFacilitiesWords();
  const { organisationId: deskId, role } = useMe();
  const query = useAsk(DeskSettings, { deskId });
  return (
    <SettingsPage tab="profile" lead={words.lead}>
      <Loaded query={query}>
        {({ businessProfile: profile, invoiceIssuer: issuer }) => {
          const { bankAccount: bank } = profile;
          return (
            <>
              {profile.missing.length === 0 ? null : (
                <Message kind="warning">
                  {words.missing(profile.missing.map((each) => words.wanted[each]).join('、'))}
                </Message>
              )}
              <Section
                heading={words.heading}
                aside={
                  isAdmin(role) ? (
                    <DialogButton label={words.edit}>
                      {(close) => <ProfileForm profile={profile} onDone={close} />}
                    </DialogButton>
                  ) : null
                }
              >
                <Facts
                  items={[
                    [words.operator, profile.operatorName ?? none],
                    [words.representative, profile.representative ?? none],
                    [words.postalCode, profile.postalCode ?? none],
                    [words.address, profile.address ?? none],
                    [words.phone, profile.phone ?? none],
                    [words.email, profile.email ?? none],
                    [words.bank, bank === null ? none : <AccountText key="bank" account={bank} />],
                  ]}
                />
              </Section>
              <Section
                heading={words.issuer}
                aside={
                  <DialogButton label={words.issuerEdit}>
                    {(close) => <IssuerForm facilityId={null} issuer={issuer} onDone={close} />}
                  </DialogButton>
                }
              >
                <Facts
                  items={[
                    [issuerWords.registration, issuer.registrationNumber ?? issuerWords.noRegistration],
                    [issuerWords.holder, issuerWords.holders[issuer.holder]],
                    [issuerWords.rounding, issuerWords.roundings[issuer.taxRounding]],
                  ]}
                />
              </Section>
            </>
          );
        }}
      </Loaded>
    </SettingsPage>
  );
}
