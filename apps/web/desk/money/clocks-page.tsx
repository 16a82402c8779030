import { useMe, useToday } from '../../app/session.js';
import { PaymentClocks } from '../../data/generated/payment-clocks.js';
import { useAsk } from '../../data/use-ask.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { StateTag } from '../../kit/state-tag.js';
import { Table } from '../../kit/table.js';
import { More, P, Quiet } from '../../kit/text.js';
import { formatDate, formatYen } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { MoneyPage } from './money-page.js';
import { OrderLink } from './order-link.js';
import { PayButton } from './pay-button.js';
import { useMoneyWords } from './words.js';

/** Within so many days a payment is urgent. */
const SOON_DAYS = 7;

/** What the desk owes facilities and how many of the sixty days are left, the most urgent first. */
export function ClocksPage() {
  const { clocks: words, pay, ...money } = useMoneyWords();
  const me = useMe();
  const language = useLanguage();
  const today = useToday();
  const query = useAsk(PaymentClocks, {});
  return (
    <MoneyPage tab="clocks" lead={words.lead}>
      <Loaded query={query}>
        {({ paymentClocks, subcontractLaw: { isApplicable, reasons } }) => (
          <>
            {paymentClocks.length === 0 ? (
              <Empty>{words.empty}</Empty>
            ) : (
              <Table
                caption={words.caption}
                rows={paymentClocks}
                keyOf={({ contractId, receivedOn }) => `${contractId} ${receivedOn}`}
                columns={[
                  {
                    heading: words.left,
                    isShort: true,
                    cell: ({ daysLeft, lateInterestYen }) => (
                      <>
                        <StateTag tone={daysLeft < 0 ? 'trouble' : daysLeft <= SOON_DAYS ? 'waiting' : 'active'}>
                          {words.days(daysLeft)}
                        </StateTag>
                        {lateInterestYen > 0 ? <Quiet>{words.interest(formatYen(lateInterestYen))}</Quiet> : null}
                      </>
                    ),
                  },
                  { heading: words.facility, cell: ({ facility }) => facility.name },
                  { heading: money.order, cell: ({ order }) => <OrderLink order={order} /> },
                  { heading: words.received, isShort: true, cell: ({ receivedOn }) => formatDate(receivedOn, today) },
                  { heading: words.due, isShort: true, cell: ({ dueOn }) => formatDate(dueOn, today) },
                  { heading: words.last, isShort: true, cell: ({ lastDayOn }) => formatDate(lastDayOn, today) },
                  { heading: words.open, cell: ({ openYen }) => formatYen(openYen), isNumber: true },
                  {
                    heading: money.action,
                    cell: ({ contractId, openYen, facility }) => (
                      <PayButton
                        label={pay.recordOf(facility.name)}
                        short={pay.short}
                        look="secondary"
                        what={{ contractId, isFee: false, openYen }}
                        sentence={pay.sentence(me.organisationName ?? '', facility.name, formatYen(openYen))}
                      />
                    ),
                  },
                ]}
              />
            )}
            <More summary={words.law}>
              <P>{isApplicable ? words.applies : words.appliesNot}</P>
              <ul className="list-disc pl-6">
                {reasons.map(({ ja, en }) => (
                  <li key={ja}>{language === 'en' ? en : ja}</li>
                ))}
              </ul>
            </More>
          </>
        )}
      </Loaded>
    </MoneyPage>
  );
}
