import { useParams } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { BuyerBill } from '../../data/generated/buyer-bill.js';
import { useAsk } from '../../data/use-ask.js';
import { PageLink } from '../../kit/button.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Table } from '../../kit/table.js';
import { Facts } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatUnits, formatYen } from '../../words/format.js';
import { useMoneyWords } from './words.js';

/** One invoice with its lines and its tax. */
export function BillPage() {
  const { money: words } = useMoneyWords();
  const { areas } = useCommon();
  const today = useToday();
  const { id } = useParams({ from: '/inside/buyer-area/buyer/money/$id' });
  const query = useAsk(BuyerBill, { id });
  return (
    <Loaded query={query}>
      {({ invoice }) => (
        <Page title={words.billTitle(invoice.number)} area={areas.buyer}>
          <Facts
            items={[
              [words.amount, <strong key="amount">{formatYen(invoice.grossYen)}</strong>],
              [words.due, <strong key="due">{formatDate(invoice.dueOn, today)}</strong>],
              [words.issued, formatDate(invoice.issuedOn, today)],
              [words.traded, `${formatDate(invoice.tradedFrom, today)}〜${formatDate(invoice.tradedTo, today)}`],
              [words.registration, invoice.registrationNumber ?? words.noRegistration],
              invoice.correctionReason === '' ? null : [words.correction, invoice.correctionReason],
            ]}
          />
          <div className="mt-6">
            <Table
              caption={words.lineCaption}
              rows={invoice.lines}
              keyOf={({ id: lineId }) => lineId}
              columns={[
                { heading: words.what, cell: ({ description }) => description },
                { heading: words.day, cell: ({ tradedOn }) => formatDate(tradedOn, today) },
                { heading: words.units, cell: ({ units, unit }) => formatUnits(units, unit), isNumber: true },
                { heading: words.net, cell: ({ netYen }) => formatYen(netYen), isNumber: true },
                {
                  heading: words.order,
                  cell: ({ workOrderId, description }) => (
                    <PageLink to="/buyer/orders/$id" params={{ id: workOrderId }}>
                      {words.openOrder(description)}
                    </PageLink>
                  ),
                },
              ]}
            />
          </div>
          <div className="mt-6">
            <Table
              caption={words.rateCaption}
              rows={invoice.taxRates}
              keyOf={({ percent, isReduced }) => `${percent} ${isReduced}`}
              columns={[
                { heading: words.rateHeading, cell: ({ percent, isReduced }) => words.rate(percent, isReduced) },
                { heading: words.net, cell: ({ netYen }) => formatYen(netYen), isNumber: true },
                { heading: words.tax, cell: ({ taxYen }) => formatYen(taxYen), isNumber: true },
                { heading: words.amount, cell: ({ grossYen }) => formatYen(grossYen), isNumber: true },
              ]}
            />
          </div>
          <p className="mt-6">
            <PageLink to="/buyer/money">{words.back}</PageLink>
          </p>
        </Page>
      )}
    </Loaded>
  );
}
