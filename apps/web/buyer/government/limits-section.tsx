import { useState } from 'react';
import { isAdmin, useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { SetGovernmentRules } from '../../data/generated/set-government-rules.js';
import type { GovernmentKind, GovernmentRulesQuery, WorkKind } from '../../data/generated/types.js';
import { queryClient } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import { CheckField, RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Done } from '../../kit/message.js';
import { Table } from '../../kit/table.js';
import { P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatYen } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useGovernmentWords } from './words.js';

type Rules = GovernmentRulesQuery['governmentRules'];

const KINDS = ['PREFECTURE', 'DESIGNATED_CITY', 'MUNICIPALITY'] as const satisfies readonly GovernmentKind[];
const WORK_KINDS = ['MANUFACTURE', 'PURCHASE', 'OTHER'] as const satisfies readonly WorkKind[];

/** Up to which amount a government negotiates, by the kind of work. */
export function LimitsSection({ rules }: { readonly rules: Rules }) {
  const { rules: words } = useGovernmentWords();
  const me = useMe();
  const today = useToday();
  return (
    <Section heading={words.limits}>
      <P className="mb-3">{words.limitsLead}</P>
      {rules.kind === null ? null : <P className="mb-3 font-bold">{words.kinds[rules.kind]}</P>}
      {rules.needsBasis ? <P className="mb-3">{words.basisNeeded}</P> : null}
      {rules.limits.length === 0 ? null : (
        <Table
          caption={words.limitCaption}
          rows={rules.limits}
          keyOf={({ workKind, fromOn }) => `${workKind} ${fromOn}`}
          columns={[
            { heading: words.workKind, cell: ({ workKind }) => words.workKinds[workKind] },
            { heading: words.limit, cell: ({ limitYen }) => formatYen(limitYen), isNumber: true },
            { heading: words.from, cell: ({ fromOn }) => formatDate(fromOn, today) },
            { heading: words.source, cell: ({ source }) => source },
          ]}
        />
      )}
      {isAdmin(me.role) ? <RulesForm rules={rules} /> : null}
    </Section>
  );
}

interface Values {
  kind: string;
  needsBasis: boolean;
  workKind: string;
  limit: string;
  fromOn: string;
  source: string;
}

function RulesForm({ rules }: { readonly rules: Rules }) {
  const { rules: words } = useGovernmentWords();
  const { units } = useCommon();
  const today = useToday();
  const [hasLimit, setHasLimit] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const filling = useFilling<Values>({
    defaultValues: {
      kind: rules.kind ?? '',
      needsBasis: rules.needsBasis,
      workKind: '',
      limit: '',
      fromOn: today,
      source: '',
    },
    send: async ({ kind, needsBasis, workKind, limit, fromOn, source }) => {
      const added = { workKind: workKind as WorkKind, limitYen: readWholeNumber(limit) ?? 0, fromOn, source };
      const kept = rules.limits.filter((each) => each.workKind !== added.workKind || each.fromOn !== fromOn);
      const limits = hasLimit ? [...kept, added] : rules.limits;
      await ask(SetGovernmentRules, {
        input: { buyerId: rules.buyerId, kind: kind as GovernmentKind, needsBasis, limits },
      });
      setHasLimit(false);
      setIsSaved(true);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.save} label={words.limits}>
      <RadioList
        name="kind"
        label={words.kind}
        choices={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <CheckField name="needsBasis" label={words.needsBasis} hint={words.needsBasisHint} />
      {hasLimit ? (
        <>
          <RadioList
            name="workKind"
            label={words.workKind}
            choices={WORK_KINDS.map((value) => ({ value, label: words.workKinds[value] }))}
          />
          <NumberField name="limit" label={words.limit} unit={units.yen} min={1} />
          <DateField name="fromOn" label={words.from} today={today} />
          <TextField name="source" label={words.source} />
        </>
      ) : (
        <div className="mt-4">
          <Button look="quiet" onClick={() => setHasLimit(true)}>
            {words.addLimit}
          </Button>
        </div>
      )}
      {isSaved ? <Done>{words.saved}</Done> : null}
    </Form>
  );
}
