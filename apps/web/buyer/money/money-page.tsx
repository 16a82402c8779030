import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { BuyerContracts } from '../../data/generated/buyer-contracts.js';
import { BuyerMoney } from '../../data/generated/buyer-money.js';
import { BuyerPayments } from '../../data/generated/buyer-payments.js';
import { useAsk } from '../../data/use-ask.js';
import { PageLink } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Pager, Table } from '../../kit/table.js';
import { Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatYen } from '../../words/format.js';
import { useOrdersWords } from '../orders/words.js';
import { useMoneyWords } from './words.js';

const TAKE = 50;

/** What the buyer is to pay, has paid, and by which contracts. */
export function BuyerMoneyPage() {
  const { money: words } = useMoneyWords();
  const { areas } = useCommon();
  return (
    <Page title={words.title} area={areas.buyer} lead={words.lead}>
      <Bills />
      <Payments />
      <Contracts />
    </Page>
  );
}

function Bills() {
  const { money: words } = useMoneyWords();
  const today = useToday();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(BuyerMoney, { first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Section heading={words.bills}>
      <Loaded query={query}>
        {({ invoices: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.billCaption}
                rows={items.filter(({ payer }) => payer === 'BUYER')}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: words.number,
                    cell: ({ id, number, correctsId }) => (
                      <>
                        <PageLink to="/buyer/money/$id" params={{ id }}>
                          {words.open(number)}
                        </PageLink>
                        {correctsId === null ? null : <span className="block text-sm">{words.corrected}</span>}
                      </>
                    ),
                  },
                  { heading: words.issued, cell: ({ issuedOn }) => formatDate(issuedOn, today) },
                  { heading: words.due, cell: ({ dueOn }) => formatDate(dueOn, today) },
                  { heading: words.amount, cell: ({ grossYen }) => formatYen(grossYen), isNumber: true },
                  { heading: words.tax, cell: ({ taxYen }) => formatYen(taxYen), isNumber: true },
                ]}
              />
              <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Payments() {
  const { money: words } = useMoneyWords();
  const today = useToday();
  const query = useAsk(BuyerPayments, { first: TAKE });
  return (
    <Section heading={words.payments}>
      <Loaded query={query}>
        {({ payments: { items } }) => {
          const own = items.filter(({ payer }) => payer === 'BUYER');
          return own.length === 0 ? (
            <Empty>{words.noPayments}</Empty>
          ) : (
            <Table
              caption={words.paymentCaption}
              rows={own}
              keyOf={({ id }) => id}
              columns={[
                { heading: words.paidOn, cell: ({ paidOn }) => formatDate(paidOn, today) },
                { heading: words.amount, cell: ({ amountYen }) => formatYen(amountYen), isNumber: true },
                { heading: words.note, cell: ({ note }) => note },
              ]}
            />
          );
        }}
      </Loaded>
    </Section>
  );
}

function Contracts() {
  const { money: words } = useMoneyWords();
  const { papers: orderWords } = useOrdersWords();
  const today = useToday();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(BuyerContracts, { first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Section heading={words.contracts}>
      <Loaded query={query}>
        {({ contracts: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.noContracts}</Empty>
          ) : (
            <>
              <Table
                caption={words.contractCaption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  { heading: words.partner, cell: ({ facility }) => facility?.name ?? words.withDesk },
                  { heading: words.state, cell: ({ status }) => orderWords.contractStates[status] },
                  {
                    heading: words.net,
                    cell: ({ amountYen, fulfilledYen }) => {
                      const yen = fulfilledYen ?? amountYen;
                      return yen === null ? '' : formatYen(yen);
                    },
                    isNumber: true,
                  },
                  {
                    heading: words.next,
                    cell: ({ nextMilestone }) =>
                      nextMilestone === null
                        ? ''
                        : orderWords.next(
                            orderWords.milestones[nextMilestone.kind],
                            formatDate(nextMilestone.dueOn, today),
                          ),
                  },
                ]}
              />
              <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
