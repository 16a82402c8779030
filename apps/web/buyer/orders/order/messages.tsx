import { useState } from 'react';
import { ask } from '../../../data/ask.js';
import { AnswerQuestion } from '../../../data/generated/answer-question.js';
import { AskQuestion } from '../../../data/generated/ask-question.js';
import { WithdrawQuestion } from '../../../data/generated/withdraw-question.js';
import { queryClient } from '../../../data/use-ask.js';
import { useAct } from '../../../kit/act.js';
import { Button } from '../../../kit/button.js';
import { TextField } from '../../../kit/fields.js';
import { Files } from '../../../kit/files.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { Done, FaultMessage } from '../../../kit/message.js';
import { Card, More, Quiet, Section } from '../../../kit/text.js';
import { formatMoment } from '../../../words/format.js';
import { useOrdersWords } from '../words.js';
import type { Order, Talk } from './order.js';

type Question = Talk['questions'][number];

/** Between the buyer and the desk, about this order. */
export function Messages({ order, talk }: { readonly order: Order; readonly talk: Talk }) {
  const { messages: words } = useOrdersWords();
  return (
    <Section heading={words.heading} id="messages">
      {talk.questions.length === 0 ? <Quiet>{words.empty}</Quiet> : null}
      <ul className="grid gap-3">
        {talk.questions.map((question) => (
          <li key={question.id}>
            <QuestionCard question={question} />
          </li>
        ))}
      </ul>
      {order.status === 'DRAFT' ? null : (
        <More summary={words.ask} isOpen={order.status === 'QUOTE_EXPIRED'}>
          <AskForm order={order} />
        </More>
      )}
    </Section>
  );
}

function QuestionCard({ question }: { readonly question: Question }) {
  const { messages: words } = useOrdersWords();
  const act = useAct();
  const name = `answer-${question.id}`;
  const filling = useFilling<Record<string, string>>({
    draftKey: name,
    defaultValues: { [name]: '' },
    send: async (values, idempotencyKey) => {
      await ask(AnswerQuestion, { input: { questionId: question.id, idempotencyKey, answer: values[name] ?? '' } });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Card>
      <Quiet>{`${words.by[question.askedBy]} ${formatMoment(question.askedAt)}`}</Quiet>
      <p className="font-bold whitespace-pre-line">{question.body}</p>
      <Files files={question.attachments} />
      {question.answer === null ? (
        <Quiet>{question.status === 'WITHDRAWN' ? words.withdrawn : words.waiting}</Quiet>
      ) : (
        <p className="mt-2 border-l-4 border-blue-900 pl-3 whitespace-pre-line">{question.answer}</p>
      )}
      {question.availableActions.includes('answer') ? (
        <Form filling={filling} submitLabel={words.submitAnswer} label={question.body}>
          <TextField name={name} label={words.answer} rows={3} />
        </Form>
      ) : null}
      {question.availableActions.includes('withdraw') ? (
        <Button
          look="quiet"
          isOff={act.isUnderWay}
          onClick={() =>
            void act.run(
              async (idempotencyKey) =>
                void (await ask(WithdrawQuestion, { input: { questionId: question.id, idempotencyKey } })),
            )
          }
        >
          {words.withdraw(question.body)}
        </Button>
      ) : null}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </Card>
  );
}

function AskForm({ order }: { readonly order: Order }) {
  const { messages: words } = useOrdersWords();
  const [isSent, setIsSent] = useState(false);
  const filling = useFilling<{ question: string }>({
    draftKey: `ask-desk:${order.id}`,
    defaultValues: { question: '' },
    send: async ({ question }, idempotencyKey) => {
      await ask(AskQuestion, { input: { workOrderId: order.id, idempotencyKey, body: question } });
      filling.form.reset({ question: '' });
      setIsSent(true);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      {isSent ? <Done>{words.sent}</Done> : null}
      <Form filling={filling} submitLabel={words.submitAsk} submitLook="secondary" label={words.ask}>
        <TextField name="question" label={words.askLabel} rows={3} />
      </Form>
    </>
  );
}
