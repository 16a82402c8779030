import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../data/ask.js';
import { AcceptInvitation } from '../data/generated/accept-invitation.js';
import { BeginInvitationPasskey } from '../data/generated/begin-invitation-passkey.js';
import { Invitation } from '../data/generated/invitation.js';
import { JoinOrganisation } from '../data/generated/join-organisation.js';
import type { InvitationQuery } from '../data/generated/types.js';
import { isFault, NoAnswer } from '../data/fault.js';
import { useAsk } from '../data/use-ask.js';
import { meOptions } from '../app/session.js';
import { Button } from '../kit/button.js';
import { PasswordField, TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { FaultMessage, Message } from '../kit/message.js';
import { Skeleton } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { P } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { useAfterSignIn } from './after-sign-in.js';
import { canUsePasskeys, makePasskey } from './passkeys.js';
import { PasswordForm } from './password-form.js';
import { useTokenOfLink } from './token.js';
import { useSignInWords } from './words.js';

type Preview = InvitationQuery['invitation'];

export function InvitationPage() {
  const { invitation: words } = useSignInWords();
  const { areas, roles } = useCommon();
  const token = useTokenOfLink();
  const goOn = useAfterSignIn(undefined);
  const invitation = useAsk(Invitation, { token }, { isWanted: token !== '' });
  const me = useQuery({ ...meOptions, retry: false }).data?.me;
  const preview = invitation.data?.invitation;
  return (
    <Page title={words.title} area={areas.signIn} isNarrow>
      {token === '' ? <Message kind="error">{words.noLink}</Message> : null}
      {invitation.isError ? <FaultMessage error={invitation.error} /> : null}
      {invitation.isLoading ? <Skeleton bars={1} /> : null}
      {preview ? (
        <>
          <P className="text-lg">{words.lead(preview.organisationName ?? areas.platform, roles[preview.role])}</P>
          {me?.email === preview.email ? (
            <Join {...{ token, name: me.name }} onJoined={goOn} />
          ) : preview.hasAccount ? (
            <>
              <P className="mt-3">{words.hasAccount(preview.email)}</P>
              <PasswordForm
                email={preview.email}
                invitationToken={token}
                submitLabel={words.signInToJoin}
                onSignedIn={goOn}
              />
            </>
          ) : (
            <NewAccount {...{ token, preview }} onSignedIn={goOn} />
          )}
        </>
      ) : null}
    </Page>
  );
}

function Join({
  token,
  name,
  onJoined,
}: {
  readonly token: string;
  readonly name: string;
  readonly onJoined: ReturnType<typeof useAfterSignIn>;
}) {
  const { invitation: words } = useSignInWords();
  const [fault, setFault] = useState<unknown>(null);
  const press = async () => {
    try {
      await onJoined((await ask(JoinOrganisation, { input: { token } })).joinOrganisation.me);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <>
      <P className="my-3">{words.joinLead(name)}</P>
      {fault === null ? null : <FaultMessage error={fault} />}
      <Button onClick={() => void press()}>{words.join}</Button>
    </>
  );
}

function NewAccount({
  token,
  preview,
  onSignedIn,
}: {
  readonly token: string;
  readonly preview: Preview;
  readonly onSignedIn: ReturnType<typeof useAfterSignIn>;
}) {
  const { invitation: words, signIn } = useSignInWords();
  const [fault, setFault] = useState<unknown>(null);
  const filling = useFilling<{ name: string; password: string }>({
    defaultValues: { name: '', password: '' },
    send: async ({ name, password }) => {
      await onSignedIn((await ask(AcceptInvitation, { input: { token, name, password } })).acceptInvitation.me);
    },
  });
  const withPasskey = async () => {
    setFault(null);
    if (!(await filling.form.trigger('name'))) return;
    const name = filling.form.getValues('name');
    try {
      const { beginInvitationPasskey } = await ask(BeginInvitationPasskey, { input: { token, name } });
      const passkeyResponseJson = await makePasskey(beginInvitationPasskey.optionsJson);
      await onSignedIn(
        (await ask(AcceptInvitation, { input: { token, name, passkeyResponseJson } })).acceptInvitation.me,
      );
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <>
      <Form
        filling={filling}
        submitLabel={words.accept}
        others={
          canUsePasskeys() ? (
            <Button look="secondary" onClick={() => void withPasskey()}>
              {words.withPasskey}
            </Button>
          ) : null
        }
      >
        <P className="mt-3">{`${signIn.email}: ${preview.email}`}</P>
        <TextField name="name" label={words.name} autoComplete="name" />
        <PasswordField
          name="password"
          label={words.newPassword}
          hint={words.newPasswordHint}
          autoComplete="new-password"
        />
      </Form>
      {fault === null ? null : isFault(fault) || fault instanceof NoAnswer ? (
        <FaultMessage error={fault} />
      ) : (
        <div role="alert">
          <Message kind="error">{words.passkeyFailed}</Message>
        </div>
      )}
    </>
  );
}
