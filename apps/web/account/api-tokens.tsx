import { useState } from 'react';
import { useMe } from '../app/session.js';
import { ask } from '../data/ask.js';
import { ApiTokens } from '../data/generated/api-tokens.js';
import { CreateApiToken } from '../data/generated/create-api-token.js';
import { RevokeApiToken } from '../data/generated/revoke-api-token.js';
import type { TokenScope } from '../data/generated/types.js';
import { queryClient, useAsk } from '../data/use-ask.js';
import { useAct } from '../kit/act.js';
import { Button } from '../kit/button.js';
import { CheckList } from '../kit/choices.js';
import { DialogButton } from '../kit/dialog-button.js';
import { NumberField, TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Done, FaultMessage } from '../kit/message.js';
import { Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { dayOf, formatDate } from '../words/format.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { useAccountWords } from './words.js';

const DAY_MS = 86_400_000;
const SCOPES = ['READ', 'ORDER'] as const satisfies readonly TokenScope[];

interface Values {
  name: string;
  scopes: TokenScope[];
  days: string;
}

export function ApiTokensSection() {
  const { tokens: words } = useAccountWords();
  const query = useAsk(ApiTokens, {});
  const act = useAct();
  return (
    <Section heading={words.heading}>
      <P>{words.lead}</P>
      <Loaded query={query}>
        {({ apiTokens }) =>
          apiTokens.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <Table
              caption={words.caption}
              rows={apiTokens}
              keyOf={({ id }) => id}
              columns={[
                { heading: words.name, cell: ({ name }) => name },
                { heading: words.scopes, cell: ({ scopes }) => scopes.map((scope) => words.scope[scope]).join('、') },
                { heading: words.expires, cell: ({ expiresAt }) => formatDate(dayOf(expiresAt)) },
                {
                  heading: words.action,
                  cell: ({ id, name, availableActions }) =>
                    availableActions.includes('revoke') ? (
                      <Button
                        look="quiet"
                        onClick={() =>
                          void act.run(async () => void (await ask(RevokeApiToken, { input: { apiTokenId: id } })))
                        }
                      >
                        {words.revoke(name)}
                      </Button>
                    ) : null,
                },
              ]}
            />
          )
        }
      </Loaded>
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <NewToken />
    </Section>
  );
}

function NewToken() {
  const { tokens: words } = useAccountWords();
  const [token, setToken] = useState<string | null>(null);
  return (
    <>
      {token === null ? null : (
        <>
          <Done>{words.created}</Done>
          <p className="rounded-lg bg-ground p-3 font-mono break-all">{token}</p>
        </>
      )}
      <DialogButton label={words.create}>
        {(close) => (
          <NewForm
            onDone={(made) => {
              setToken(made);
              close();
            }}
          />
        )}
      </DialogButton>
    </>
  );
}

function NewForm({ onDone }: { readonly onDone: (token: string) => void }) {
  const { tokens: words } = useAccountWords();
  const { clock } = useMe();
  const filling = useFilling<Values>({
    defaultValues: { name: '', scopes: ['READ'], days: '90' },
    send: async ({ name, scopes, days }) => {
      const lifeMs = (readWholeNumber(days) ?? 0) * DAY_MS;
      const expiresAt = new Date(Date.parse(clock.now) + lifeMs).toISOString();
      const { createApiToken } = await ask(CreateApiToken, { input: { name, scopes, expiresAt } });
      onDone(createApiToken.token);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.create}>
      <TextField name="name" label={words.name} />
      <CheckList
        name="scopes"
        label={words.scopes}
        choices={SCOPES.map((value) => ({ value, label: words.scope[value] }))}
      />
      <NumberField name="days" label={words.days} unit={words.dayUnit} min={1} max={366} />
    </Form>
  );
}
