import { useToday } from '../../app/session.js';
import { CashPlan } from '../../data/generated/cash-plan.js';
import type { CashPlanQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Message } from '../../kit/message.js';
import { Table } from '../../kit/table.js';
import { P, Section } from '../../kit/text.js';
import { formatDate, formatYen } from '../../words/format.js';
import { CashChart } from './cash-chart.js';
import { MoneyPage } from './money-page.js';
import { OrderLink } from './order-link.js';
import { PayButton } from './pay-button.js';
import { useMoneyWords } from './words.js';

type Flow = CashPlanQuery['cashPlan']['flows'][number];

/** What will come in and go out, and how much the desk has to lay out. */
export function CashPage() {
  const { cash: words, ...money } = useMoneyWords();
  const today = useToday();
  const query = useAsk(CashPlan, {});
  return (
    <MoneyPage tab="cash" lead={words.lead}>
      <Loaded query={query}>
        {({ cashPlan: { flows, gapYen, gapOn } }) => {
          if (flows.length === 0) return <Empty>{words.empty}</Empty>;
          const lowest = Math.min(0, ...flows.map(({ runningYen }) => runningYen));
          return (
            <>
              <Message kind={gapOn === null ? 'success' : 'warning'}>
                {gapOn === null ? words.noGap : words.gap(formatYen(gapYen), formatDate(gapOn, today))}
              </Message>
              <MoneyBack flows={flows.filter(({ isRepayment }) => isRepayment)} />
              <CashChart
                flows={flows}
                label={words.chartLabel(formatYen(lowest), formatYen(flows.at(-1)!.runningYen))}
              />
              <Table
                caption={words.caption}
                rows={flows.map((flow, index) => ({ ...flow, index }))}
                keyOf={({ index }) => String(index)}
                columns={[
                  { heading: words.day, isShort: true, cell: ({ on }) => formatDate(on, today) },
                  { heading: words.partner, cell: ({ partner }) => partner.name },
                  { heading: money.order, cell: ({ order }) => <OrderLink order={order} /> },
                  {
                    heading: words.what,
                    cell: ({ isFee, isExpected, isRepayment }) =>
                      [isFee ? words.fee : words.work, isExpected ? words.expected : '', isRepayment ? words.back : '']
                        .filter((part) => part !== '')
                        .join('・'),
                  },
                  {
                    heading: words.in,
                    cell: ({ amountYen }) => (amountYen > 0 ? formatYen(amountYen) : ''),
                    isNumber: true,
                  },
                  {
                    heading: words.out,
                    cell: ({ amountYen }) => (amountYen < 0 ? formatYen(-amountYen) : ''),
                    isNumber: true,
                  },
                  { heading: words.running, cell: ({ runningYen }) => formatYen(runningYen), isNumber: true },
                ]}
              />
            </>
          );
        }}
      </Loaded>
    </MoneyPage>
  );
}

/** What was paid too much, because an amount was corrected afterwards. */
function MoneyBack({ flows }: { readonly flows: readonly Flow[] }) {
  const { cash: words, pay } = useMoneyWords();
  if (flows.length === 0) return null;
  return (
    <Section heading={words.backHeading}>
      <P>{words.backLead}</P>
      <ul className="mt-3 grid gap-3">
        {flows.map(({ contractId, isFee, amountYen, partner, order }) => {
          const openYen = Math.abs(amountYen);
          return (
            <li key={`${contractId} ${isFee}`} className="flex flex-wrap items-center gap-3">
              <span>{(amountYen < 0 ? words.backOut : words.backIn)(partner.name, formatYen(openYen))}</span>
              <OrderLink order={order} />
              <PayButton
                label={pay.recordBack(partner.name)}
                look="secondary"
                what={{ contractId, isFee, isRepayment: true, openYen }}
                sentence={pay.sentenceBack(formatYen(openYen))}
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
