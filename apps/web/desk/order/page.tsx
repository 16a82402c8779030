import { useParams } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { OrderHistory } from '../../data/generated/order-history.js';
import { OrderMessages } from '../../data/generated/order-messages.js';
import { OrderShares } from '../../data/generated/order-shares.js';
import { WorkOrder } from '../../data/generated/work-order.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink } from '../../kit/button.js';
import { EnteredList } from '../../entering/entered-list.js';
import { Loaded } from '../../kit/loaded.js';
import { Outcomes } from '../../kit/outcome.js';
import { Page } from '../../kit/page.js';
import { Facts, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { dayOf, daysBetween, formatDate } from '../../words/format.js';
import { plain } from '../../words/readings.js';
import { Flags, OrderState } from '../common/states.js';
import { EnterForBuyer } from '../entering/for-buyer.js';
import { useDeskCommon } from '../common/words.js';
import { Calls, Papers, Told } from './correspondence.js';
import { OrderContact } from '../../order-contact/contact-section.js';
import { OrderFiles } from './files.js';
import { Money, Timeline } from './history.js';
import { Lines } from './lines.js';
import { NextSteps } from './next-steps.js';
import { Notes } from './notes.js';
import type { Order } from './order.js';
import { OrderPapers } from './order-papers.js';
import { Questions } from './questions.js';
import { Requests } from './requests.js';
import { Shares } from './shares.js';
import { Stages } from './stages.js';
import { useTarget } from './use-target.js';
import { useOrderWords } from './words.js';

/** Everything about one order; what is to be done next stands first. */
export function OrderPage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/orders/$id' });
  const query = useAsk(WorkOrder, { id });
  return (
    <Loaded query={query}>
      {({ workOrder }) => (
        <Outcomes>
          <OrderView key={workOrder.id} order={workOrder} />
        </Outcomes>
      )}
    </Loaded>
  );
}

function OrderView({ order }: { readonly order: Order }) {
  const { areas } = useCommon();
  const shares = useAsk(OrderShares, { id: order.id });
  const messages = useAsk(OrderMessages, { id: order.id });
  const history = useAsk(OrderHistory, { id: order.id });
  const assignments = shares.data?.workOrder.assignments ?? [];
  useTarget(shares.isSuccess && messages.isSuccess && history.isSuccess);
  return (
    <Page
      title={`${order.number} ${order.title}`}
      area={areas.desk}
      lead={
        <span className="flex flex-wrap items-center gap-2">
          <OrderState state={order.status} />
          <Flags flags={order.flags} />
        </span>
      }
    >
      <NextSteps order={order} shares={assignments} />
      <OrderPapers order={order} shares={assignments} />
      <EnterForBuyer order={order} />
      <EnteredList entered={order.enteredFor} />
      <Contents />
      <OrderFacts order={order} />
      <Notes order={order} />
      <Stages order={order} />
      <Requests order={order} shares={assignments} />
      <Lines order={order} />
      <Loaded query={shares}>{(data) => <Shares order={order} shares={data.workOrder.assignments} />}</Loaded>
      <Loaded query={messages}>
        {(data) => (
          <>
            <Questions order={order} shares={assignments} questions={data.workOrder.questions} />
            <OrderFiles order={order} />
            <Calls messages={data} />
            <Papers messages={data} />
            <Told messages={data} />
          </>
        )}
      </Loaded>
      <Loaded query={history}>
        {(data) => (
          <>
            <Money history={data.workOrder} />
            <Timeline history={data.workOrder} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Contents() {
  const words = useOrderWords();
  const parts = [
    ['notes', words.notes.heading],
    ['lines', words.lines.heading],
    ['shares', words.shares.heading],
    ['questions', words.questions.heading],
    ['files', words.files.heading],
    ['papers', words.papers.heading],
    ['told', words.told.heading],
    ['money', words.money.heading],
    ['timeline', words.history.heading],
  ] as const;
  return (
    <nav aria-label={plain(words.sections)} className="no-print flex flex-wrap gap-x-4">
      {parts.map(([id, heading]) => (
        <a key={id} href={`#${id}`} className="inline-flex min-h-11 min-w-11 items-center">
          {heading}
        </a>
      ))}
    </nav>
  );
}

function OrderFacts({ order }: { readonly order: Order }) {
  const { facts: words } = useOrderWords();
  const { contractTypes } = useDeskCommon();
  const today = useToday();
  const { buyer, department, contractType, leadFacility, description, rejectionReason, submittedAt } = order;
  return (
    <Section heading={words.heading}>
      <Facts
        items={[
          [words.buyer, department === null ? buyer.name : `${buyer.name} ${department.name}`],
          [words.due, words.workdays(formatDate(order.dueOn, today), daysBetween(today, order.dueOn))],
          submittedAt === null ? null : [words.submitted, formatDate(dayOf(submittedAt), today)],
          contractType === null ? null : [words.contract, contractTypes[contractType]],
          order.isPublicMoney ? [words.publicMoney, words.isPublicMoney] : null,
          leadFacility === null ? null : [words.lead, leadFacility.name],
          description === '' ? null : [words.description, description],
          rejectionReason === null ? null : [words.rejected, rejectionReason],
        ]}
      />
      <OrderContact order={order} />
      {order.isPublicMoney && order.status !== 'SUBMITTED' ? (
        <ButtonLink to="/desk/orders/$id/publications" params={{ id: order.id }} look="quiet">
          {words.toPublications}
        </ButtonLink>
      ) : null}
    </Section>
  );
}
