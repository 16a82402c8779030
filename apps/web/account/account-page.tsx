import { LanguageSwitch } from '../app/language-switch.js';
import { useMe } from '../app/session.js';
import { Account } from '../data/generated/account.js';
import { useAsk } from '../data/use-ask.js';
import { Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { Facts, Quiet, Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { WebhooksSection } from '../webhooks/webhooks-section.js';
import { ApiTokensSection } from './api-tokens.js';
import { OwnData } from './own-data.js';
import { PasskeysSection } from './passkeys-section.js';
import { PasswordSection } from './password-section.js';
import { ProvidersSection } from './providers-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsSection } from './sessions-section.js';
import { useAccountWords } from './words.js';

/** Who lets programs of the organisation act, and has them told. */
const PROGRAM_OWNERS: ReadonlySet<string> = new Set(['BUYER_ADMIN', 'DESK_ADMIN', 'FACILITY_ADMIN']);

export function AccountPage() {
  const { account: words } = useAccountWords();
  const { areas, roles } = useCommon();
  const me = useMe();
  const query = useAsk(Account, {});
  return (
    <Page title={words.title} area={areas.account}>
      <Facts
        items={[
          [words.name, me.name],
          [words.email, me.email],
          [words.acting, `${me.organisationName ?? ''} ${roles[me.role]}`],
        ]}
      />
      <Section heading={words.language}>
        <LanguageSwitch />
        <Quiet className="mt-1">{words.languageHint}</Quiet>
      </Section>
      <Quiet className="mt-8">{words.fresh}</Quiet>
      <PasswordSection />
      <Loaded query={query}>
        {({ passkeys, sessions, linkedProviders, signInProviders }) => (
          <>
            <PasskeysSection passkeys={passkeys} />
            <SecondFactorSection />
            <ProvidersSection linked={linkedProviders} offered={signInProviders} />
            {PROGRAM_OWNERS.has(me.role) ? <ApiTokensSection /> : null}
            {PROGRAM_OWNERS.has(me.role) ? <WebhooksSection /> : null}
            <SessionsSection sessions={sessions} />
          </>
        )}
      </Loaded>
      <OwnData accountId={me.accountId} />
    </Page>
  );
}
