import { useParams } from '@tanstack/react-router';
import { useToday } from '../../../app/session.js';
import { BuyerOrder } from '../../../data/generated/buyer-order.js';
import { BuyerOrderTalk } from '../../../data/generated/buyer-order-talk.js';
import { useAsk } from '../../../data/use-ask.js';
import { PlaceList } from '../../../delivery-places/place-list.js';
import { EnteredList } from '../../../entering/entered-list.js';
import { ButtonLink, ButtonRow } from '../../../kit/button.js';
import { Loaded } from '../../../kit/loaded.js';
import { Outcomes } from '../../../kit/outcome.js';
import { Page } from '../../../kit/page.js';
import { Table } from '../../../kit/table.js';
import { Facts, P, Section } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { formatDate, formatMoment, formatUnits } from '../../../words/format.js';
import { useWorkName } from '../../../words/work-name.js';
import { OrderContact } from '../../../order-contact/contact-section.js';
import { OrderState } from '../order-state.js';
import { useOrdersWords } from '../words.js';
import { Acceptance } from './acceptance.js';
import { Changes } from './changes.js';
import { GovernmentLinks } from './government-links.js';
import { Messages } from './messages.js';
import { OrderFiles } from './files.js';
import type { Order } from './order.js';
import { OrderMoney } from './money.js';
import { Progress } from './progress.js';
import { Quotes } from './quotes.js';
import { Steps } from './steps.js';

/** One order: what comes next, and everything there is about it. */
export function OrderPage() {
  const { areas } = useCommon();
  const { id } = useParams({ from: '/inside/buyer-area/buyer/orders/$id' });
  const query = useAsk(BuyerOrder, { id });
  return (
    <Loaded query={query}>
      {({ workOrder }) => (
        <Page title={workOrder.title} area={areas.buyer} lead={<OrderState state={workOrder.status} />}>
          <Outcomes>
            <OrderView order={workOrder} />
          </Outcomes>
        </Page>
      )}
    </Loaded>
  );
}

function OrderView({ order }: { readonly order: Order }) {
  const talk = useAsk(BuyerOrderTalk, { id: order.id });
  const isToAnswer = order.availableActions.includes('refuseQuote');
  const isProposed = (talk.data?.workOrder.amendments ?? []).some(({ availableActions }) =>
    availableActions.includes('refuse'),
  );
  return (
    <>
      <Next order={order} isProposed={isProposed} />
      <Steps status={order.status} />
      <EnteredList entered={order.enteredFor} />
      {isToAnswer ? <Quotes order={order} /> : null}
      <Progress order={order} />
      <Loaded query={talk}>
        {({ workOrder }) => (
          <>
            <Acceptance order={order} talk={workOrder} />
            {isToAnswer ? null : <Quotes order={order} />}
            <OrderFacts order={order} />
            <Messages order={order} talk={workOrder} />
            <OrderMoney order={order} />
            <Changes order={order} talk={workOrder} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** @param isProposed the desk waits for an answer to a change */
function Next({ order, isProposed }: { readonly order: Order; readonly isProposed: boolean }) {
  const { order: words } = useOrdersWords();
  const { id, status, availableActions, contractType } = order;
  const isReferred = status === 'ORDERED' && contractType === 'REFERRAL';
  return (
    <div className="rounded-lg border-2 border-blue-900 bg-blue-50 p-4">
      <h2 className="text-lg">{words.nextTitle}</h2>
      <P className="mt-1">{isReferred ? words.nextReferral : words.next[status]}</P>
      {isProposed ? <P className="mt-1 font-bold">{words.nextProposal}</P> : null}
      <ButtonRow>
        {isProposed ? (
          <ButtonLink to="/buyer/orders/$id" params={{ id }} hash="changes">
            {words.toProposal}
          </ButtonLink>
        ) : null}
        {availableActions.includes('refuseQuote') ? (
          <ButtonLink to="/buyer/orders/$id" params={{ id }} hash="quote">
            {words.toQuote}
          </ButtonLink>
        ) : null}
        {availableActions.includes('accept') ? (
          <ButtonLink to="/buyer/orders/$id" params={{ id }} hash="accept">
            {words.toAccept}
          </ButtonLink>
        ) : null}
        {availableActions.includes('submit') ? (
          <ButtonLink to="/buyer/orders/new" search={{ draft: id }}>
            {words.toDraft}
          </ButtonLink>
        ) : null}
        {isReferred ? (
          <ButtonLink to="/buyer/orders/$id" params={{ id }} hash="referral">
            {words.toReferral}
          </ButtonLink>
        ) : null}
        <ButtonLink to="/buyer/orders/new" search={{ copy: id }} look="quiet">
          {words.copy}
        </ButtonLink>
      </ButtonRow>
    </div>
  );
}

function OrderFacts({ order }: { readonly order: Order }) {
  const { order: words } = useOrdersWords();
  const workName = useWorkName();
  const today = useToday();
  return (
    <Section heading={words.facts} id="facts">
      <Facts
        items={[
          [words.number, order.number],
          [words.desk, order.desk.name],
          order.department === null ? null : [words.department, order.department.name],
          order.department === null && !order.isPublicMoney
            ? null
            : [words.publicMoney, order.isPublicMoney ? words.yes : words.no],
          order.submittedAt === null ? null : [words.sentAt, formatMoment(order.submittedAt)],
          order.description === '' ? null : [words.description, order.description],
          order.rejectionReason === null ? null : [words.reasonOfDesk, order.rejectionReason],
        ]}
      />
      <OrderContact order={order} />
      <div className="mt-4">
        <Table
          caption={words.caption}
          rows={order.lines}
          keyOf={({ id }) => id}
          columns={[
            { heading: words.work, cell: ({ workType }) => workName(workType) },
            {
              heading: words.units,
              cell: ({ quantity, lotSize, workType: { unit } }) =>
                formatUnits(quantity, unit) + (lotSize > 1 ? `（${words.lotOf(formatUnits(lotSize, unit))}）` : ''),
              isNumber: true,
            },
            { heading: words.due, cell: ({ dueOn }) => formatDate(dueOn, today) },
            {
              heading: words.specification,
              cell: ({ specification, places, quantity, workType: { unit } }) => (
                <>
                  <span className="whitespace-pre-line">{specification}</span>
                  <PlaceList places={places} unit={unit} quantity={quantity} />
                </>
              ),
            },
          ]}
        />
      </div>
      <OrderFiles order={order} />
      <GovernmentLinks order={order} />
    </Section>
  );
}
