import { isAdmin, useMe } from '../../app/session.js';
import { HeadCountsSection } from '../../business/head-counts-section.js';
import { IssuerSection } from '../../business/issuer-section.js';
import { ProfileSection } from '../../business/profile-section.js';
import { FacilitySettings } from '../../data/generated/facility-settings.js';
import { OwnDesks } from '../../data/generated/own-desks.js';
import { OwnIssuer } from '../../data/generated/own-issuer.js';
import type { FacilitySettingsQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { EnteringSetting } from '../../entering/entering-setting.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Facts, Section } from '../../kit/text.js';
import { PeopleSection } from '../../people/people-section.js';
import { useCommon } from '../../words/common/index.js';
import { useLanguage } from '../../words/language.js';
import { AccountWarning } from './account-warning.js';
import { AboutForm } from './about-form.js';
import { useFacilitySettingsWords } from './words.js';

const ROLES = ['FACILITY_MEMBER', 'FACILITY_ADMIN'] as const;

/** The facility itself: what desks read of it, who uses the pages, what papers and invoices say. */
export function FacilitySettingsPage() {
  const words = useFacilitySettingsWords();
  const { areas } = useCommon();
  const { organisationId, role } = useMe();
  const query = useAsk(FacilitySettings, { id: organisationId });
  const desks = useAsk(OwnDesks, {});
  return (
    <Page title={words.title} area={areas.facility}>
      <Loaded query={query}>
        {(data) => (
          <>
            <About data={data} />
            <PeopleSection roles={ROLES} />
            <AccountWarning profile={data.businessProfile} />
            <ProfileSection profile={data.businessProfile} canEdit={isAdmin(role)} />
            {(desks.data?.memberships.items ?? []).map(({ desk }) => (
              <OwnIssuerSection key={desk.id} desk={desk} />
            ))}
            <HeadCountsSection facilityId={organisationId} headCounts={data.facility.headCounts} />
          </>
        )}
      </Loaded>
      <EnteringSetting />
    </Page>
  );
}

function About({ data: { facility, facilityTypes } }: { readonly data: FacilitySettingsQuery }) {
  const words = useFacilitySettingsWords();
  const language = useLanguage();
  const { role } = useMe();
  const type = facilityTypes.find(({ code }) => code === facility.typeCode);
  return (
    <Section
      heading={words.about}
      aside={
        isAdmin(role) ? (
          <DialogButton label={words.edit}>
            {(close) => <AboutForm facility={facility} types={facilityTypes} onDone={close} />}
          </DialogButton>
        ) : null
      }
    >
      <Facts
        items={[
          [words.name, facility.name],
          [words.type, (language === 'en' ? type?.nameEn : type?.nameJa) ?? ''],
          [words.municipality, facility.municipality ?? words.unknown],
          [words.capacity, facility.capacityPersons === null ? words.unknown : words.persons(facility.capacityPersons)],
          facility.servicesText === '' ? null : [words.services, facility.servicesText],
        ]}
      />
    </Section>
  );
}

function OwnIssuerSection({ desk }: { readonly desk: { readonly id: string; readonly name: string } }) {
  const words = useFacilitySettingsWords();
  const { organisationId: facilityId, role } = useMe();
  const query = useAsk(OwnIssuer, { input: { deskId: desk.id, facilityId } });
  return (
    <Loaded query={query}>
      {({ invoiceIssuer }) => (
        <IssuerSection
          deskId={desk.id}
          facilityId={facilityId}
          issuer={invoiceIssuer}
          heading={words.issuerOf(desk.name)}
          canEdit={isAdmin(role)}
        />
      )}
    </Loaded>
  );
}
