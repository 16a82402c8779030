import { ask } from '../../data/ask.js';
import { ReviewWorkOrder } from '../../data/generated/review-work-order.js';
import { SendAssignments } from '../../data/generated/send-assignments.js';
import { AddressLink, ButtonLink, ButtonRow } from '../../kit/button.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { Card, More, P } from '../../kit/text.js';
import { formatUnits, formatYen } from '../../words/format.js';
import { firstUnplaced, type Order, type Share } from './order.js';
import { OtherActions } from './other-actions.js';
import { useOrderWords } from './words.js';

interface Props {
  readonly order: Order;
  readonly shares: readonly Share[];
}

/** The one thing to be done next, and behind it all else that can be done with the order. */
export function NextSteps({ order, shares }: Props) {
  const { next: words } = useOrderWords();
  const hasOthers = order.availableActions.some((action) => OTHER_ACTIONS.includes(action));
  return (
    <section aria-labelledby="next" className="mt-2">
      <Card className="border-2 border-blue-900">
        <h2 id="next">{words.heading}</h2>
        <Next order={order} shares={shares} />
        {hasOthers ? (
          <More summary={words.others}>
            <OtherActions order={order} shares={shares} />
          </More>
        ) : null}
      </Card>
    </section>
  );
}

const OTHER_ACTIONS: readonly string[] = [
  'reject',
  'setSteps',
  'quote',
  'reviseQuote',
  'proposeAmendment',
  'nameLead',
  'cancel',
];

function Next({ order, shares }: Props) {
  const { next: words } = useOrderWords();
  const { id } = order;
  const asking = shares.filter(({ status }) => status === 'PARTLY_ACCEPTED');
  const toInspect = shares.flatMap(({ deliveries }) =>
    deliveries.filter(({ availableActions }) => availableActions.includes('inspect')),
  );
  const unplaced = firstUnplaced(order);
  if (hasOpenRequest(order)) {
    return (
      <Step sentence={words.requests}>
        <AnchorButton to="requests">{words.toRequests}</AnchorButton>
      </Step>
    );
  }
  if (asking.length > 0) {
    return (
      <Step sentence={words.asks(asking.length)}>
        <AnchorButton to={`share-${asking[0]?.id ?? ''}`}>{words.toShares}</AnchorButton>
      </Step>
    );
  }
  if (order.availableActions.includes('review')) {
    return (
      <Step sentence={words.review}>
        <Review order={order} />
      </Step>
    );
  }
  if (order.availableActions.includes('sendAssignments')) {
    return (
      <Step sentence={unplaced === null ? null : words.split(formatUnits(unplaced.unplaced, unplaced.workType.unit))}>
        <Send order={order} shares={shares} />
        {unplaced === null ? null : (
          <AddressLink href={`/desk/orders/${id}/split/${unplaced.id}`} look="secondary">
            {words.toSplit}
          </AddressLink>
        )}
      </Step>
    );
  }
  if (unplaced !== null) {
    return (
      <Step sentence={words.split(formatUnits(unplaced.unplaced, unplaced.workType.unit))}>
        <AddressLink href={`/desk/orders/${id}/split/${unplaced.id}`} look="primary">
          {words.toSplit}
        </AddressLink>
        <AddressLink href={`/desk/calls/new?step=${unplaced.id}`} look="secondary">
          {words.toCall}
        </AddressLink>
      </Step>
    );
  }
  if (toInspect.length > 0) {
    return (
      <Step sentence={words.inspect(toInspect.length)}>
        <ButtonLink to="/desk/inspect/$deliveryId" params={{ deliveryId: toInspect[0]?.id ?? '' }}>
          {words.toInspect}
        </ButtonLink>
      </Step>
    );
  }
  if (order.status === 'REVIEWING' || order.status === 'QUOTE_EXPIRED') {
    return (
      <Step sentence={words.quote}>
        <ButtonLink to="/desk/orders/$id/quote" params={{ id }}>
          {words.toQuote}
        </ButtonLink>
      </Step>
    );
  }
  return <Step sentence={words[WAITING[order.status] ?? 'ended']} />;
}

const WAITING: Readonly<
  Partial<Record<Order['status'], 'quoted' | 'waiting' | 'making' | 'delivered' | 'accepted' | 'cancelling'>>
> = {
  QUOTED: 'quoted',
  ORDERED: 'waiting',
  ALLOCATING: 'waiting',
  IN_PRODUCTION: 'making',
  DELIVERED: 'delivered',
  ACCEPTED: 'accepted',
  SETTLED: 'accepted',
  CANCELLING: 'cancelling',
};

export function hasOpenRequest({ amendments, cancellations, rejections }: Order): boolean {
  return (
    amendments.some(({ status, isProposedByBuyer }) => status === 'PROPOSED' && isProposedByBuyer) ||
    cancellations.some(({ status }) => status === 'REQUESTED') ||
    rejections.some(({ status }) => status === 'OPEN')
  );
}

function Step({ sentence, children }: { readonly sentence: string | null; readonly children?: React.ReactNode }) {
  return (
    <>
      {sentence === null ? null : <P className="mt-2 text-lg">{sentence}</P>}
      {children === undefined ? null : <ButtonRow>{children}</ButtonRow>}
    </>
  );
}

function AnchorButton({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <ButtonLink to="." hash={to} replace hashScrollIntoView>
      {children}
    </ButtonLink>
  );
}

function Review({ order }: { readonly order: Order }) {
  const { actions: words } = useOrderWords();
  return (
    <FormDialog
      look="primary"
      label={words.review}
      title={words.reviewAsk}
      submitLabel={words.review}
      defaultValues={{}}
      done={words.reviewDone}
      send={async (_, idempotencyKey) => ask(ReviewWorkOrder, { input: { workOrderId: order.id, idempotencyKey } })}
    >
      <P>{words.reviewLead(order.buyer.name)}</P>
    </FormDialog>
  );
}

function Send({ order, shares }: Props) {
  const { actions: words } = useOrderWords();
  const planned = shares.filter(({ status }) => status === 'PLANNED');
  return (
    <FormDialog
      look="primary"
      label={words.send}
      title={words.sendAsk(planned.length)}
      submitLabel={words.sendSubmit(planned.length)}
      defaultValues={{}}
      done={words.sendDone}
      send={async (_, idempotencyKey) => ask(SendAssignments, { input: { workOrderId: order.id, idempotencyKey } })}
    >
      <P>{words.sendLead}</P>
      <ul className="mt-3 list-disc pl-6">
        {planned.map(({ id, facility, offeredUnits, amountYen, workType }) => (
          <li key={id}>
            {words.sendRow(facility.name, formatUnits(offeredUnits, workType.unit), formatYen(amountYen))}
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
