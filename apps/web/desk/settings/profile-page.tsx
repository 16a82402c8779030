import { isAdmin, useMe } from '../../app/session.js';
import { IssuerSection } from '../../business/issuer-section.js';
import { ProfileSection } from '../../business/profile-section.js';
import { DeskSettings } from '../../data/generated/desk-settings.js';
import { useAsk } from '../../data/use-ask.js';
import { Loaded } from '../../kit/loaded.js';
import { SettingsPage } from './settings-page.js';

/** What stands on papers as their sender, and under which number invoices go out. */
export function ProfilePage() {
  const { organisationId: deskId, role } = useMe();
  const query = useAsk(DeskSettings, { deskId });
  return (
    <SettingsPage tab="profile">
      <Loaded query={query}>
        {({ businessProfile, invoiceIssuer }) => (
          <>
            <ProfileSection profile={businessProfile} canEdit={isAdmin(role)} />
            <IssuerSection deskId={deskId} facilityId={null} issuer={invoiceIssuer} canEdit />
          </>
        )}
      </Loaded>
    </SettingsPage>
  );
}
