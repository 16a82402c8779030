import { ask } from '../../data/ask.js';
import { ResetSecondFactor } from '../../data/generated/reset-second-factor.js';
import { RevokeRole } from '../../data/generated/revoke-role.js';
import { SetAccountDisabled } from '../../data/generated/set-account-disabled.js';
import type { DeskPeopleQuery } from '../../data/generated/types.js';
import { afterSaving } from '../../kit/after-saving.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { P } from '../../kit/text.js';
import { useSettingsWords } from './words.js';

type Person = DeskPeopleQuery['people'][number];

/** What an administrator does about somebody of the desk; each is said again before it is done. */
export function PersonActions({ person: { accountId, roleGrantId, name, isDisabled } }: { readonly person: Person }) {
  const { people: words } = useSettingsWords();
  return (
    <div className="flex flex-wrap">
      <Confirmed
        label={words.resetOf(name)}
        short={words.reset}
        sentence={words.resetLead(name)}
        done={words.resetDone}
        act={async () => ask(ResetSecondFactor, { input: { accountId } })}
      />
      <Confirmed
        label={isDisabled ? words.enableOf(name) : words.disableOf(name)}
        short={isDisabled ? words.enable : words.disable}
        sentence={isDisabled ? words.enableOf(name) : words.disableLead(name)}
        done={isDisabled ? words.enabledDone : words.disabledDone}
        act={async () => ask(SetAccountDisabled, { input: { accountId, isDisabled: !isDisabled } })}
      />
      <Confirmed
        label={words.removeOf(name)}
        short={words.remove}
        sentence={words.removeLead(name)}
        done={words.removed}
        act={async () => ask(RevokeRole, { input: { roleGrantId } })}
      />
    </div>
  );
}

function Confirmed({
  label,
  short,
  sentence,
  done,
  act,
}: {
  readonly label: string;
  readonly short: string;
  readonly sentence: string;
  readonly done: string;
  readonly act: () => Promise<unknown>;
}) {
  return (
    <DialogButton label={label} short={short} look="quiet">
      {(close) => <ConfirmForm label={label} sentence={sentence} done={done} act={act} onDone={close} />}
    </DialogButton>
  );
}

function ConfirmForm({
  label,
  sentence,
  done,
  act,
  onDone,
}: {
  readonly label: string;
  readonly sentence: string;
  readonly done: string;
  readonly act: () => Promise<unknown>;
  readonly onDone: () => void;
}) {
  const filling = useFilling({
    defaultValues: {},
    send: async () => {
      await act();
      await afterSaving(done, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={label} submitLook="danger">
      <P>{sentence}</P>
    </Form>
  );
}
