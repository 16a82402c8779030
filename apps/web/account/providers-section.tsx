import { ask } from '../data/ask.js';
import { BeginProviderLink } from '../data/generated/begin-provider-link.js';
import type { AccountQuery } from '../data/generated/types.js';
import { UnlinkProvider } from '../data/generated/unlink-provider.js';
import { useAct } from '../kit/act.js';
import { Button } from '../kit/button.js';
import { FaultMessage } from '../kit/message.js';
import { Section } from '../kit/text.js';
import { COMING_BACK_TO } from '../sign-in/providers.js';
import { useAccountWords } from './words.js';

export function ProvidersSection({
  linked,
  offered,
}: {
  readonly linked: AccountQuery['linkedProviders'];
  readonly offered: AccountQuery['signInProviders'];
}) {
  const { providers: words } = useAccountWords();
  const act = useAct();
  if (offered.length === 0 && linked.length === 0) return null;
  const nameOf = (key: string) => offered.find((each) => each.key === key)?.name ?? key;
  const link = async (providerKey: string) =>
    act.run(async () => {
      const { beginProviderLink } = await ask(BeginProviderLink, { input: { providerKey } });
      sessionStorage.setItem(COMING_BACK_TO, providerKey);
      location.assign(beginProviderLink.url);
    });
  return (
    <Section heading={words.heading}>
      <ul className="grid gap-2">
        {linked.map(({ id, providerKey }) => (
          <li key={id}>
            <Button
              look="secondary"
              onClick={() =>
                void act.run(async () => void (await ask(UnlinkProvider, { input: { linkedProviderId: id } })))
              }
            >
              {words.remove(nameOf(providerKey))}
            </Button>
          </li>
        ))}
        {offered
          .filter(({ key }) => !linked.some(({ providerKey }) => providerKey === key))
          .map(({ key, name }) => (
            <li key={key}>
              <Button look="secondary" onClick={() => void link(key)}>
                {words.add(name)}
              </Button>
            </li>
          ))}
      </ul>
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </Section>
  );
}
