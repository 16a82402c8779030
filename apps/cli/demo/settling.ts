import { formatYen } from '#yui/money';
import {
  type Bill,
  CHANGES,
  type Contract,
  type Order,
  type OrderContracts,
  type Paper,
  QUERIES,
} from './documents.js';
import type { Person } from './person.js';
import type { Stage } from './stage.js';

/** Who bills whom, for all contracts between the two. */
interface Billing {
  readonly who: Person;
  readonly kind: 'INVOICE' | 'PAYMENT_NOTICE';
  readonly payerId: string;
  readonly payeeId: string;
  readonly label: string;
}

/** Everything that was accepted is billed and paid, and with the last payment the order is settled and closed. */
export async function settle(stage: Stage, order: Order): Promise<void> {
  const { story, cast } = stage;
  const { contracts, ...sides } = await stage.story.eventually(
    '契約がすべて履行済み / every contract is fulfilled',
    () => contractsOf(stage, order),
    (seen) => seen.contracts.length > 0 && seen.contracts.every(({ status }) => ENDED.has(status)),
  );
  const live = contracts.filter(({ status }) => status === 'FULFILLED');
  const billings = new Map(
    live
      .map((contract) => billingOf(stage, contract, sides))
      .map((billing) => [`${billing.payerId} ${billing.payeeId}`, billing]),
  );
  const paidOn = await stage.today();
  for (const { who, label, ...between } of billings.values()) {
    const {
      issueInvoice: { invoice: bill },
    } = await who.change<{ issueInvoice: { invoice: Bill } }>(CHANGES.issueInvoice, {
      deskId: sides.desk.id,
      workOrderId: order.id,
      ...between,
    });
    await cast.coordinator.change(CHANGES.recordPayment, { invoiceId: bill.id, amountYen: bill.grossYen, paidOn });
    story.list([
      `${label} ${bill.number}　${formatYen(bill.grossYen)}（うち消費税 ${formatYen(bill.taxYen)}、期限 ${bill.dueOn}）✓ 支払済み / paid`,
    ]);
  }
  const settled = (await contractsOf(stage, order)).contracts.filter(({ status }) => status === 'SETTLED');
  story.mustBe('精算済みの契約 / contracts settled', settled.length, live.length);
  await stage.mustBeInState(order.id, 'CLOSED');
}

/** What was put on paper on the way, each with the address of its page. */
export async function listPapers(stage: Stage, order: Order): Promise<void> {
  const { story } = stage;
  const papers = await story.eventually(
    '書類がすべてPDFになりました / every paper is there as a PDF',
    async () =>
      (await stage.cast.coordinator.ask<{ papers: { items: Paper[] } }>(QUERIES.papersOfOrder, { id: order.id })).papers
        .items,
    (items) => items.some(({ title }) => title === '請求書') && items.every(({ pdfPath }) => pdfPath !== null),
  );
  story.tell(`書類 ${papers.length}通（ログインして開けます）`, `${papers.length} papers; sign in to open them`);
  story.list(
    papers
      .toReversed()
      .map(
        ({ title, number, amountYen, issuer, recipient, pagePath }) =>
          `${stage.address(pagePath)}　${title} ${number}　${issuer.name} → ${recipient.name}${amountYen === null ? '' : `　${formatYen(amountYen)}`}`,
      ),
  );
}

export async function contractsOf(stage: Stage, order: Order): Promise<OrderContracts> {
  const { workOrder } = await stage.cast.coordinator.ask<{ workOrder: OrderContracts }>(QUERIES.contractsOfOrder, {
    id: order.id,
  });
  return workOrder;
}

const ENDED: ReadonlySet<string> = new Set(['FULFILLED', 'TERMINATED']);

function billingOf(
  { cast }: Stage,
  { side, facility }: Contract,
  { buyer, desk }: Pick<OrderContracts, 'buyer' | 'desk'>,
): Billing {
  if (side === 'BUYER_DESK') {
    return { who: cast.coordinator, kind: 'INVOICE', payerId: buyer.id, payeeId: desk.id, label: '請求書 窓口→発注者' };
  }
  if (!facility) throw new Error('A contract without a facility is one of the desk');
  const { id, name } = facility;
  return side === 'DESK_FACILITY'
    ? { who: cast.coordinator, kind: 'PAYMENT_NOTICE', payerId: desk.id, payeeId: id, label: `支払通知書 窓口→${name}` }
    : {
        who: cast.facilityOf({ facility }),
        kind: 'INVOICE',
        payerId: buyer.id,
        payeeId: id,
        label: `請求書 ${name}→発注者`,
      };
}
