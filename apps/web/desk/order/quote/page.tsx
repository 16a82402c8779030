import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { WorkOrder } from '../../../data/generated/work-order.js';
import { QuoteGround } from '../../../data/generated/quote-ground.js';
import { useAsk } from '../../../data/use-ask.js';
import { ButtonLink, ButtonRow } from '../../../kit/button.js';
import { Loaded, Skeleton } from '../../../kit/loaded.js';
import { Done, Message } from '../../../kit/message.js';
import { Page } from '../../../kit/page.js';
import { StateTag } from '../../../kit/state-tag.js';
import { Card, P, Section } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { formatMoment, formatYen } from '../../../words/format.js';
import { useDeskCommon } from '../../common/words.js';
import type { Order } from '../order.js';
import { useOrderWords } from '../words.js';
import { QuoteForm } from './quote-form.js';

/** A price for the buyer: made from what the calls were answered, looked at once more, and sent. */
export function QuotePage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/orders/$id/quote' });
  const { quote: words, steps } = useOrderWords();
  const { areas } = useCommon();
  const query = useAsk(WorkOrder, { id });
  const ground = useAsk(QuoteGround, { workOrderId: id });
  const [isSent, setIsSent] = useState(false);
  return (
    <Loaded query={query}>
      {({ workOrder: order }) => (
        <Page title={`${words.title} ${order.number}`} area={areas.desk} lead={`${order.buyer.name}　${order.title}`}>
          {isSent ? <Done takesFocus>{words.done}</Done> : null}
          {isSent ? null : order.availableActions.includes('quote') ? (
            ground.isPending ? (
              <Skeleton />
            ) : (
              <QuoteForm order={order} proposal={ground.data?.priceProposal ?? null} onSent={() => setIsSent(true)} />
            )
          ) : (
            <Message>{words.notNow}</Message>
          )}
          <Earlier order={order} />
          <ButtonRow>
            <ButtonLink to="/desk/orders/$id" params={{ id }} look="secondary">
              {steps.back}
            </ButtonLink>
          </ButtonRow>
        </Page>
      )}
    </Loaded>
  );
}

function Earlier({ order }: { readonly order: Order }) {
  const { quote: words } = useOrderWords();
  const { contractTypes } = useDeskCommon();
  if (order.quotes.length === 0) return null;
  return (
    <Section heading={words.earlier}>
      <ul className="grid gap-3">
        {order.quotes.map(({ id, version, status, contractType, amountYen, taxYen, validUntil, ...quote }) => (
          <li key={id}>
            <Card>
              <h3 className="flex flex-wrap items-center gap-2">
                {words.version(version)}
                <StateTag tone={status === 'ISSUED' ? 'waiting' : status === 'ACCEPTED' ? 'done' : 'ended'}>
                  {words.states[status]}
                </StateTag>
              </h3>
              <P>
                {[
                  contractTypes[contractType],
                  contractType === 'REFERRAL'
                    ? quote.candidates.map(({ name }) => name).join('・')
                    : words.withTax(formatYen(amountYen + taxYen)),
                  words.until(formatMoment(validUntil)),
                ].join('　')}
              </P>
              {quote.terms === '' ? null : <p className="whitespace-pre-line">{quote.terms}</p>}
              {quote.refusalReason === null ? null : <P>{words.refused(quote.refusalReason)}</P>}
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
