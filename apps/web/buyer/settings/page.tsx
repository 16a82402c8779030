import { useState } from 'react';
import { isAdmin, useMe } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { BuyerSettings } from '../../data/generated/buyer-settings.js';
import { IssueBuyerCode } from '../../data/generated/issue-buyer-code.js';
import { OwnTerms } from '../../data/generated/own-terms.js';
import { useAsk } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { EnteringSetting } from '../../entering/entering-setting.js';
import { Button, PageLink } from '../../kit/button.js';
import { Loaded } from '../../kit/loaded.js';
import { Done, FaultMessage } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { Facts, P, Quiet, Section } from '../../kit/text.js';
import { PeopleSection } from '../../people/people-section.js';
import { useCommon } from '../../words/common/index.js';
import { DepartmentsSection } from './departments.js';
import { ProfileSection } from './profile.js';
import { useSettingsWords } from './words.js';

const ROLES = ['BUYER_MEMBER', 'BUYER_ADMIN'] as const;

/** The buyer itself: who, which parts, what papers say, and how it pays. */
export function SettingsPage() {
  const words = useSettingsWords();
  const { areas } = useCommon();
  const me = useMe();
  const query = useAsk(BuyerSettings, {});
  return (
    <Page title={words.title} area={areas.buyer}>
      <PeopleSection roles={ROLES} />
      <Loaded query={query}>
        {({ buyers: [buyer], desks, businessProfile }) => (
          <>
            {buyer ? <DepartmentsSection buyerId={buyer.id} departments={buyer.departments} /> : null}
            <ProfileSection profile={businessProfile} />
            <Section heading={words.terms}>
              {desks.map((desk) => (
                <Terms key={desk.id} buyerId={me.organisationId} desk={desk} />
              ))}
              <Quiet className="mt-2">{words.termsHint}</Quiet>
            </Section>
            {buyer?.kind === 'GOVERNMENT' ? (
              <Section heading={words.rules}>
                <ul>
                  <li>
                    <PageLink to="/buyer/rules">{words.toRules}</PageLink>
                  </li>
                  <li>
                    <PageLink to="/buyer/publications">{words.toPublications}</PageLink>
                  </li>
                  <li>
                    <PageLink to="/buyer/results">{words.toResults}</PageLink>
                  </li>
                </ul>
              </Section>
            ) : null}
            {isAdmin(me.role) ? <RegistrationCode /> : null}
          </>
        )}
      </Loaded>
      <EnteringSetting />
      {isAdmin(me.role) ? (
        <Section heading={words.tokens}>
          <PageLink to="/account">{words.toTokens}</PageLink>
        </Section>
      ) : null}
    </Page>
  );
}

function Terms({
  buyerId,
  desk,
}: {
  readonly buyerId: string;
  readonly desk: { readonly id: string; readonly name: string };
}) {
  const words = useSettingsWords();
  const query = useAsk(OwnTerms, { input: { buyerId, deskId: desk.id } });
  return (
    <Loaded query={query}>
      {({ buyerTerms: terms }) => (
        <>
          <h3 className="mb-2">{words.termsOf(desk.name)}</h3>
          <Facts
            items={[
              [words.billing, words.billings[terms.billing]],
              terms.billing === 'MONTHLY' ? [words.closing, words.closingDay(terms.closingDay)] : null,
              [words.payment, words.paymentDay(terms.paymentMonths, terms.paymentDay)],
              [words.acceptance, words.days(terms.acceptanceDays)],
              [words.pricing, words.pricings[terms.pricing]],
              [words.signedPaper, terms.needsSignedPaper ? words.needed : words.notNeeded],
            ]}
          />
        </>
      )}
    </Loaded>
  );
}

function RegistrationCode() {
  const words = useSettingsWords();
  const [code, setCode] = useState<string | null>(null);
  const act = useAct();
  const make = async () => act.run(async () => setCode((await ask(IssueBuyerCode, {})).issueRegistrationCode.code));
  return (
    <Section heading={words.code}>
      <P className="mb-4">{words.codeLead}</P>
      {code === null ? null : <Done>{words.codeIs(code)}</Done>}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <Button look="secondary" isOff={act.isUnderWay} onClick={() => void make()}>
        {words.makeCode}
      </Button>
    </Section>
  );
}
