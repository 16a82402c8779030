import { ask } from '../../data/ask.js';
import { AnswerQuestion } from '../../data/generated/answer-question.js';
import { AskQuestion } from '../../data/generated/ask-question.js';
import { PassOnQuestion } from '../../data/generated/pass-on-question.js';
import { WithdrawQuestion } from '../../data/generated/withdraw-question.js';
import { queryClient } from '../../data/use-ask.js';
import { ButtonRow } from '../../kit/button.js';
import { CheckField, RadioList } from '../../kit/choices.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Files } from '../../kit/files.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { Form } from '../../kit/form.js';
import { useOutcome } from '../../kit/outcome.js';
import { Card, P, Quiet, Section } from '../../kit/text.js';
import { formatMoment } from '../../words/format.js';
import { isPast, type Order, type Question, type Share } from './order.js';
import { useOrderWords } from './words.js';

interface Props {
  readonly order: Order;
  readonly shares: readonly Share[];
  readonly questions: readonly Question[];
}

/** Between the buyer, the desk and the facilities; what the desk is asked is answered here. */
export function Questions({ order, shares, questions }: Props) {
  const { questions: words } = useOrderWords();
  return (
    <Section heading={words.heading} id="questions" aside={<Ask order={order} shares={shares} />}>
      {questions.length === 0 ? <Quiet>{words.empty}</Quiet> : null}
      <ul className="grid gap-3">
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionCard order={order} question={question} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function QuestionCard({ order, question }: { readonly order: Order; readonly question: Question }) {
  const { questions: words } = useOrderWords();
  const { askedBy, askedOf, askedAt, facility, body, answer, status, availableActions } = question;
  const nameOf = (side: Question['askedBy']) =>
    side === 'FACILITY' ? (facility?.name ?? words.by.FACILITY) : side === 'BUYER' ? order.buyer.name : words.by.DESK;
  return (
    <Card>
      <p className="text-sm text-quiet">
        {words.fromTo(nameOf(askedBy), nameOf(askedOf))} {formatMoment(askedAt)}
        {question.passedOnFromId === null ? null : `　${words.passedOn}`}
      </p>
      <p className="font-bold whitespace-pre-line">{body}</p>
      <Files files={question.attachments} />
      {answer === null ? (
        status === 'OPEN' ? (
          <Quiet>{words.waiting}</Quiet>
        ) : null
      ) : (
        <p className="mt-2 border-l-4 border-blue-900 pl-3 whitespace-pre-line">{answer}</p>
      )}
      {availableActions.includes('answer') ? <AnswerForm question={question} /> : null}
      {availableActions.some((action) => action !== 'answer') ? (
        <ButtonRow>
          {availableActions.includes('passOn') ? <PassOn question={question} /> : null}
          {availableActions.includes('withdraw') ? (
            <FormDialog
              label={words.withdraw}
              about={body}
              title={words.withdrawAsk}
              submitLabel={words.withdraw}
              defaultValues={{}}
              done={words.withdrawDone}
              send={async (_, idempotencyKey) =>
                ask(WithdrawQuestion, { input: { questionId: question.id, idempotencyKey } })
              }
            >
              <p className="whitespace-pre-line">{body}</p>
            </FormDialog>
          ) : null}
        </ButtonRow>
      ) : null}
    </Card>
  );
}

function AnswerForm({ question }: { readonly question: Question }) {
  const { questions: words } = useOrderWords();
  const say = useOutcome();
  const [text, forAll] = [`answer-${question.id}`, `all-${question.id}`];
  const isOfFacility = question.askedBy === 'FACILITY';
  const filling = useFilling<Record<string, string | boolean>>({
    draftKey: text,
    defaultValues: { [text]: '', [forAll]: true },
    send: async (values, idempotencyKey) => {
      const input = {
        questionId: question.id,
        idempotencyKey,
        answer: String(values[text]),
        ...(isOfFacility ? { isForAllFacilities: values[forAll] === true } : {}),
      };
      await ask(AnswerQuestion, { input });
      say(words.answered);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitAnswer} label={question.body}>
      <TextField name={text} label={words.answerLabel} rows={3} />
      {isOfFacility ? <CheckField name={forAll} label={words.forAll} hint={words.forAllHint} /> : null}
    </Form>
  );
}

function PassOn({ question }: { readonly question: Question }) {
  const { questions: words } = useOrderWords();
  return (
    <FormDialog<{ passedOn: string }>
      label={words.passOn}
      about={question.body}
      title={words.passOnAsk}
      submitLabel={words.passOn}
      defaultValues={{ passedOn: question.body }}
      done={words.passOnDone}
      send={async ({ passedOn }, idempotencyKey) =>
        ask(PassOnQuestion, { input: { questionId: question.id, idempotencyKey, body: passedOn } })
      }
    >
      <P>{words.passOnLead}</P>
      <TextField name="passedOn" label={words.passOnLabel} rows={3} />
    </FormDialog>
  );
}

function Ask({ order, shares }: Pick<Props, 'order' | 'shares'>) {
  const { questions: words } = useOrderWords();
  const live = shares.filter((share) => !isPast(share) && share.status !== 'PLANNED');
  return (
    <FormDialog<{ askWhom: string; question: string }>
      label={words.ask}
      title={words.ask}
      submitLabel={words.ask}
      defaultValues={{ askWhom: 'buyer', question: '' }}
      done={words.asked}
      send={async ({ askWhom, question: body }, idempotencyKey) =>
        ask(AskQuestion, {
          input: {
            idempotencyKey,
            body,
            ...(askWhom === 'buyer' ? { workOrderId: order.id } : { assignmentId: askWhom }),
          },
        })
      }
    >
      <RadioList
        name="askWhom"
        label={words.askWhom}
        choices={[
          { value: 'buyer', label: order.buyer.name },
          ...live.map(({ id, facility }) => ({ value: id, label: facility.name })),
        ]}
      />
      <TextField name="question" label={words.askLabel} rows={3} />
    </FormDialog>
  );
}
