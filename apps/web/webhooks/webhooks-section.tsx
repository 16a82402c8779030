import { useState } from 'react';
import { ask } from '../data/ask.js';
import { ChangeWebhook } from '../data/generated/change-webhook.js';
import { CreateWebhook } from '../data/generated/create-webhook.js';
import { RemoveWebhook } from '../data/generated/remove-webhook.js';
import { RotateWebhookSecret } from '../data/generated/rotate-webhook-secret.js';
import { TryWebhook } from '../data/generated/try-webhook.js';
import type { WebhooksQuery } from '../data/generated/types.js';
import { Webhooks } from '../data/generated/webhooks.js';
import { queryClient, useAsk } from '../data/use-ask.js';
import { useAct } from '../kit/act.js';
import { afterSaving } from '../kit/after-saving.js';
import { announce } from '../kit/announce.js';
import { Button, ButtonRow } from '../kit/button.js';
import { CheckList, type Choice } from '../kit/choices.js';
import { ConfirmAct } from '../kit/confirm-act.js';
import { DialogButton } from '../kit/dialog-button.js';
import { TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Done, FaultMessage } from '../kit/message.js';
import { StateTag } from '../kit/state-tag.js';
import { Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { DeliveryLog } from './delivery-log.js';
import type { WebhookWords } from './words.ja.js';
import { useWebhookWords } from './words.js';

type Webhook = WebhooksQuery['webhooks'][number];

/** Programs that are told of what happens: for administrators of a buyer, a desk or a facility. */
export function WebhooksSection() {
  const words = useWebhookWords();
  const query = useAsk(Webhooks, {});
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <Section heading={words.heading}>
      <P>{words.lead}</P>
      <Loaded query={query}>
        {({ webhooks, webhookEvents }) => {
          const opened = webhooks.find(({ id }) => id === openId);
          return (
            <>
              {webhooks.length === 0 ? (
                <Empty>{words.empty}</Empty>
              ) : (
                <Table
                  caption={words.caption}
                  rows={webhooks}
                  keyOf={({ id }) => id}
                  columns={[
                    { heading: words.name, cell: ({ name }) => name },
                    { heading: words.url, cell: ({ url }) => <span className="break-all">{url}</span> },
                    { heading: words.state, cell: (webhook) => <State webhook={webhook} /> },
                    {
                      heading: words.action,
                      cell: ({ id, name }) => (
                        <Button look="quiet" onClick={() => setOpenId(id)}>
                          {words.open(name)}
                        </Button>
                      ),
                    },
                  ]}
                />
              )}
              {opened ? (
                <Opened key={opened.id} webhook={opened} events={webhookEvents} onRemoved={() => setOpenId(null)} />
              ) : null}
              <div className="mt-4">
                <NewWebhook events={webhookEvents} />
              </div>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function State({ webhook: { status, failures } }: { readonly webhook: Webhook }) {
  const words = useWebhookWords();
  return (
    <>
      <StateTag tone={status === 'ACTIVE' ? 'active' : 'trouble'}>{words.states[status]}</StateTag>
      {failures > 0 ? <span className="ml-2">{words.failures(failures)}</span> : null}
    </>
  );
}

function Secret({ sentence, secret }: { readonly sentence: string; readonly secret: string }) {
  return (
    <>
      <Done>{sentence}</Done>
      <p className="rounded-lg bg-ground p-3 font-mono break-all">{secret}</p>
    </>
  );
}

function Opened({
  webhook,
  events,
  onRemoved,
}: {
  readonly webhook: Webhook;
  readonly events: readonly string[];
  readonly onRemoved: () => void;
}) {
  const words = useWebhookWords();
  const act = useAct();
  const [secret, setSecret] = useState<string | null>(null);
  const webhookId = webhook.id;
  const isActive = webhook.status === 'ACTIVE';
  return (
    <section className="mt-6">
      <h3>{webhook.name}</h3>
      {secret === null ? null : <Secret sentence={words.rotated} secret={secret} />}
      <ButtonRow>
        <Button
          look="secondary"
          onClick={() =>
            void act.run(async () => {
              await ask(TryWebhook, { input: { webhookId } });
              announce(words.tried);
            })
          }
        >
          {words.trial}
        </Button>
        <DialogButton label={words.edit}>
          {(close) => <EditForm webhook={webhook} events={events} onDone={close} />}
        </DialogButton>
        <Button
          look="secondary"
          onClick={() =>
            void act.run(async () => {
              await ask(ChangeWebhook, { input: { webhookId, status: isActive ? 'PAUSED' : 'ACTIVE' } });
              announce(isActive ? words.paused : words.resumed);
            })
          }
        >
          {isActive ? words.pause : words.resume}
        </Button>
        <ConfirmAct
          label={words.rotate}
          look="secondary"
          title={words.rotate}
          confirmLabel={words.rotate}
          run={async () => {
            const { rotateWebhookSecret } = await ask(RotateWebhookSecret, { input: { webhookId } });
            setSecret(rotateWebhookSecret.secret);
          }}
        >
          <P>{words.rotateLead}</P>
        </ConfirmAct>
        <ConfirmAct
          label={words.remove}
          look="secondary"
          title={words.remove}
          confirmLabel={words.remove}
          run={async () => {
            await ask(RemoveWebhook, { input: { webhookId } });
            await afterSaving(words.removed, onRemoved);
          }}
        >
          <P>{words.removeLead}</P>
        </ConfirmAct>
      </ButtonRow>
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <DeliveryLog webhookId={webhookId} name={webhook.name} />
    </section>
  );
}

function EditForm({
  webhook,
  events,
  onDone,
}: {
  readonly webhook: Webhook;
  readonly events: readonly string[];
  readonly onDone: () => void;
}) {
  const words = useWebhookWords();
  const filling = useFilling({
    defaultValues: { url: webhook.url, events: [...webhook.events] },
    send: async (values) => {
      const url = values.url === webhook.url ? {} : { url: values.url };
      await ask(ChangeWebhook, { input: { webhookId: webhook.id, events: values.events, ...url } });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.save}>
      <Fields events={events} />
    </Form>
  );
}

function NewWebhook({ events }: { readonly events: readonly string[] }) {
  const words = useWebhookWords();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      {secret === null ? null : <Secret sentence={words.created} secret={secret} />}
      <DialogButton label={words.create}>
        {(close) => (
          <NewForm
            events={events}
            onDone={(made) => {
              setSecret(made);
              close();
            }}
          />
        )}
      </DialogButton>
    </>
  );
}

function NewForm({
  events,
  onDone,
}: {
  readonly events: readonly string[];
  readonly onDone: (secret: string) => void;
}) {
  const words = useWebhookWords();
  const filling = useFilling({
    defaultValues: { name: '', url: '', events: [...events] },
    send: async (values) => {
      const { createWebhook } = await ask(CreateWebhook, { input: values });
      onDone(createWebhook.secret);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.create}>
      <TextField name="name" label={words.name} />
      <Fields events={events} />
    </Form>
  );
}

/** The event in words, and its name as programs read it. */
function choiceOf(value: string, { eventNames }: WebhookWords): Choice {
  const label = eventNames[value];
  return label === undefined ? { value, label: value } : { value, label, hint: value };
}

function Fields({ events }: { readonly events: readonly string[] }) {
  const words = useWebhookWords();
  return (
    <>
      <TextField name="url" label={words.url} hint={words.urlHint} />
      <CheckList name="events" label={words.events} choices={events.map((value) => choiceOf(value, words))} />
    </>
  );
}
