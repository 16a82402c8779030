import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { DraftPublication } from '../../data/generated/draft-publication.js';
import { EditPublication } from '../../data/generated/edit-publication.js';
import { Publications } from '../../data/generated/publications.js';
import type { PublicationKind, PublicationsQuery } from '../../data/generated/types.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { Button, FileLink } from '../../kit/button.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Done, FaultMessage, Message } from '../../kit/message.js';
import { More, P, Quiet, Section } from '../../kit/text.js';
import { formatDate } from '../../words/format.js';
import { useGovernmentWords } from './words.js';

type Publication = PublicationsQuery['publications'][number];

const KINDS = ['EXPECTED', 'BEFORE_CONTRACT', 'AFTER_CONTRACT'] as const satisfies readonly PublicationKind[];

/** The three texts item 3 has a government publish about one order; the desk may draft them for it. */
export function PublicationSections({ workOrderId }: { readonly workOrderId: string }) {
  const query = useAsk(Publications, { id: workOrderId });
  return (
    <Loaded query={query}>
      {({ publications }) =>
        KINDS.map((kind) => (
          <KindSection
            key={kind}
            kind={kind}
            workOrderId={workOrderId}
            publication={publications.find((each) => each.kind === kind)}
          />
        ))
      }
    </Loaded>
  );
}

function KindSection({
  kind,
  workOrderId,
  publication,
}: {
  readonly kind: PublicationKind;
  readonly workOrderId: string;
  readonly publication: Publication | undefined;
}) {
  const { publications: words } = useGovernmentWords();
  const today = useToday();
  const act = useAct();
  const name = words.kinds[kind];
  const draft = async () =>
    act.run(async (idempotencyKey) => {
      await ask(DraftPublication, { input: { workOrderId, kind, idempotencyKey } });
    });
  const canDraft = publication === undefined || publication.availableActions.includes('redraft');
  return (
    <Section heading={name} id={kind.toLowerCase()}>
      {publication === undefined ? <Quiet className="mb-3">{words.none}</Quiet> : null}
      {publication?.publishedOn ? (
        <>
          <Message kind="success">
            {words.published(formatDate(publication.publishedOn, today), publication.place ?? '')}
          </Message>
          <p className="whitespace-pre-line">{publication.body}</p>
        </>
      ) : null}
      {publication && publication.availableActions.includes('edit') ? (
        // A new draft brings new words.
        <EditForm key={publication.draftedAt} publication={publication} name={name} />
      ) : null}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {canDraft ? (
          <Button look="secondary" isOff={act.isUnderWay} onClick={() => void draft()}>
            {publication === undefined ? words.draft(name) : words.redraft(name)}
          </Button>
        ) : null}
        {publication === undefined ? null : <FileLink href={publication.pdfPath}>{words.pdf(name)}</FileLink>}
      </div>
    </Section>
  );
}

function EditForm({ publication, name }: { readonly publication: Publication; readonly name: string }) {
  const { publications: words } = useGovernmentWords();
  const today = useToday();
  const [isSaved, setIsSaved] = useState(false);
  const { id, body } = publication;
  const fields = { body: `body-${id}`, publishedOn: `published-${id}`, place: `place-${id}` };
  const edit = async (input: { body: string; publishedOn?: string; place?: string }, idempotencyKey: string) => {
    await ask(EditPublication, { input: { publicationId: id, idempotencyKey, ...input } });
    setIsSaved(true);
    await queryClient.invalidateQueries();
  };
  const wording = useFilling<Record<string, string>>({
    draftKey: `publication:${id}:${publication.draftedAt}`,
    defaultValues: { [fields.body]: body },
    send: async (values, key) => edit({ body: values[fields.body] ?? '' }, key),
  });
  const publishing = useFilling<Record<string, string>>({
    defaultValues: { [fields.publishedOn]: today, [fields.place]: '' },
    send: async (values, key) =>
      edit(
        {
          body: wording.form.getValues(fields.body) ?? '',
          publishedOn: values[fields.publishedOn] ?? '',
          place: values[fields.place] ?? '',
        },
        key,
      ),
  });
  return (
    <>
      <Form filling={wording} submitLabel={words.save(name)} submitLook="secondary" label={name}>
        <TextField name={fields.body} label={words.body} rows={12} />
      </Form>
      {isSaved ? <Done>{words.saved}</Done> : null}
      {publication.availableActions.includes('publish') ? (
        <More summary={words.publish}>
          <P>{words.publishedHint}</P>
          <Form filling={publishing} submitLabel={words.submitPublish(name)} label={words.publish}>
            <DateField name={fields.publishedOn} label={words.publishedOn} today={today} />
            <TextField name={fields.place} label={words.place} hint={words.placeHint} />
          </Form>
        </More>
      ) : null}
    </>
  );
}
