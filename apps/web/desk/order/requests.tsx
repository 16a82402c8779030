import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AnswerRejection } from '../../data/generated/answer-rejection.js';
import { AskRework } from '../../data/generated/ask-rework.js';
import { RefuseCancellation } from '../../data/generated/refuse-cancellation.js';
import { WithdrawAmendment } from '../../data/generated/withdraw-amendment.js';
import { ButtonLink, ButtonRow } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { StateTag } from '../../kit/state-tag.js';
import { Card, P, Section } from '../../kit/text.js';
import { dayOf, formatDate, formatUnits } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import type { Order, Share } from './order.js';
import { Cancel } from './other-actions.js';
import { useOrderWords } from './words.js';

interface Props {
  readonly order: Order;
  readonly shares: readonly Share[];
}

/** What was asked for after the order: a change, by either side, the end, or that delivered work is made good. */
export function Requests({ order, shares }: Props) {
  const { requests: words } = useOrderWords();
  const today = useToday();
  const { amendments, cancellations, rejections } = order;
  if (amendments.length + cancellations.length + rejections.length === 0) return null;
  const dayOn = (moment: string) => formatDate(dayOf(moment), today);
  return (
    <Section heading={words.heading} id="requests">
      <ul className="grid gap-3">
        {rejections.map((rejection) => (
          <li key={rejection.id}>
            <Rejection order={order} shares={shares} rejection={rejection} />
          </li>
        ))}
        {cancellations.map(
          ({ id, status, reason, refusalReason, requestedAt, isRequestedByBuyer, availableActions }) => (
            <li key={id}>
              <Request
                title={(isRequestedByBuyer ? words.cancellation : words.ownCancellation)(dayOn(requestedAt))}
                isOpen={status === 'REQUESTED'}
                state={words.states[status]}
                reason={reason}
              >
                {refusalReason === null ? null : <P>{words.refused(refusalReason)}</P>}
                {availableActions.includes('refuse') ? (
                  <ButtonRow>
                    <RefuseRequest order={order} />
                    {order.availableActions.includes('cancel') ? (
                      <Cancel order={order} shares={shares} label={words.grant} />
                    ) : null}
                  </ButtonRow>
                ) : null}
              </Request>
            </li>
          ),
        )}
        {amendments.map(({ id, status, reason, refusalReason, proposedAt, isProposedByBuyer, availableActions }) => (
          <li key={id}>
            <Request
              title={(isProposedByBuyer ? words.amendment : words.ownAmendment)(dayOn(proposedAt))}
              isOpen={status === 'PROPOSED'}
              state={(isProposedByBuyer ? words.states : words.ownStates)[status]}
              reason={reason}
            >
              {refusalReason === null ? null : <P>{words.refused(refusalReason)}</P>}
              {status === 'PROPOSED' ? (
                <ButtonRow>
                  <ButtonLink to="/desk/orders/$id/amendments/$amendmentId" params={{ id: order.id, amendmentId: id }}>
                    {isProposedByBuyer ? words.toAmendment : words.toOwnAmendment}
                  </ButtonLink>
                  {availableActions.includes('withdraw') ? <TakeBack amendmentId={id} /> : null}
                </ButtonRow>
              ) : null}
            </Request>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Request({
  title,
  state,
  isOpen,
  reason,
  children,
}: {
  readonly title: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly reason: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Card>
      <h3 className="flex flex-wrap items-center gap-2">
        {title}
        <StateTag tone={isOpen ? 'trouble' : 'ended'}>{state}</StateTag>
      </h3>
      <p className="whitespace-pre-line">{reason}</p>
      {children}
    </Card>
  );
}

function TakeBack({ amendmentId }: { readonly amendmentId: string }) {
  const { requests: words } = useOrderWords();
  return (
    <FormDialog
      label={words.takeBack}
      title={words.takeBackAsk}
      submitLabel={words.takeBack}
      look="quiet"
      defaultValues={{}}
      done={words.takenBack}
      send={async (_, idempotencyKey) => ask(WithdrawAmendment, { input: { amendmentId, idempotencyKey } })}
    >
      <P>{words.takeBackLead}</P>
    </FormDialog>
  );
}

function RefuseRequest({ order }: { readonly order: Order }) {
  const { requests: words, actions } = useOrderWords();
  return (
    <FormDialog<{ refuseReason: string }>
      label={words.refuseCancellation}
      title={words.refuseCancellationAsk}
      submitLabel={words.refuseCancellation}
      defaultValues={{ refuseReason: '' }}
      done={words.refuseCancellationDone}
      send={async ({ refuseReason: reason }, idempotencyKey) =>
        ask(RefuseCancellation, { input: { workOrderId: order.id, idempotencyKey, reason } })
      }
    >
      <P>{words.refuseCancellationLead(order.buyer.name)}</P>
      <TextField name="refuseReason" label={actions.reason} hint={actions.reasonHint} rows={3} />
    </FormDialog>
  );
}

function Rejection({ order, shares, rejection }: Props & { readonly rejection: Order['rejections'][number] }) {
  const { requests: words } = useOrderWords();
  const today = useToday();
  const { status, reason, answer, rejectedAt, lines, availableActions } = rejection;
  return (
    <Request
      title={words.rejection(formatDate(dayOf(rejectedAt), today))}
      isOpen={status === 'OPEN'}
      state={words.states[status]}
      reason={reason}
    >
      <ul className="mt-2 list-disc pl-6">
        {lines.map(({ workOrderLineId, units, toRedo }) => {
          const line = order.lines.find(({ id }) => id === workOrderLineId);
          return (
            <li key={workOrderLineId}>
              {words.rejectedLine(line?.position ?? 0, formatUnits(units, line?.workType.unit ?? ''), toRedo)}
            </li>
          );
        })}
      </ul>
      {answer === null ? null : <P>{words.answered(answer)}</P>}
      {availableActions.length === 0 ? null : (
        <ButtonRow>
          {availableActions.includes('askRework') ? <Rework shares={shares} rejection={rejection} /> : null}
          {availableActions.includes('answer') ? <Answer rejection={rejection} /> : null}
        </ButtonRow>
      )}
    </Request>
  );
}

interface ReworkValues {
  reworkShare: string;
  reworkUnits: string;
  reworkTodo: string;
  reworkDue: string;
}

function Rework({ shares, rejection }: Pick<Props, 'shares'> & { readonly rejection: Order['rejections'][number] }) {
  const { requests: words } = useOrderWords();
  const today = useToday();
  const inspected = shares.filter(({ status }) => status === 'INSPECTED');
  return (
    <FormDialog<ReworkValues>
      look="primary"
      label={words.rework}
      title={words.reworkAsk}
      submitLabel={words.reworkSubmit}
      defaultValues={{
        reworkShare: '',
        reworkUnits: '',
        reworkTodo: rejection.lines.map(({ toRedo }) => toRedo).join('\n'),
        reworkDue: '',
      }}
      done={words.reworkDone}
      send={async ({ reworkShare, reworkUnits, reworkTodo, reworkDue }, idempotencyKey) =>
        ask(AskRework, {
          input: {
            rejectionId: rejection.id,
            assignmentId: reworkShare,
            idempotencyKey,
            units: readWholeNumber(reworkUnits) ?? 0,
            toRedo: reworkTodo,
            reworkDueOn: reworkDue,
          },
        })
      }
    >
      <RadioList
        name="reworkShare"
        label={words.reworkShare}
        choices={inspected.map(({ id, facility, units, workType }) => ({
          value: id,
          label: `${facility.name}　${formatUnits(units, workType.unit)}`,
        }))}
      />
      <NumberField name="reworkUnits" label={words.reworkUnits} unit={inspected[0]?.workType.unit ?? ''} min={1} />
      <TextField name="reworkTodo" label={words.reworkTodo} rows={3} />
      <DateField name="reworkDue" label={words.reworkDue} today={today} min={today} />
    </FormDialog>
  );
}

function Answer({ rejection }: { readonly rejection: Order['rejections'][number] }) {
  const { requests: words } = useOrderWords();
  return (
    <FormDialog<{ rejectionAnswer: string }>
      label={words.answer}
      title={words.answerAsk}
      submitLabel={words.answer}
      defaultValues={{ rejectionAnswer: '' }}
      done={words.answerDone}
      send={async ({ rejectionAnswer: answer }, idempotencyKey) =>
        ask(AnswerRejection, { input: { rejectionId: rejection.id, idempotencyKey, answer } })
      }
    >
      <TextField name="rejectionAnswer" label={words.answerLabel} rows={3} />
    </FormDialog>
  );
}
