import { useToday } from '../../../app/session.js';
import { BuyerOrderMoney } from '../../../data/generated/buyer-order-money.js';
import type { BuyerOrderMoneyQuery } from '../../../data/generated/types.js';
import { useAsk } from '../../../data/use-ask.js';
import { FileLink } from '../../../kit/button.js';
import { Empty, Loaded } from '../../../kit/loaded.js';
import { Table } from '../../../kit/table.js';
import { P, Section } from '../../../kit/text.js';
import { formatDate, formatYen } from '../../../words/format.js';
import { useOrdersWords } from '../words.js';
import type { Order } from './order.js';
import { ReferralOutcome } from './referral-outcome.js';

/** What was signed, billed and paid for one order. */
export function OrderMoney({ order }: { readonly order: Order }) {
  const query = useAsk(BuyerOrderMoney, { id: order.id }, { isWanted: order.status !== 'DRAFT' });
  if (order.status === 'DRAFT') return null;
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          {data.workOrder.contracts.map((contract) => (
            <ReferralOutcome key={contract.id} contract={contract} />
          ))}
          <PapersAndMoney data={data} />
        </>
      )}
    </Loaded>
  );
}

function PapersAndMoney({ data }: { readonly data: BuyerOrderMoneyQuery }) {
  const { papers: words } = useOrdersWords();
  const today = useToday();
  const bills = data.invoices.items.filter(({ payer }) => payer === 'BUYER');
  const payments = data.payments.items.filter(({ payer }) => payer === 'BUYER');
  return (
    <Section heading={words.heading} id="papers">
      {data.papers.totalItems === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <Table
          caption={words.caption}
          rows={data.papers.items}
          keyOf={({ id }) => id}
          columns={[
            {
              heading: words.kind,
              cell: ({ title, number, pagePath }) => <FileLink href={pagePath}>{`${title} ${number}`}</FileLink>,
            },
            { heading: words.day, cell: ({ issuedOn }) => formatDate(issuedOn, today) },
            {
              heading: words.amount,
              cell: ({ amountYen }) => (amountYen === null ? '' : formatYen(amountYen)),
              isNumber: true,
            },
            {
              heading: words.pdf,
              cell: ({ pdfPath, title, number }) =>
                pdfPath === null ? '' : <FileLink href={pdfPath}>{`${words.pdf} ${title} ${number}`}</FileLink>,
            },
          ]}
        />
      )}
      {data.workOrder.contracts.length === 0 ? null : <Contracts contracts={data.workOrder.contracts} />}
      {bills.length + payments.length === 0 ? null : (
        <div id="money" className="scroll-mt-20">
          <h3 className="mt-6">{words.invoices}</h3>
          <ul className="list-disc pl-6">
            {bills.map(({ id, number, grossYen, dueOn }) => (
              <li key={id}>{words.invoice(number, formatYen(grossYen), formatDate(dueOn, today))}</li>
            ))}
            {payments.map(({ id, amountYen, paidOn }) => (
              <li key={id}>{words.paid(formatYen(amountYen), formatDate(paidOn, today))}</li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function Contracts({ contracts }: { readonly contracts: BuyerOrderMoneyQuery['workOrder']['contracts'] }) {
  const { papers: words } = useOrdersWords();
  const today = useToday();
  return (
    <>
      <h3 className="mt-6">{words.contracts}</h3>
      <ul className="list-disc pl-6">
        {contracts.map(({ id, facility, status, amountYen, nextMilestone, outcomeReason }) => (
          <li key={id}>
            <P>
              {[
                facility?.name ?? words.withDesk,
                words.contractStates[status],
                amountYen === null ? '' : formatYen(amountYen),
              ]
                .filter((part) => part !== '')
                .join('・')}
            </P>
            {nextMilestone === null ? null : (
              <P>{words.next(words.milestones[nextMilestone.kind], formatDate(nextMilestone.dueOn, today))}</P>
            )}
            {outcomeReason === null ? null : <p>{outcomeReason}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
