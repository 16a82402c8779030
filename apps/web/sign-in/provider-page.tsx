import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../data/ask.js';
import { LinkProvider } from '../data/generated/link-provider.js';
import { SignInWithProvider } from '../data/generated/sign-in-with-provider.js';
import { PageLink } from '../kit/button.js';
import { FaultMessage } from '../kit/message.js';
import { Skeleton } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { useCommon } from '../words/common/index.js';
import { useAfterSignIn } from './after-sign-in.js';
import { COMING_BACK_TO } from './providers.js';
import { useSignInWords } from './words.js';

/** Where a provider sends the browser back to. */
export function ProviderPage() {
  const { provider: words } = useSignInWords();
  const { areas } = useCommon();
  const goOn = useAfterSignIn(undefined);
  const navigate = useNavigate();
  const [fault, setFault] = useState<unknown>(null);
  const isBegun = useRef(false);
  useEffect(() => {
    // What the provider gave can be shown once.
    if (isBegun.current) return;
    isBegun.current = true;
    const input = { callbackUrl: location.href };
    history.replaceState(history.state, '', location.pathname);
    const isLinking = sessionStorage.getItem(COMING_BACK_TO) !== null;
    sessionStorage.removeItem(COMING_BACK_TO);
    const settle = async () => {
      if (isLinking) {
        await ask(LinkProvider, { input });
        await navigate({ to: '/account', replace: true });
      } else {
        await goOn((await ask(SignInWithProvider, { input })).signInWithProvider.me);
      }
    };
    settle().catch(setFault);
  }, [goOn, navigate]);
  return (
    <Page title={fault === null ? words.title : words.failed} area={areas.signIn} isNarrow>
      {fault === null ? (
        <Skeleton bars={1} />
      ) : (
        <>
          <FaultMessage error={fault} />
          <PageLink to="/sign-in">{words.back}</PageLink>
        </>
      )}
    </Page>
  );
}
