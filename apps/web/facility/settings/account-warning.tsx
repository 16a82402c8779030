import { ask } from '../../data/ask.js';
import { DisputeBankAccount } from '../../data/generated/dispute-bank-account.js';
import type { FacilitySettingsQuery } from '../../data/generated/types.js';
import { AccountText } from '../../bank/account-text.js';
import { afterSaving } from '../../kit/after-saving.js';
import { ConfirmAct } from '../../kit/confirm-act.js';
import { Message } from '../../kit/message.js';
import { P } from '../../kit/text.js';
import { useFacilitySettingsWords } from './words.js';

/** Somebody else stated where the facility is paid: the way to say "not us". */
export function AccountWarning({ profile }: { readonly profile: FacilitySettingsQuery['businessProfile'] }) {
  const words = useFacilitySettingsWords();
  const { bankAccount, isAccountDisputed, isAccountSetByDesk } = profile;
  if (bankAccount === null) return null;
  if (isAccountDisputed) return <Message kind="warning">{words.account.disputed}</Message>;
  if (!isAccountSetByDesk) return null;
  return (
    <div className="my-4 grid justify-items-start gap-3">
      <Message kind="warning">{words.account.setByDesk}</Message>
      <ConfirmAct
        label={words.account.dispute}
        look="secondary"
        title={words.account.dispute}
        confirmLabel={words.account.dispute}
        run={async () => {
          await ask(DisputeBankAccount, {});
          await afterSaving(words.account.said, () => undefined);
        }}
      >
        <AccountText account={bankAccount} />
        <P>{words.account.follows}</P>
      </ConfirmAct>
    </div>
  );
}
