import { ask } from '../data/ask.js';
import { EraseAccount } from '../data/generated/erase-account.js';
import { ResetSecondFactor } from '../data/generated/reset-second-factor.js';
import { SetAccountDisabled } from '../data/generated/set-account-disabled.js';
import { ConfirmAct } from '../kit/confirm-act.js';
import { Page } from '../kit/page.js';
import { More, P } from '../kit/text.js';
import { PeopleSection } from '../people/people-section.js';
import { useCommon } from '../words/common/index.js';
import { usePlatformWords } from './words.js';

const ROLES = ['PLATFORM_ADMIN'] as const;

/** The people of the platform. */
export function PlatformPeoplePage() {
  const { people: words } = usePlatformWords();
  const { areas } = useCommon();
  return (
    <Page title={words.title} area={areas.platform} lead={words.lead}>
      <PeopleSection
        roles={ROLES}
        actionsOf={({ accountId, name, isDisabled }) => (
          <AccountActs accountId={accountId} name={name} isDisabled={isDisabled} />
        )}
      />
    </Page>
  );
}

function AccountActs({
  accountId,
  name,
  isDisabled,
}: {
  readonly accountId: string;
  readonly name: string;
  readonly isDisabled: boolean;
}) {
  const { people: words } = usePlatformWords();
  const { navigation } = useCommon();
  const shut = isDisabled ? words.open(name) : words.close(name);
  return (
    <More summary={`${name} ${navigation.more}`}>
      <div className="grid justify-items-start gap-2">
        <ConfirmAct
          label={shut}
          look="secondary"
          title={shut}
          confirmLabel={shut}
          run={async () => {
            await ask(SetAccountDisabled, { input: { accountId, isDisabled: !isDisabled } });
          }}
        >
          {isDisabled ? null : <P>{words.closeCheck(name)}</P>}
        </ConfirmAct>
        <ConfirmAct
          label={words.reset(name)}
          look="secondary"
          title={words.reset(name)}
          confirmLabel={words.reset(name)}
          run={async () => {
            await ask(ResetSecondFactor, { input: { accountId } });
          }}
        >
          <P>{words.resetCheck(name)}</P>
        </ConfirmAct>
        <ConfirmAct
          label={words.erase(name)}
          look="danger"
          title={words.erase(name)}
          confirmLabel={words.erase(name)}
          run={async () => {
            await ask(EraseAccount, { input: { accountId } });
          }}
        >
          <P>{words.eraseCheck(name)}</P>
        </ConfirmAct>
      </div>
    </More>
  );
}
