import { useState } from 'react';
import { ask } from '../data/ask.js';
import { BeginProviderSignIn } from '../data/generated/begin-provider-sign-in.js';
import { Button } from '../kit/button.js';
import { FaultMessage } from '../kit/message.js';
import { useSignInWords } from './words.js';

/** What the browser is to come back for: signing in, or adding the provider to an account. */
export const COMING_BACK_TO = 'yui-provider-link';

/** Organisations whose people sign in through their own service. */
export function Providers({ providers }: { readonly providers: readonly { key: string; name: string }[] }) {
  const { signIn: words } = useSignInWords();
  const [fault, setFault] = useState<unknown>(null);
  const press = async (providerKey: string) => {
    setFault(null);
    try {
      const { beginProviderSignIn } = await ask(BeginProviderSignIn, { input: { providerKey } });
      sessionStorage.removeItem(COMING_BACK_TO);
      location.assign(beginProviderSignIn.url);
    } catch (error) {
      setFault(error);
    }
  };
  if (providers.length === 0) return null;
  return (
    <ul className="mt-6 grid gap-2">
      {providers.map(({ key, name }) => (
        <li key={key}>
          <Button look="secondary" isFull onClick={() => void press(key)}>
            {words.provider(name)}
          </Button>
        </li>
      ))}
      {fault === null ? null : <FaultMessage error={fault} />}
    </ul>
  );
}
