import { useState } from 'react';
import { ask } from '../data/ask.js';
import { CreateDesk } from '../data/generated/create-desk.js';
import { PlatformDesks } from '../data/generated/platform-desks.js';
import { queryClient, useAsk } from '../data/use-ask.js';
import { TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Done } from '../kit/message.js';
import { Page } from '../kit/page.js';
import { Card, Quiet, Section } from '../kit/text.js';
import { InvitationsSection, InviteForm } from '../people/invitations.js';
import { useCommon } from '../words/common/index.js';
import { TasksSection } from './tasks-section.js';
import { usePlatformWords } from './words.js';

const ROLES = ['DESK_ADMIN'] as const;

/** All desks, how a new one is opened, and what the product could not finish by itself. */
export function PlatformDesksPage() {
  const { desks: words } = usePlatformWords();
  const { areas } = useCommon();
  const query = useAsk(PlatformDesks, {});
  return (
    <Page title={words.title} area={areas.platform} lead={words.lead}>
      <Loaded query={query}>
        {({ desks }) =>
          desks.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <ul className="grid gap-3">
              {desks.map(({ id, code, name }) => (
                <li key={id}>
                  <Card>
                    <h2 className="text-lg">{name}</h2>
                    <Quiet>{code}</Quiet>
                    <InviteForm organisationId={id} roles={ROLES} label={words.invite(name)} />
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <InvitationsSection />
      <CreateForm />
      <TasksSection />
    </Page>
  );
}

function CreateForm() {
  const { desks: words } = usePlatformWords();
  const [created, setCreated] = useState<string | null>(null);
  const filling = useFilling<{ code: string; name: string }>({
    draftKey: 'create-desk',
    defaultValues: { code: '', name: '' },
    send: async ({ code, name }, idempotencyKey) => {
      await ask(CreateDesk, { input: { code: code.normalize('NFKC').trim().toUpperCase(), name, idempotencyKey } });
      filling.form.reset({ code: '', name: '' });
      setCreated(name);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Section heading={words.create}>
      {created === null ? null : <Done>{words.created(created)}</Done>}
      <Form filling={filling} submitLabel={words.submit} submitLook="secondary" label={words.create}>
        <TextField name="code" label={words.newCode} hint={words.newCodeHint} autoComplete="off" />
        <TextField name="name" label={words.newName} autoComplete="off" />
      </Form>
    </Section>
  );
}
