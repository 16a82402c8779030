import { BuyerSettings } from '../../../data/generated/buyer-settings.js';
import { useAsk } from '../../../data/use-ask.js';
import { ButtonLink, ButtonRow } from '../../../kit/button.js';
import { useGovernmentWords } from '../../government/words.js';
import type { Order } from './order.js';

/** For a government: by which item it orders, and what it publishes. */
export function GovernmentLinks({ order: { id, status } }: { readonly order: Order }) {
  const { links: words } = useGovernmentWords();
  const { data } = useAsk(BuyerSettings, {});
  if (status === 'DRAFT' || data?.buyers[0]?.kind !== 'GOVERNMENT') return null;
  return (
    <ButtonRow>
      <ButtonLink to="/buyer/orders/$id/basis" params={{ id }} look="secondary">
        {words.basis}
      </ButtonLink>
      <ButtonLink to="/buyer/orders/$id/publications" params={{ id }} look="secondary">
        {words.publications}
      </ButtonLink>
    </ButtonRow>
  );
}
