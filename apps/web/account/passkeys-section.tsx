import { useState } from 'react';
import { ask } from '../data/ask.js';
import { isFault, NoAnswer } from '../data/fault.js';
import { BeginPasskeyRegistration } from '../data/generated/begin-passkey-registration.js';
import { RegisterPasskey } from '../data/generated/register-passkey.js';
import { RemovePasskey } from '../data/generated/remove-passkey.js';
import type { AccountQuery } from '../data/generated/types.js';
import { queryClient } from '../data/use-ask.js';
import { useAct } from '../kit/act.js';
import { Button } from '../kit/button.js';
import { DialogButton } from '../kit/dialog-button.js';
import { TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Empty } from '../kit/loaded.js';
import { Done, FaultMessage, Message } from '../kit/message.js';
import { Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { canUsePasskeys, makePasskey } from '../sign-in/passkeys.js';
import { dayOf, formatDate } from '../words/format.js';
import { useAccountWords } from './words.js';

export function PasskeysSection({ passkeys }: { readonly passkeys: AccountQuery['passkeys'] }) {
  const { passkeys: words } = useAccountWords();
  const act = useAct();
  return (
    <Section heading={words.heading}>
      <P>{words.lead}</P>
      {passkeys.length === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <Table
          caption={words.caption}
          rows={passkeys}
          keyOf={({ id }) => id}
          columns={[
            { heading: words.name, cell: ({ name }) => name },
            { heading: words.made, cell: ({ createdAt }) => formatDate(dayOf(createdAt)) },
            {
              heading: words.used,
              cell: ({ lastUsedAt }) => (lastUsedAt === null ? words.unused : formatDate(dayOf(lastUsedAt))),
            },
            {
              heading: words.action,
              cell: ({ id, name }) => (
                <Button
                  look="quiet"
                  onClick={() =>
                    void act.run(async () => void (await ask(RemovePasskey, { input: { passkeyId: id } })))
                  }
                >
                  {words.remove(name)}
                </Button>
              ),
            },
          ]}
        />
      )}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      {canUsePasskeys() ? <AddPasskey /> : null}
    </Section>
  );
}

function AddPasskey() {
  const { passkeys: words } = useAccountWords();
  const [isAdded, setIsAdded] = useState(false);
  return (
    <>
      {isAdded ? <Done>{words.added}</Done> : null}
      <DialogButton label={words.add}>
        {(close) => (
          <NewPasskey
            onDone={() => {
              setIsAdded(true);
              close();
            }}
          />
        )}
      </DialogButton>
    </>
  );
}

function NewPasskey({ onDone }: { readonly onDone: () => void }) {
  const { passkeys: words } = useAccountWords();
  const [hasFailed, setHasFailed] = useState(false);
  const filling = useFilling<{ name: string }>({
    defaultValues: { name: '' },
    send: async ({ name }) => {
      setHasFailed(false);
      const { beginPasskeyRegistration } = await ask(BeginPasskeyRegistration, {});
      try {
        const responseJson = await makePasskey(beginPasskeyRegistration.optionsJson);
        await ask(RegisterPasskey, { input: { name, responseJson } });
      } catch (error) {
        if (isFault(error) || error instanceof NoAnswer) throw error;
        setHasFailed(true);
        return;
      }
      onDone();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      {hasFailed ? <Message kind="error">{words.failed}</Message> : null}
      <Form filling={filling} submitLabel={words.add}>
        <TextField name="name" label={words.name} hint={words.nameHint} />
      </Form>
    </>
  );
}
