import { useParams } from '@tanstack/react-router';
import { PublicationSections } from '../../../buyer/government/publication-sections.js';
import { useGovernmentWords } from '../../../buyer/government/words.js';
import { ContractBasis } from '../../../data/generated/contract-basis.js';
import { useAsk } from '../../../data/use-ask.js';
import { ButtonLink } from '../../../kit/button.js';
import { Loaded } from '../../../kit/loaded.js';
import { Message } from '../../../kit/message.js';
import { Page } from '../../../kit/page.js';
import { useCommon } from '../../../words/common/index.js';

/** What a government publishes about its order: the desk may draft the texts for it, and sees by which item it orders. */
export function DeskPublicationsPage() {
  const { publications: words, basis: basisWords, bases } = useGovernmentWords();
  const { areas } = useCommon();
  const { id } = useParams({ from: '/inside/desk-area/desk/orders/$id/publications' });
  const query = useAsk(ContractBasis, { id });
  return (
    <Loaded query={query}>
      {({ workOrder, contractBasis: basis }) => (
        <Page title={words.orderTitle(workOrder.number)} area={areas.desk} lead={workOrder.title}>
          <Message kind={basis.decided === null ? 'info' : 'success'}>
            {basis.decided === null
              ? basisWords.proposed(bases[basis.proposed])
              : basisWords.decided(bases[basis.decided], basis.decidedReason ?? '')}
          </Message>
          <PublicationSections workOrderId={id} />
          <ButtonLink to="/desk/orders/$id" params={{ id }} look="quiet">
            {words.back}
          </ButtonLink>
        </Page>
      )}
    </Loaded>
  );
}
