import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../data/ask.js';
import { Me } from '../data/generated/me.js';
import { PresentSecondFactor } from '../data/generated/present-second-factor.js';
import { meOptions, type Person, signOut } from '../app/session.js';
import { Button, ButtonRow } from '../kit/button.js';
import { TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Skeleton } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { More, P } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { useAfterSignIn } from './after-sign-in.js';
import { EnrolTotpSteps } from './enrol-totp.js';
import { PasskeyButton } from './sign-in-page.js';
import { useSignInWords } from './words.js';

/** What a session still owes before it may do anything else. */
export function SecondFactorPage() {
  const { second: words } = useSignInWords();
  const { areas } = useCommon();
  const { to } = useSearch({ from: '/outside/sign-in/second' });
  const goOn = useAfterSignIn(to);
  const navigate = useNavigate();
  const { data, isError } = useQuery(meOptions);
  if (isError) return <Navigate to="/sign-in" search={to === undefined ? {} : { to }} replace />;
  if (!data) return <Skeleton bars={1} />;
  const step = data.me.secondFactorStep;
  if (step === 'NONE') return <Navigate to={to ?? '/'} replace />;
  const title = { CODE: words.title, PASSKEY: words.passkeyTitle, ENROL: words.enrolTitle }[step];
  const leave = async () => {
    await signOut();
    await navigate({ to: '/sign-in', search: {} });
  };
  return (
    <Page title={title} area={areas.signIn} isNarrow>
      {step === 'CODE' ? <CodeForm onSignedIn={goOn} /> : null}
      {step === 'PASSKEY' ? (
        <>
          <P className="mb-4">{words.passkeyLead}</P>
          <PasskeyButton onSignedIn={goOn} />
        </>
      ) : null}
      {step === 'ENROL' ? (
        <>
          <P className="mb-4">{words.enrolLead}</P>
          <EnrolTotpSteps
            beginLabel={words.enrolTitle}
            onDone={() => void ask(Me, {}).then(async ({ me }) => goOn(me))}
          />
        </>
      ) : null}
      <ButtonRow>
        <Button look="quiet" onClick={() => void leave()}>
          {words.leave}
        </Button>
      </ButtonRow>
    </Page>
  );
}

export function CodeForm({ onSignedIn }: { readonly onSignedIn: (me: Person) => Promise<void> }) {
  const { second: words } = useSignInWords();
  const filling = useFilling<{ code: string }>({
    defaultValues: { code: '' },
    send: async ({ code }) => {
      const input = { code: code.normalize('NFKC').trim() };
      await onSignedIn((await ask(PresentSecondFactor, { input })).presentSecondFactor.me);
    },
  });
  return (
    <>
      <P>{words.lead}</P>
      <Form filling={filling} submitLabel={words.submit}>
        <TextField name="code" label={words.code} autoComplete="one-time-code" />
      </Form>
      <More summary={words.recovery}>
        <P>{words.recoveryHint}</P>
      </More>
    </>
  );
}
