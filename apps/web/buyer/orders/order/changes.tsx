import { ask } from '../../../data/ask.js';
import { AnswerAmendment } from '../../../data/generated/answer-amendment.js';
import { RequestCancellation } from '../../../data/generated/request-cancellation.js';
import { WithdrawAmendment } from '../../../data/generated/withdraw-amendment.js';
import { WithdrawCancellation } from '../../../data/generated/withdraw-cancellation.js';
import { WithdrawWorkOrder } from '../../../data/generated/withdraw-work-order.js';
import { queryClient } from '../../../data/use-ask.js';
import { useAct } from '../../../kit/act.js';
import { Button, ButtonLink, ButtonRow } from '../../../kit/button.js';
import { ConfirmAct } from '../../../kit/confirm-act.js';
import { TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { FormDialog } from '../../../kit/form-dialog.js';
import { Form } from '../../../kit/form.js';
import { FaultMessage } from '../../../kit/message.js';
import { StateTag } from '../../../kit/state-tag.js';
import { Card, More, P, Quiet, Section } from '../../../kit/text.js';
import { useToday } from '../../../app/session.js';
import { formatDate, formatMoment, formatSen, formatUnits } from '../../../words/format.js';
import { useWorkName } from '../../../words/work-name.js';
import { useOrdersWords } from '../words.js';
import type { Order, Talk } from './order.js';

/** To have it otherwise, or not at all. After the order the desk decides. */
export function Changes({ order, talk }: { readonly order: Order; readonly talk: Talk }) {
  const { changes: words } = useOrdersWords();
  const { id, availableActions } = order;
  const canChange = availableActions.includes('proposeAmendment');
  const canCancel = availableActions.includes('requestCancellation');
  const canWithdraw = availableActions.includes('withdraw');
  if (!canChange && !canCancel && !canWithdraw && talk.amendments.length + talk.cancellations.length === 0) return null;
  return (
    <Section heading={words.heading} id="changes">
      <ul className="grid gap-3">
        {talk.amendments.map((amendment) => (
          <li key={amendment.id}>
            <AmendmentCard order={order} amendment={amendment} />
          </li>
        ))}
        {talk.cancellations.map((cancellation) => (
          <li key={cancellation.id}>
            <CancellationCard order={order} cancellation={cancellation} />
          </li>
        ))}
      </ul>
      {canChange ? (
        <>
          <Quiet className="mt-4 mb-2">{words.changeLead}</Quiet>
          <ButtonLink to="/buyer/orders/$id/change" params={{ id }} look="secondary">
            {words.change}
          </ButtonLink>
        </>
      ) : null}
      {canCancel ? <CancelForm order={order} /> : null}
      {canWithdraw ? (
        <div className="mt-4">
          <ConfirmAct
            label={words.withdrawOrder}
            look="danger"
            title={words.withdrawOrder}
            confirmLabel={words.withdrawOrder}
            run={async (idempotencyKey) => {
              await ask(WithdrawWorkOrder, { input: { workOrderId: id, idempotencyKey } });
            }}
          >
            <P>{words.withdrawOrderCheck}</P>
          </ConfirmAct>
        </div>
      ) : null}
    </Section>
  );
}

function AmendmentCard({
  order,
  amendment,
}: {
  readonly order: Order;
  readonly amendment: Talk['amendments'][number];
}) {
  const { changes: words } = useOrdersWords();
  const workName = useWorkName();
  const today = useToday();
  const act = useAct();
  const { id, status, isProposedByBuyer, reason, refusalReason, proposedAt, availableActions, lines } = amendment;
  return (
    <Card>
      <p className="flex flex-wrap items-center gap-2">
        <StateTag tone={toneOf(amendment)}>{(isProposedByBuyer ? words.states : words.offeredStates)[status]}</StateTag>
        <span>{(isProposedByBuyer ? words.asked : words.offered)(formatMoment(proposedAt))}</span>
      </p>
      <ul className="mt-2 list-disc pl-6">
        {lines.map(({ workOrderLineId, quantity, dueOn, specification, unitPriceSen, previousUnitPriceSen }) => {
          const line = order.lines.find((each) => each.id === workOrderLineId);
          if (line === undefined) return null;
          const units = quantity === null ? null : formatUnits(quantity, line.workType.unit);
          return (
            <li key={workOrderLineId}>
              {words.line(workName(line.workType), units, dueOn === null ? null : formatDate(dueOn, today))}
              {unitPriceSen === null ? null : (
                <span className="block">
                  {words.newPrice(formatSen(previousUnitPriceSen ?? 0), formatSen(unitPriceSen))}
                </span>
              )}
              {specification === null ? null : (
                <span className="block whitespace-pre-line">{`${words.newSpecification} ${specification}`}</span>
              )}
            </li>
          );
        })}
      </ul>
      <P className="mt-2">{words.because(reason)}</P>
      {refusalReason === null ? null : (
        <P className="font-bold">{(isProposedByBuyer ? words.deskSays : words.youSaid)(refusalReason)}</P>
      )}
      {availableActions.includes('refuse') ? <AnswerOffered amendment={amendment} /> : null}
      {availableActions.includes('withdraw') ? (
        <Button
          look="quiet"
          isOff={act.isUnderWay}
          onClick={() =>
            void act.run(
              async (idempotencyKey) =>
                void (await ask(WithdrawAmendment, { input: { amendmentId: id, idempotencyKey } })),
            )
          }
        >
          {words.withdraw}
        </Button>
      ) : null}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </Card>
  );
}

type Amendment = Talk['amendments'][number];

function toneOf({ status, isProposedByBuyer }: Amendment) {
  if (status === 'PROPOSED') return isProposedByBuyer ? 'waiting' : 'trouble';
  return status === 'ACCEPTED' ? 'done' : 'ended';
}

/** The desk proposed it: nothing changes before the buyer has agreed. */
function AnswerOffered({ amendment: { id, availableActions } }: { readonly amendment: Amendment }) {
  const { changes: words } = useOrdersWords();
  return (
    <>
      <P className="mt-2">{words.offeredLead}</P>
      <ButtonRow>
        {availableActions.includes('accept') ? (
          <FormDialog
            label={words.agree}
            look="primary"
            title={words.agreeAsk}
            submitLabel={words.agree}
            defaultValues={{}}
            done={words.agreed}
            send={async (_, idempotencyKey) =>
              ask(AnswerAmendment, { input: { amendmentId: id, idempotencyKey, isAgreed: true } })
            }
          >
            <P>{words.agreeLead}</P>
          </FormDialog>
        ) : null}
        <FormDialog<{ refuseOfferReason: string }>
          label={words.refuse}
          title={words.refuseAsk}
          submitLabel={words.refuse}
          defaultValues={{ refuseOfferReason: '' }}
          done={words.refusedDone}
          send={async ({ refuseOfferReason: reason }, idempotencyKey) =>
            ask(AnswerAmendment, { input: { amendmentId: id, idempotencyKey, isAgreed: false, reason } })
          }
        >
          <TextField name="refuseOfferReason" label={words.refuseReason} rows={2} />
        </FormDialog>
      </ButtonRow>
    </>
  );
}

function CancellationCard({
  order,
  cancellation,
}: {
  readonly order: Order;
  readonly cancellation: Talk['cancellations'][number];
}) {
  const { changes: words } = useOrdersWords();
  const act = useAct();
  const { status, isRequestedByBuyer, reason, refusalReason, requestedAt, availableActions } = cancellation;
  return (
    <Card>
      <p className="flex flex-wrap items-center gap-2">
        <StateTag tone={status === 'REQUESTED' ? 'waiting' : 'ended'}>{words.cancelStates[status]}</StateTag>
        <span>{formatMoment(requestedAt)}</span>
        {isRequestedByBuyer ? null : <span>{words.byDesk}</span>}
      </p>
      <P className="mt-2">{words.because(reason)}</P>
      {refusalReason === null ? null : <P className="font-bold">{words.deskSays(refusalReason)}</P>}
      {availableActions.includes('withdraw') ? (
        <Button
          look="secondary"
          isOff={act.isUnderWay}
          onClick={() =>
            void act.run(
              async (idempotencyKey) =>
                void (await ask(WithdrawCancellation, { input: { workOrderId: order.id, idempotencyKey } })),
            )
          }
        >
          {words.withdrawCancel}
        </Button>
      ) : null}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </Card>
  );
}

function CancelForm({ order }: { readonly order: Order }) {
  const { changes: words } = useOrdersWords();
  const filling = useFilling<{ cancelReason: string }>({
    draftKey: `cancel:${order.id}`,
    defaultValues: { cancelReason: '' },
    send: async ({ cancelReason }, idempotencyKey) => {
      await ask(RequestCancellation, { input: { workOrderId: order.id, idempotencyKey, reason: cancelReason } });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <More summary={words.cancel}>
      <P>{words.cancelLead}</P>
      <Form filling={filling} submitLabel={words.submitCancel} submitLook="danger" label={words.cancel}>
        <TextField name="cancelReason" label={words.cancelReason} rows={2} />
      </Form>
    </More>
  );
}
