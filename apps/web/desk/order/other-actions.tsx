import { ask } from '../../data/ask.js';
import { CancelWorkOrder } from '../../data/generated/cancel-work-order.js';
import { NameLeadFacility } from '../../data/generated/name-lead-facility.js';
import { RejectWorkOrder } from '../../data/generated/reject-work-order.js';
import { ReviseQuote } from '../../data/generated/revise-quote.js';
import { ButtonLink, ButtonRow } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { P } from '../../kit/text.js';
import { isPast, type Order, type Share } from './order.js';
import { useOrderWords } from './words.js';

interface Props {
  readonly order: Order;
  readonly shares: readonly Share[];
}

/** What can be done with the order besides the next step; what ends it stands last. */
export function OtherActions({ order, shares }: Props) {
  const { actions: words, next } = useOrderWords();
  const can = (action: Order['availableActions'][number]) => order.availableActions.includes(action);
  const params = { id: order.id };
  return (
    <ButtonRow>
      {can('setSteps') ? (
        <ButtonLink to="/desk/orders/$id/steps" params={params} look="secondary">
          {words.steps}
        </ButtonLink>
      ) : null}
      {can('quote') ? (
        <ButtonLink to="/desk/orders/$id/quote" params={params} look="secondary">
          {order.quotes.length === 0 ? next.toQuote : next.quoteAgain}
        </ButtonLink>
      ) : null}
      {can('reviseQuote') ? <Revise order={order} /> : null}
      {can('proposeAmendment') ? (
        <ButtonLink to="/desk/orders/$id/propose" params={params} look="secondary">
          {words.propose}
        </ButtonLink>
      ) : null}
      {can('nameLead') ? <Lead order={order} shares={shares} /> : null}
      {can('reject') ? <Reject order={order} /> : null}
      {can('cancel') ? <Cancel order={order} shares={shares} /> : null}
    </ButtonRow>
  );
}

function Revise({ order }: { readonly order: Order }) {
  const { actions: words } = useOrderWords();
  return (
    <FormDialog
      label={words.revise}
      title={words.reviseAsk}
      submitLabel={words.revise}
      defaultValues={{}}
      done={words.reviseDone}
      send={async (_, idempotencyKey) => ask(ReviseQuote, { input: { workOrderId: order.id, idempotencyKey } })}
    >
      <P>{words.reviseLead(order.buyer.name)}</P>
    </FormDialog>
  );
}

function Lead({ order, shares }: Props) {
  const { actions: words } = useOrderWords();
  const facilities = new Map(
    shares.filter((share) => !isPast(share)).map(({ facility }) => [facility.id, facility.name]),
  );
  return (
    <FormDialog<{ leadFacility: string }>
      label={words.lead}
      title={words.leadAsk}
      submitLabel={words.lead}
      defaultValues={{ leadFacility: order.leadFacility?.id ?? 'nobody' }}
      done={words.leadDone}
      send={async ({ leadFacility }, idempotencyKey) =>
        ask(NameLeadFacility, {
          input: { workOrderId: order.id, idempotencyKey, facilityId: leadFacility === 'nobody' ? null : leadFacility },
        })
      }
    >
      <RadioList
        name="leadFacility"
        label={words.leadAsk}
        hint={words.leadHint}
        choices={[
          ...[...facilities].map(([value, label]) => ({ value, label })),
          { value: 'nobody', label: words.leadNobody },
        ]}
      />
    </FormDialog>
  );
}

function Reject({ order }: { readonly order: Order }) {
  const { actions: words } = useOrderWords();
  return (
    <FormDialog<{ rejectReason: string }>
      look="danger"
      label={words.reject}
      title={words.rejectAsk}
      submitLabel={words.reject}
      submitLook="danger"
      defaultValues={{ rejectReason: '' }}
      done={words.rejectDone}
      send={async ({ rejectReason: reason }, idempotencyKey) =>
        ask(RejectWorkOrder, { input: { workOrderId: order.id, idempotencyKey, reason } })
      }
    >
      <P>{words.rejectLead(order.buyer.name)}</P>
      <TextField name="rejectReason" label={words.reason} hint={words.reasonHint} rows={3} />
    </FormDialog>
  );
}

/** Also how a request of the buyer is granted. */
export function Cancel({ order, shares, label }: Props & { readonly label?: string }) {
  const { actions: words } = useOrderWords();
  const concerned = new Set(shares.filter((share) => !isPast(share)).map(({ facility }) => facility.id)).size;
  return (
    <FormDialog<{ cancelReason: string }>
      look="danger"
      label={label ?? words.cancel}
      title={words.cancelAsk}
      submitLabel={words.cancelSubmit}
      submitLook="danger"
      defaultValues={{ cancelReason: '' }}
      done={words.cancelDone}
      send={async ({ cancelReason: reason }, idempotencyKey) =>
        ask(CancelWorkOrder, { input: { workOrderId: order.id, idempotencyKey, reason } })
      }
    >
      <P>{words.cancelLead(concerned, order.buyer.name)}</P>
      <TextField name="cancelReason" label={words.reason} hint={words.reasonHint} rows={3} />
    </FormDialog>
  );
}
