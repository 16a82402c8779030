import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AnswerCall } from '../../data/generated/answer-call.js';
import { AskCallQuestion } from '../../data/generated/ask-call-question.js';
import { DeclineCall } from '../../data/generated/decline-call.js';
import { FacilityCall } from '../../data/generated/facility-call.js';
import type { FacilityCallQuery } from '../../data/generated/types.js';
import { WithdrawCallResponse } from '../../data/generated/withdraw-call-response.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { Button } from '../../kit/button.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Done, FaultMessage, Message } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { Facts, More, P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatMoment, formatSen, formatUnits } from '../../words/format.js';
import { readSen, readWholeNumber } from '../../words/typed-numbers.js';
import { useWorkName } from '../../words/work-name.js';
import { useFacilityWords } from '../words.js';

type Call = FacilityCallQuery['call'];

/** A question to many facilities: whether they can, how many, at what price, by when. */
export function CallPage() {
  const { id } = useParams({ from: '/inside/facility-area/facility/calls/$id' });
  const query = useAsk(FacilityCall, { id });
  return <Loaded query={query}>{({ call }) => <CallView call={call} />}</Loaded>;
}

function CallView({ call }: { readonly call: Call }) {
  const { call: words, job: jobWords } = useFacilityWords();
  const { areas } = useCommon();
  const workName = useWorkName();
  const today = useToday();
  const [isSaid, setIsSaid] = useState(false);
  const canAnswer = call.availableActions.includes('answer');
  return (
    <Page title={call.title} area={areas.facility} lead={words.lead}>
      {isSaid ? <Done takesFocus>{words.answered}</Done> : null}
      {call.status === 'CANCELLED' ? <Message>{words.cancelled}</Message> : null}
      {call.status === 'CLOSED' || call.status === 'USED' ? <Message>{words.closed}</Message> : null}
      <Facts
        items={[
          [jobWords.desk, call.desk.name],
          [jobWords.work, workName(call.workType)],
          [jobWords.units, formatUnits(call.quantity, call.workType.unit)],
          [jobWords.due, formatDate(call.dueOn, today)],
          [words.closes, formatMoment(call.closesAt)],
          call.specification === '' ? null : [jobWords.specification, call.specification],
          call.note === '' ? null : [jobWords.note, call.note],
        ]}
      />
      <OwnResponses call={call} />
      {canAnswer ? <CanForm call={call} onSaid={() => setIsSaid(true)} /> : null}
      {call.availableActions.includes('decline') ? <CannotForm call={call} onSaid={() => setIsSaid(true)} /> : null}
      <CallQuestions call={call} />
    </Page>
  );
}

function OwnResponses({ call }: { readonly call: Call }) {
  const { call: words } = useFacilityWords();
  const today = useToday();
  const act = useAct();
  const current = call.responses.filter(({ status }) => status === 'CAN' || status === 'CANNOT');
  if (current.length === 0) return null;
  const withdraw = async () =>
    act.run(async (idempotencyKey) => {
      await ask(WithdrawCallResponse, { input: { callId: call.id, idempotencyKey } });
    });
  return (
    <Section heading={words.own}>
      <ul>
        {current.map(({ id, status, units, unitPriceSen, earliestFinishOn, remark }) => (
          <li key={id}>
            <P className="font-bold">
              {status === 'CAN' && units !== null
                ? words.can(
                    formatUnits(units, call.workType.unit),
                    formatSen(unitPriceSen ?? 0),
                    formatDate(earliestFinishOn ?? call.dueOn, today),
                  )
                : words.cannot}
            </P>
            <p>{remark}</p>
          </li>
        ))}
      </ul>
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      {call.status === 'OPEN' ? (
        <div className="mt-3">
          <Button look="secondary" isOff={act.isUnderWay} onClick={() => void withdraw()}>
            {words.withdraw}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function CanForm({ call, onSaid }: { readonly call: Call; readonly onSaid: () => void }) {
  const { call: words } = useFacilityWords();
  const { units: unitWords } = useCommon();
  const today = useToday();
  const filling = useFilling<{ units: string; price: string; finishOn: string; remark: string }>({
    draftKey: `call:${call.id}`,
    defaultValues: { units: '', price: '', finishOn: call.dueOn, remark: '' },
    send: async ({ units, price, finishOn, remark }, idempotencyKey) => {
      const input = {
        callId: call.id,
        idempotencyKey,
        units: readWholeNumber(units) ?? 0,
        unitPriceSen: readSen(price) ?? 0,
        earliestFinishOn: finishOn,
        remark,
      };
      await ask(AnswerCall, { input });
      onSaid();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Section heading={words.canTitle}>
      <Form filling={filling} submitLabel={words.submit} label={words.canTitle}>
        <NumberField name="units" label={words.units} unit={call.workType.unit} min={1} />
        <NumberField name="price" label={words.price} unit={unitWords.yen} as="sen" />
        <DateField name="finishOn" label={words.finish} today={today} min={today} />
        <TextField name="remark" label={words.remark} isOptional />
      </Form>
    </Section>
  );
}

function CannotForm({ call, onSaid }: { readonly call: Call; readonly onSaid: () => void }) {
  const { call: words } = useFacilityWords();
  const filling = useFilling<{ cannotReason: string }>({
    defaultValues: { cannotReason: '' },
    send: async ({ cannotReason }, idempotencyKey) => {
      await ask(DeclineCall, { input: { callId: call.id, idempotencyKey, reason: cannotReason } });
      onSaid();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <More summary={words.cannotTitle}>
      <Form filling={filling} submitLabel={words.submitCannot} submitLook="secondary" label={words.cannotTitle}>
        <TextField name="cannotReason" label={words.cannotReason} />
      </Form>
    </More>
  );
}

function CallQuestions({ call }: { readonly call: Call }) {
  const { call: words, job: jobWords } = useFacilityWords();
  const filling = useFilling<{ question: string }>({
    draftKey: `call-question:${call.id}`,
    defaultValues: { question: '' },
    send: async ({ question }, idempotencyKey) => {
      await ask(AskCallQuestion, { input: { callId: call.id, idempotencyKey, question } });
      filling.form.reset({ question: '' });
      await queryClient.invalidateQueries();
    },
  });
  const canAsk = call.availableActions.includes('ask');
  if (call.questions.length === 0 && !canAsk) return null;
  return (
    <Section heading={words.questions}>
      <ul className="grid gap-2">
        {call.questions.map(({ id, question, answer }) => (
          <li key={id}>
            <p className="font-bold">{question}</p>
            <P>{answer ?? jobWords.noAnswerYet}</P>
          </li>
        ))}
      </ul>
      {canAsk ? (
        <More summary={words.ask}>
          <Form filling={filling} submitLabel={words.submitAsk} submitLook="secondary" label={words.ask}>
            <TextField name="question" label={words.askLabel} rows={3} />
          </Form>
        </More>
      ) : null}
    </Section>
  );
}
