import { useState } from 'react';
import { ask } from '../data/ask.js';
import { ResetPassword } from '../data/generated/reset-password.js';
import { ButtonLink, PageLink } from '../kit/button.js';
import { PasswordField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Done, Message } from '../kit/message.js';
import { Page } from '../kit/page.js';
import { useCommon } from '../words/common/index.js';
import { useTokenOfLink } from './token.js';
import { useSignInWords } from './words.js';

export function ResetPage() {
  const { reset: words, forgot, signIn, invitation } = useSignInWords();
  const { areas } = useCommon();
  const token = useTokenOfLink();
  const [isDone, setIsDone] = useState(false);
  const filling = useFilling<{ newPassword: string }>({
    defaultValues: { newPassword: '' },
    send: async ({ newPassword }) => {
      await ask(ResetPassword, { input: { token, newPassword } });
      setIsDone(true);
    },
  });
  return (
    <Page title={words.title} area={areas.signIn} isNarrow>
      {isDone ? (
        <>
          <Done takesFocus>{words.done}</Done>
          <ButtonLink to="/sign-in" search={{}}>
            {signIn.submit}
          </ButtonLink>
        </>
      ) : token === '' ? (
        <>
          <Message kind="error">{words.noLink}</Message>
          <PageLink to="/forgot">{forgot.title}</PageLink>
        </>
      ) : (
        <Form filling={filling} submitLabel={words.submit}>
          <PasswordField
            name="newPassword"
            label={words.password}
            hint={invitation.newPasswordHint}
            autoComplete="new-password"
          />
        </Form>
      )}
    </Page>
  );
}
