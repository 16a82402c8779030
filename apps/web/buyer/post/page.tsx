import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { OrderToCopy } from '../../data/generated/order-to-copy.js';
import { PostingChoices } from '../../data/generated/posting-choices.js';
import type { OrderToCopyQuery, PostingChoicesQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { Button, ButtonLink, ButtonRow } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Done, Message } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { P } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { PostForm, type Sent } from './post-form.js';
import { firstValues } from './values.js';
import { usePostWords } from './words.js';

/** Where a buyer asks for work: empty, from an earlier order, or going on with a draft. */
export function PostPage() {
  const words = usePostWords();
  const { areas } = useCommon();
  const { copy, draft } = useSearch({ from: '/inside/buyer-area/buyer/orders/new' });
  const earlierId = draft ?? copy;
  const choices = useAsk(PostingChoices, {});
  const earlier = useAsk(OrderToCopy, { id: earlierId ?? '' }, { isWanted: earlierId !== undefined });
  const [sent, setSent] = useState<Sent | null>(null);
  const [isKept, setIsKept] = useState(false);
  const navigate = useNavigate();
  const start = (data: PostingChoicesQuery, order: OrderToCopyQuery['workOrder'] | null) =>
    data.desks.length === 0 ? (
      <Empty action={<ButtonLink to="/buyer/settings">{words.toSettings}</ButtonLink>}>{words.noDesk}</Empty>
    ) : (
      <>
        {isKept ? <Done>{words.kept}</Done> : null}
        {order === null || isKept ? null : (
          <Message>
            {order.status === 'DRAFT' ? words.fromDraft(order.number) : words.fromEarlier(order.number)}
          </Message>
        )}
        <PostForm
          key={earlierId ?? ''}
          draftKey={`post:${earlierId ?? ''}`}
          draftId={order?.status === 'DRAFT' && draft !== undefined ? order.id : null}
          defaults={firstValues(data, order)}
          choices={data}
          onSent={setSent}
          onKept={(id) => {
            setIsKept(true);
            void navigate({ to: '/buyer/orders/new', search: { draft: id }, replace: true });
          }}
        />
      </>
    );
  return (
    <Page title={words.title} area={areas.buyer} lead={sent === null ? words.lead : undefined} isNarrow>
      {sent === null ? (
        <Loaded query={choices}>
          {(data) =>
            earlierId === undefined ? (
              start(data, null)
            ) : (
              <Loaded query={earlier}>{({ workOrder }) => start(data, workOrder)}</Loaded>
            )
          }
        </Loaded>
      ) : (
        <AfterSending sent={sent} onAnother={() => setSent(null)} />
      )}
    </Page>
  );
}

function AfterSending({ sent, onAnother }: { readonly sent: Sent; readonly onAnother: () => void }) {
  const words = usePostWords();
  return (
    <>
      <Done takesFocus>{words.sent(sent.number)}</Done>
      <P>{words.sentNext}</P>
      {sent.failedFiles.length === 0 ? null : (
        <Message kind="warning">{words.filesFailed(sent.failedFiles.join('、'))}</Message>
      )}
      <ButtonRow>
        <ButtonLink to="/buyer/orders/$id" params={{ id: sent.id }}>
          {words.open}
        </ButtonLink>
        <Button look="secondary" onClick={onAnother}>
          {words.another}
        </Button>
      </ButtonRow>
    </>
  );
}
