import { useState } from 'react';
import { ask } from '../data/ask.js';
import { CreatePrefecture } from '../data/generated/create-prefecture.js';
import { Prefectures } from '../data/generated/prefectures.js';
import { RevokeRole } from '../data/generated/revoke-role.js';
import { SetOverseenDesks } from '../data/generated/set-overseen-desks.js';
import type { PrefecturesQuery } from '../data/generated/types.js';
import { queryClient, useAsk } from '../data/use-ask.js';
import { CheckList } from '../kit/choices.js';
import { ConfirmAct } from '../kit/confirm-act.js';
import { TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Done } from '../kit/message.js';
import { Page } from '../kit/page.js';
import { P, Quiet, Section } from '../kit/text.js';
import { InvitationsSection, InviteForm } from '../people/invitations.js';
import { useCommon } from '../words/common/index.js';
import { usePlatformWords } from './words.js';

type Prefecture = PrefecturesQuery['prefectures'][number];
type Desks = PrefecturesQuery['desks'];

const ROLES = ['PREFECTURE_OFFICER'] as const;

/** Prefectures, which desks each oversees, and who reads for it. */
export function PrefecturesPage() {
  const { prefectures: words } = usePlatformWords();
  const { areas } = useCommon();
  const query = useAsk(Prefectures, {});
  return (
    <Page title={words.title} area={areas.platform} lead={words.lead}>
      <Loaded query={query}>
        {({ prefectures, desks }) => (
          <>
            {prefectures.length === 0 ? <Empty>{words.empty}</Empty> : null}
            {prefectures.map((prefecture) => (
              <PrefectureSection key={prefecture.id} prefecture={prefecture} desks={desks} />
            ))}
            <CreateForm desks={desks} />
          </>
        )}
      </Loaded>
      <InvitationsSection />
    </Page>
  );
}

const deskChoices = (desks: Desks) => desks.map(({ id, name }) => ({ value: id, label: name }));

function PrefectureSection({ prefecture, desks }: { readonly prefecture: Prefecture; readonly desks: Desks }) {
  const { prefectures: words } = usePlatformWords();
  const { id, name, code, officers } = prefecture;
  const [isSaved, setIsSaved] = useState(false);
  const field = `desks-${id}`;
  const filling = useFilling<Record<string, string[]>>({
    defaultValues: { [field]: prefecture.desks.map((desk) => desk.id) },
    send: async (values) => {
      await ask(SetOverseenDesks, { input: { prefectureId: id, deskIds: values[field] ?? [] } });
      setIsSaved(true);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Section heading={name}>
      <Quiet>{code}</Quiet>
      <Form filling={filling} submitLabel={words.save(name)} submitLook="secondary" label={name}>
        <CheckList name={field} label={words.oversees} isOptional choices={deskChoices(desks)} />
        {isSaved ? <Done>{words.saved}</Done> : null}
      </Form>
      <h3 className="mt-6">{words.officers}</h3>
      {officers.length === 0 ? <Quiet>{words.none}</Quiet> : null}
      <ul className="grid gap-2">
        {officers.map((officer) => (
          <li key={officer.roleGrantId} className="flex flex-wrap items-center gap-3">
            <span>{`${officer.name} ${officer.email}`}</span>
            <ConfirmAct
              label={words.revoke(officer.name)}
              look="danger"
              title={words.revoke(officer.name)}
              confirmLabel={words.revoke(officer.name)}
              run={async () => {
                await ask(RevokeRole, { input: { roleGrantId: officer.roleGrantId } });
              }}
            >
              <P>{words.revokeCheck(officer.name)}</P>
            </ConfirmAct>
          </li>
        ))}
      </ul>
      <InviteForm organisationId={id} roles={ROLES} label={words.invite(name)} />
    </Section>
  );
}

function CreateForm({ desks }: { readonly desks: Desks }) {
  const { prefectures: words } = usePlatformWords();
  const [isSaved, setIsSaved] = useState(false);
  const filling = useFilling<{ code: string; name: string; overseen: string[] }>({
    defaultValues: { code: '', name: '', overseen: [] },
    send: async ({ code, name, overseen }, idempotencyKey) => {
      const input = { code: code.normalize('NFKC').trim().toUpperCase(), name, deskIds: overseen, idempotencyKey };
      await ask(CreatePrefecture, { input });
      filling.form.reset({ code: '', name: '', overseen: [] });
      setIsSaved(true);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Section heading={words.create}>
      {isSaved ? <Done>{words.saved}</Done> : null}
      <Form filling={filling} submitLabel={words.submit} submitLook="secondary" label={words.create}>
        <TextField name="code" label={words.code} hint={words.codeHint} autoComplete="off" />
        <TextField name="name" label={words.name} autoComplete="off" />
        <CheckList name="overseen" label={words.oversees} isOptional choices={deskChoices(desks)} />
      </Form>
    </Section>
  );
}
