import { useState } from 'react';
import { ask } from '../data/ask.js';
import { SendWebhookAgain } from '../data/generated/send-webhook-again.js';
import type { WebhookDeliveriesQuery } from '../data/generated/types.js';
import { WebhookDeliveries } from '../data/generated/webhook-deliveries.js';
import { useAsk } from '../data/use-ask.js';
import { useAct } from '../kit/act.js';
import { announce } from '../kit/announce.js';
import { Button } from '../kit/button.js';
import { Loaded } from '../kit/loaded.js';
import { FaultMessage } from '../kit/message.js';
import { StateTag } from '../kit/state-tag.js';
import { Pager, Table } from '../kit/table.js';
import { Quiet } from '../kit/text.js';
import { formatMoment } from '../words/format.js';
import { useWebhookWords } from './words.js';

const TAKE = 20;

type Delivery = WebhookDeliveriesQuery['webhookDeliveries']['items'][number];
const TONES = { PENDING: 'waiting', DELIVERED: 'active', FAILED: 'trouble' } as const;

/** What a webhook was told, and what it answered. */
export function DeliveryLog({ webhookId, name }: { readonly webhookId: string; readonly name: string }) {
  const words = useWebhookWords();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(WebhookDeliveries, { webhookId, first: TAKE, after: walked.at(-1) ?? null });
  const act = useAct();
  const sendAgain = (webhookDeliveryId: string) =>
    void act.run(async () => {
      await ask(SendWebhookAgain, { input: { webhookDeliveryId } });
      announce(words.sentAgain);
    });
  return (
    <Loaded query={query}>
      {({ webhookDeliveries: { items, totalItems, ...place } }) =>
        items.length === 0 ? (
          <Quiet>{words.noLog}</Quiet>
        ) : (
          <>
            {act.fault === null ? null : <FaultMessage error={act.fault} />}
            <Table
              caption={words.log(name)}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                { heading: words.type, cell: ({ type }) => <EventName type={type} /> },
                { heading: words.at, cell: ({ createdAt }) => formatMoment(createdAt) },
                {
                  heading: words.state,
                  cell: ({ status }) => <StateTag tone={TONES[status]}>{words.deliveryStates[status]}</StateTag>,
                },
                { heading: words.attempts, isNumber: true, cell: ({ attempts }) => String(attempts) },
                { heading: words.answer, cell: (delivery) => <Answer delivery={delivery} /> },
                {
                  heading: words.action,
                  cell: ({ id, status }) =>
                    status === 'PENDING' ? null : (
                      <Button look="quiet" onClick={() => sendAgain(id)}>
                        {words.again}
                      </Button>
                    ),
                },
              ]}
            />
            <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
          </>
        )
      }
    </Loaded>
  );
}

function EventName({ type }: { readonly type: string }) {
  const { eventNames } = useWebhookWords();
  const name = eventNames[type];
  if (name === undefined) return type;
  return (
    <>
      {name}
      <Quiet>{type}</Quiet>
    </>
  );
}

function Answer({ delivery: { fault, responseStatus, responseText } }: { readonly delivery: Delivery }) {
  const words = useWebhookWords();
  return (
    <>
      {[fault === null ? '' : words.faults[fault], responseStatus ?? '', responseText ?? ''].filter(Boolean).join(' ')}
    </>
  );
}
