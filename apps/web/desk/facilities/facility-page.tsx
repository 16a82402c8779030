import { useParams } from '@tanstack/react-router';
import { isAdmin, useMe, useToday } from '../../app/session.js';
import { IssuerSection } from '../../business/issuer-section.js';
import { ask } from '../../data/ask.js';
import { DeskFacility } from '../../data/generated/desk-facility.js';
import { FacilityChoices } from '../../data/generated/facility-choices.js';
import { RegisterMembership } from '../../data/generated/register-membership.js';
import type { DeskFacilityQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { announce } from '../../kit/announce.js';
import { Button, ButtonLink, ButtonRow, PageLink } from '../../kit/button.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { Loaded } from '../../kit/loaded.js';
import { FaultMessage, Message } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { Facts, P, Quiet, Section } from '../../kit/text.js';
import { formatDate, formatNumber } from '../../words/format.js';
import { LetterPartySection } from '../letters/letter-party.js';
import { BankAccountSection } from '../transfers/bank-account-section.js';
import { InviteForm } from '../settings/invite-form.js';
import { InvitedFirst } from '../settings/invited-first.js';
import { FacilityAbilities } from './facility-abilities.js';
import { EndMembershipForm, MunicipalityForm } from './facility-forms.js';
import { FacilityRecords } from './facility-records.js';
import { useTypeName } from './type-name.js';
import { useFacilitiesWords } from './words.js';

/** One facility: who it is, what it can do, how its work was, and its registration. */
export function FacilityPage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/facilities/$id' });
  const { organisationId: deskId } = useMe();
  const query = useAsk(DeskFacility, { id, deskId });
  return <Loaded query={query}>{(data) => <Content data={data} />}</Loaded>;
}

function Content({ data }: { readonly data: DeskFacilityQuery }) {
  const words = useFacilitiesWords();
  const { organisationId: deskId } = useMe();
  const { facility } = data;
  return (
    <Page title={facility.name} area={words.title}>
      <PageLink to="/desk/facilities">{words.back}</PageLink>
      <Profile facility={facility} />
      <Attended facility={facility} />
      <FacilityAbilities facility={facility} />
      <ButtonRow>
        <ButtonLink to="/desk/facilities/$id/calendar" params={{ id: facility.id }} look="secondary">
          {words.toCalendar}
        </ButtonLink>
      </ButtonRow>
      <Quality qualities={data.qualities} />
      <FacilityRecords facility={facility} />
      <LetterPartySection party={{ facilityId: facility.id }} />
      <BankAccountSection facilityId={facility.id} />
      <IssuerSection deskId={deskId} facilityId={facility.id} issuer={data.invoiceIssuer} canEdit />
      <Registration facility={facility} memberships={data.memberships.items} />
    </Page>
  );
}

type Facility = DeskFacilityQuery['facility'];

function Profile({ facility }: { readonly facility: Facility }) {
  const words = useFacilitiesWords();
  const typeName = useTypeName(useAsk(FacilityChoices, {}).data);
  return (
    <Section
      heading={words.profile}
      aside={
        <DialogButton label={words.setMunicipality}>
          {(close) => (
            <MunicipalityForm facilityId={facility.id} municipality={facility.municipality ?? ''} onDone={close} />
          )}
        </DialogButton>
      }
    >
      <Facts
        items={[
          [words.type, typeName(facility.typeCode)],
          [words.municipality, facility.municipality ?? words.unknown],
          [words.capacity, facility.capacityPersons === null ? words.unknown : words.persons(facility.capacityPersons)],
          facility.corporationName !== null && [words.corporation, facility.corporationName],
          facility.facilityNumber !== null && [words.number, facility.facilityNumber],
          facility.address !== null && [words.address, facility.address],
          facility.registrySource !== null && [words.source, facility.registrySource],
          facility.servicesText !== '' && [words.services, facility.servicesText],
        ]}
      />
    </Section>
  );
}

/** Whether anybody reads what is sent; if not, the desk invites the first person. */
function Attended({ facility: { id, isAttended } }: { readonly facility: Facility }) {
  const words = useFacilitiesWords();
  return (
    <Section heading={words.attended}>
      {isAttended === false ? (
        <>
          <Message kind="warning">{words.attendedNo}</Message>
          <InvitedFirst organisationId={id} />
          <DialogButton label={words.invite} look="primary">
            {(close) => <InviteForm organisationId={id} roles={['FACILITY_ADMIN']} onDone={close} />}
          </DialogButton>
        </>
      ) : (
        <P>{words.attendedYes}</P>
      )}
    </Section>
  );
}

function Quality({ qualities: [quality] }: { readonly qualities: DeskFacilityQuery['qualities'] }) {
  const words = useFacilitiesWords();
  const percent = (permille: number) => `${formatNumber(permille / 10)}%`;
  if (!quality || (quality.dueShares === 0 && quality.inspectedUnits === 0 && quality.offers === 0)) {
    return (
      <Section heading={words.quality}>
        <Quiet>{words.qualityNone}</Quiet>
      </Section>
    );
  }
  const { onTimePermille, defectPermille, answeredPermille } = quality;
  return (
    <Section heading={words.quality}>
      <Facts
        items={[
          onTimePermille !== null && [words.onTime, words.of(percent(onTimePermille), formatNumber(quality.dueShares))],
          defectPermille !== null && [
            words.defects,
            words.ofUnits(percent(defectPermille), formatNumber(quality.inspectedUnits)),
          ],
          answeredPermille !== null && [
            words.answered,
            words.of(percent(answeredPermille), formatNumber(quality.offers)),
          ],
        ]}
      />
    </Section>
  );
}

function Registration({
  facility: { id },
  memberships,
}: {
  readonly facility: Facility;
  readonly memberships: DeskFacilityQuery['memberships']['items'];
}) {
  const words = useFacilitiesWords();
  const me = useMe();
  const today = useToday();
  return (
    <Section heading={words.membership}>
      <ul className="grid gap-3">
        {memberships.map(({ id: membershipId, joinedOn, leftOn, leftReason, availableActions }) => (
          <li key={membershipId} className="flex flex-wrap items-center gap-3">
            <span>
              {leftOn === null
                ? words.since(formatDate(joinedOn, today))
                : words.until(formatDate(joinedOn, today), formatDate(leftOn, today))}
            </span>
            {leftReason === null || leftReason === '' ? null : <Quiet>{leftReason}</Quiet>}
            {isAdmin(me.role) && availableActions.includes('end') ? (
              <DialogButton label={words.end} look="danger">
                {(close) => <EndMembershipForm facilityId={id} onDone={close} />}
              </DialogButton>
            ) : null}
          </li>
        ))}
      </ul>
      {isAdmin(me.role) && memberships.every(({ leftOn }) => leftOn !== null) ? (
        <RegisterAgain facilityId={id} />
      ) : null}
    </Section>
  );
}

/** One that has left comes back. */
function RegisterAgain({ facilityId }: { readonly facilityId: string }) {
  const words = useFacilitiesWords();
  const act = useAct();
  const register = async () =>
    act.run(async (idempotencyKey) => {
      await ask(RegisterMembership, { input: { idempotencyKey, facilityId } });
      announce(words.againDone);
    });
  return (
    <div className="mt-4">
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <Button look="secondary" isOff={act.isUnderWay} onClick={() => void register()}>
        {words.again}
      </Button>
    </div>
  );
}
