import { useParams } from '@tanstack/react-router';
import { OrderToCopy } from '../../data/generated/order-to-copy.js';
import { useAsk } from '../../data/use-ask.js';
import { PageLink } from '../../kit/button.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { useCommon } from '../../words/common/index.js';
import { PublicationSections } from './publication-sections.js';
import { useGovernmentWords } from './words.js';

/** What a government publishes about one of its orders. */
export function PublicationsPage() {
  const { publications: words } = useGovernmentWords();
  const { areas } = useCommon();
  const { id } = useParams({ from: '/inside/buyer-area/buyer/orders/$id/publications' });
  const order = useAsk(OrderToCopy, { id });
  return (
    <Loaded query={order}>
      {({ workOrder }) => (
        <Page title={words.orderTitle(workOrder.number)} area={areas.buyer} lead={words.lead}>
          <p className="font-bold">{workOrder.title}</p>
          <PublicationSections workOrderId={id} />
          <p className="mt-6">
            <PageLink to="/buyer/orders/$id" params={{ id }}>
              {words.back}
            </PageLink>
          </p>
        </Page>
      )}
    </Loaded>
  );
}
