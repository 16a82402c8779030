import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { SignInChoices } from '../data/generated/sign-in-choices.js';
import { useAsk } from '../data/use-ask.js';
import { Button, PageLink } from '../kit/button.js';
import { FaultMessage, Message } from '../kit/message.js';
import { Page } from '../kit/page.js';
import { P, Quiet, Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { isFault, NoAnswer } from '../data/fault.js';
import { useAfterSignIn } from './after-sign-in.js';
import { canUsePasskeys, signInWithPasskey } from './passkeys.js';
import { PasswordForm } from './password-form.js';
import { Providers } from './providers.js';
import { SamplePeople } from './sample-people.js';
import { useSignInWords } from './words.js';

export function SignInPage() {
  const { signIn: words } = useSignInWords();
  const { areas } = useCommon();
  const { to } = useSearch({ from: '/outside/sign-in' });
  const goOn = useAfterSignIn(to);
  const { data } = useAsk(SignInChoices, {});
  return (
    <Page title={words.title} area={areas.signIn} isNarrow>
      {canUsePasskeys() ? <PasskeyButton onSignedIn={goOn} /> : null}
      <PasswordForm submitLabel={words.submit} onSignedIn={goOn} />
      <p className="mt-3">
        <PageLink to="/forgot">{words.forgot}</PageLink>
      </p>
      <Providers providers={data?.signInProviders ?? []} />
      {data && data.samplePeople.length > 0 ? (
        <Section heading={words.sample}>
          <P>{words.sampleHint}</P>
          <SamplePeople people={data.samplePeople} onSignedIn={goOn} />
        </Section>
      ) : (
        <Quiet className="mt-8">{words.noAccount}</Quiet>
      )}
    </Page>
  );
}

export function PasskeyButton({ onSignedIn }: { readonly onSignedIn: ReturnType<typeof useAfterSignIn> }) {
  const { signIn: words } = useSignInWords();
  const [fault, setFault] = useState<unknown>(null);
  const press = async () => {
    setFault(null);
    try {
      await onSignedIn(await signInWithPasskey());
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <div>
      <Button look="secondary" isFull onClick={() => void press()}>
        {words.passkey}
      </Button>
      <Quiet className="mt-1">{words.passkeyHint}</Quiet>
      {fault === null ? null : isFault(fault) || fault instanceof NoAnswer ? (
        <FaultMessage error={fault} />
      ) : (
        <div role="alert">
          <Message kind="error">{words.passkeyFailed}</Message>
        </div>
      )}
    </div>
  );
}
