import { ask } from '../../data/ask.js';
import { AnswerQuestion } from '../../data/generated/answer-question.js';
import { AskQuestion } from '../../data/generated/ask-question.js';
import { WithdrawQuestion } from '../../data/generated/withdraw-question.js';
import { queryClient } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { Button } from '../../kit/button.js';
import { FaultMessage } from '../../kit/message.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Card, More, Quiet, Section } from '../../kit/text.js';
import { formatMoment } from '../../words/format.js';
import { rich } from '../../kit/rich.js';
import { useFacilityWords } from '../words.js';
import type { Job } from './job.js';

type Question = Job['questions'][number];

/** Between the facility and the desk, about this job. */
export function Questions({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  return (
    <Section heading={words.questions} id="questions">
      {job.questions.length === 0 ? <Quiet>{words.questionsEmpty}</Quiet> : null}
      <ul className="grid gap-3">
        {job.questions.map((question) => (
          <li key={question.id}>
            <QuestionCard question={question} />
          </li>
        ))}
      </ul>
      <More summary={words.ask}>
        <AskForm job={job} />
      </More>
    </Section>
  );
}

function QuestionCard({ question }: { readonly question: Question }) {
  const { job: words } = useFacilityWords();
  const name = `answer-${question.id}`;
  const act = useAct();
  const withdraw = async () =>
    act.run(async (idempotencyKey) => {
      await ask(WithdrawQuestion, { input: { questionId: question.id, idempotencyKey } });
    });
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
      <p className="text-sm text-quiet">
        {rich(words.by[question.askedBy])} {formatMoment(question.askedAt)}
      </p>
      <p className="font-bold whitespace-pre-line">{question.body}</p>
      {question.answer === null ? (
        <Quiet>{words.noAnswerYet}</Quiet>
      ) : (
        <p className="mt-2 border-l-4 border-blue-900 pl-3 whitespace-pre-line">{question.answer}</p>
      )}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      {question.availableActions.includes('withdraw') ? (
        <Button look="quiet" isOff={act.isUnderWay} onClick={() => void withdraw()}>
          {words.withdrawQuestion}
        </Button>
      ) : null}
      {question.availableActions.includes('answer') ? (
        <Form filling={filling} submitLabel={words.submitAnswer} label={question.body}>
          <TextField name={name} label={words.answerLabel} rows={3} />
        </Form>
      ) : null}
    </Card>
  );
}

function AskForm({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const filling = useFilling<{ question: string }>({
    draftKey: `ask:${job.id}`,
    defaultValues: { question: '' },
    send: async ({ question }, idempotencyKey) => {
      await ask(AskQuestion, { input: { assignmentId: job.id, idempotencyKey, body: question } });
      filling.form.reset({ question: '' });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitAsk} submitLook="secondary" label={words.ask}>
      <TextField name="question" label={words.askLabel} rows={3} />
    </Form>
  );
}
