import { isAdmin, useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { RecogniseDesk } from '../../data/generated/recognise-desk.js';
import type { GovernmentRulesQuery } from '../../data/generated/types.js';
import { queryClient } from '../../data/use-ask.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Empty } from '../../kit/loaded.js';
import { Table } from '../../kit/table.js';
import { More, P, Section } from '../../kit/text.js';
import { formatDate } from '../../words/format.js';
import { useGovernmentWords } from './words.js';

interface Props {
  readonly rules: GovernmentRulesQuery['governmentRules'];
  readonly desks: GovernmentRulesQuery['desks'];
}

/** Desks the government recognised as 準ずる者, and the papers that say so. */
export function RecognitionsSection({ rules, desks }: Props) {
  const { rules: words } = useGovernmentWords();
  const me = useMe();
  const today = useToday();
  return (
    <Section heading={words.recognitions}>
      <P className="mb-3">{words.recognitionsLead}</P>
      {rules.recognitions.length === 0 ? (
        <Empty>{words.noRecognitions}</Empty>
      ) : (
        <Table
          caption={words.recognitionCaption}
          rows={rules.recognitions}
          keyOf={({ deskId, fromOn }) => `${deskId} ${fromOn}`}
          columns={[
            { heading: words.desk, cell: ({ deskId }) => desks.find(({ id }) => id === deskId)?.name ?? '' },
            { heading: words.evidence, cell: ({ evidence }) => evidence },
            { heading: words.from, cell: ({ fromOn }) => formatDate(fromOn, today) },
            { heading: words.until, cell: ({ untilOn }) => (untilOn === null ? '' : formatDate(untilOn, today)) },
          ]}
        />
      )}
      {isAdmin(me.role) ? (
        <More summary={words.recognise}>
          <RecogniseForm rules={rules} desks={desks} />
        </More>
      ) : null}
    </Section>
  );
}

interface Values {
  deskId: string;
  evidence: string;
  recognisedFrom: string;
  recognisedUntil: string;
}

function RecogniseForm({ rules, desks }: Props) {
  const { rules: words } = useGovernmentWords();
  const today = useToday();
  const filling = useFilling<Values>({
    defaultValues: { deskId: desks[0]?.id ?? '', evidence: '', recognisedFrom: today, recognisedUntil: '' },
    send: async ({ deskId, evidence, recognisedFrom, recognisedUntil }, idempotencyKey) => {
      const untilOn = recognisedUntil === '' ? null : recognisedUntil;
      const input = { buyerId: rules.buyerId, deskId, evidence, fromOn: recognisedFrom, untilOn, idempotencyKey };
      await ask(RecogniseDesk, { input });
      filling.form.reset();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitRecognise} submitLook="secondary" label={words.recognise}>
      <RadioList name="deskId" label={words.desk} choices={desks.map(({ id, name }) => ({ value: id, label: name }))} />
      <TextField name="evidence" label={words.evidence} />
      <DateField name="recognisedFrom" label={words.from} today={today} />
      <DateField name="recognisedUntil" label={words.until} today={today} isOptional />
    </Form>
  );
}
