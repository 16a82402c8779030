import { ask } from '../../../data/ask.js';
import { AnswerCallQuestion } from '../../../data/generated/answer-call-question.js';
import { queryClient } from '../../../data/use-ask.js';
import { TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { Empty } from '../../../kit/loaded.js';
import { Card, Quiet, Section } from '../../../kit/text.js';
import { formatMoment } from '../../../words/format.js';
import { useCallWords } from '../words.js';
import type { CallView } from './call-view.js';

type Question = CallView['questions'][number];

/** What facilities asked before they answered; everybody who was asked reads the answers. */
export function Questions({ call, onSaid }: { readonly call: CallView; readonly onSaid: (sentence: string) => void }) {
  const { call: words } = useCallWords();
  return (
    <Section heading={words.questions} id="questions">
      <Quiet>{words.questionsLead}</Quiet>
      {call.questions.length === 0 ? <Empty>{words.noQuestions}</Empty> : null}
      <ul className="mt-3 grid gap-3">
        {call.questions.map((question) => (
          <li key={question.id}>
            <Card>
              <Quiet>{words.by(question.facility?.name ?? '', formatMoment(question.askedAt))}</Quiet>
              <p className="whitespace-pre-line">{question.question}</p>
              {question.answer === null ? null : (
                <p className="mt-2 border-l-4 border-blue-900 pl-3 whitespace-pre-line">{question.answer}</p>
              )}
              {question.availableActions.includes('answer') ? <AnswerForm question={question} onSaid={onSaid} /> : null}
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AnswerForm({
  question,
  onSaid,
}: {
  readonly question: Question;
  readonly onSaid: (sentence: string) => void;
}) {
  const { call: words } = useCallWords();
  const field = `answer-${question.id}`;
  const filling = useFilling<Record<string, string>>({
    draftKey: field,
    defaultValues: { [field]: '' },
    send: async (values, idempotencyKey) => {
      await ask(AnswerCallQuestion, {
        input: { callQuestionId: question.id, answer: values[field] ?? '', idempotencyKey },
      });
      onSaid(words.doneAnswered);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitAnswer(question.facility?.name ?? '')}>
      <TextField name={field} label={words.answerLabel} rows={3} />
    </Form>
  );
}
