import { useState } from 'react';
import { ask } from '../data/ask.js';
import { RequestPasswordReset } from '../data/generated/request-password-reset.js';
import { PageLink } from '../kit/button.js';
import { TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Done } from '../kit/message.js';
import { Page } from '../kit/page.js';
import { P } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { useSignInWords } from './words.js';

export function ForgotPage() {
  const { forgot: words, signIn } = useSignInWords();
  const { areas } = useCommon();
  const [isSent, setIsSent] = useState(false);
  const filling = useFilling<{ email: string }>({
    defaultValues: { email: '' },
    send: async ({ email }) => {
      await ask(RequestPasswordReset, { input: { email: email.normalize('NFKC').trim() } });
      setIsSent(true);
    },
  });
  return (
    <Page title={words.title} area={areas.signIn} isNarrow>
      {isSent ? (
        <Done takesFocus>{words.done}</Done>
      ) : (
        <>
          <P>{words.lead}</P>
          <Form filling={filling} submitLabel={words.submit}>
            <TextField name="email" label={signIn.email} type="email" autoComplete="username" inputMode="email" />
          </Form>
        </>
      )}
      <p className="mt-6">
        <PageLink to="/sign-in" search={{}}>
          {words.back}
        </PageLink>
      </p>
    </Page>
  );
}
