import { useToday } from '../../app/session.js';
import { DeskToday } from '../../data/generated/desk-today.js';
import type { DeskTodayQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { AddressLink } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Outcomes } from '../../kit/outcome.js';
import { Page } from '../../kit/page.js';
import { Card, P, Quiet, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatYen } from '../../words/format.js';
import { FollowUps } from '../inquiries/follow-ups.js';
import { LettersToday } from '../letters/letters-today.js';
import { MissedDates } from '../standing/missed-dates.js';
import { Beginning } from './beginning.js';
import { LIST_OF, type TodayGroup, wayOf } from './way.js';
import { useTodayWords } from './words.js';

/** As many as are read at one look; the rest is on the board. */
const SHOWN = 5;

/** Everything that needs a hand, each with the button that settles it; the most urgent first. */
export function DeskTodayPage() {
  const words = useTodayWords();
  const { areas } = useCommon();
  const today = useToday();
  const query = useAsk(DeskToday, {});
  return (
    <Outcomes>
      <Page title={words.title(formatDate(today))} area={areas.desk}>
        <Loaded query={query}>
          {(data) => (
            <>
              <Numbers data={data} />
              <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
                <div className="min-w-0">
                  {data.deskToday.groups.length === 0 ? (
                    <>
                      <Beginning />
                      <Empty>{words.empty}</Empty>
                    </>
                  ) : null}
                  <LettersToday />
                  <FollowUps />
                  <MissedDates />
                  {data.deskToday.groups.map((group) => (
                    <Group key={group.kind} group={group} />
                  ))}
                </div>
                <Money data={data} />
              </div>
            </>
          )}
        </Loaded>
      </Page>
    </Outcomes>
  );
}

function Numbers({ data }: { readonly data: DeskTodayQuery }) {
  const words = useTodayWords();
  const of = (status: string) => data.workOrderCounts.byStatus.find((each) => each.status === status)?.count ?? 0;
  return <Quiet>{words.numbers(of('ALLOCATING'), of('IN_PRODUCTION'), of('DELIVERED'))}</Quiet>;
}

function Group({ group: { kind, count, items } }: { readonly group: TodayGroup }) {
  const words = useTodayWords();
  const today = useToday();
  return (
    <Section
      heading={`${words.groups[kind]}（${count}）`}
      aside={count > SHOWN ? <AddressLink href={LIST_OF[kind]}>{words.more(count)}</AddressLink> : undefined}
    >
      <ul className="grid gap-2">
        {items.slice(0, SHOWN).map((item, index) => {
          const { why, href, button } = wayOf(kind, item, words, today);
          return (
            <li key={item.subjectId}>
              <Card className="grid gap-2 sm:grid-cols-[1fr_auto] sm:items-center">
                <div className="min-w-0">
                  <AddressLink href={`/desk/orders/${item.workOrderId}`}>
                    <strong>
                      {item.orderNumber} {item.orderTitle}
                    </strong>
                  </AddressLink>
                  <P>{why}</P>
                </div>
                <AddressLink href={href} look={index === 0 ? 'primary' : 'secondary'}>
                  {button}
                  <span className="sr-only">{`（${item.orderNumber} ${item.orderTitle}・${words.groups[kind]}${
                    item.facility === null ? '' : `・${item.facility.name}`
                  }）`}</span>
                </AddressLink>
              </Card>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Money({ data: { billables, paymentClocks, moneyBack } }: { readonly data: DeskTodayQuery }) {
  const { money } = useTodayWords();
  const toBill = formatYen(billables.reduce((sum, { grossYen }) => sum + grossYen, 0));
  const open = paymentClocks.filter(({ openYen }) => openYen > 0);
  const toPay = formatYen(open.reduce((sum, { openYen }) => sum + openYen, 0));
  const daysLeft = Math.min(...open.map((clock) => clock.daysLeft));
  const back = (['toReceive', 'toRepay', 'returned'] as const).filter((kind) => moneyBack[kind].count > 0);
  return (
    <Section heading={money.heading}>
      {billables.length === 0 && open.length === 0 && back.length === 0 ? <Quiet>{money.none}</Quiet> : null}
      <div className="grid gap-3">
        {open.length === 0 ? null : (
          <Card>
            <P>{daysLeft < 0 ? money.payLate(open.length, toPay) : money.pay(open.length, toPay, daysLeft)}</P>
            <AddressLink href="/desk/money">{money.payButton}</AddressLink>
          </Card>
        )}
        {back.map((kind) => (
          <Card key={kind}>
            <P>{money[kind](moneyBack[kind].count, formatYen(moneyBack[kind].yen))}</P>
            <AddressLink href={kind === 'returned' ? '/desk/money/transfers' : '/desk/money/cash'}>
              {money.backButton}
            </AddressLink>
          </Card>
        ))}
        {billables.length === 0 ? null : (
          <Card>
            <P>{money.bill(billables.length, toBill)}</P>
            <AddressLink href="/desk/money">{money.billButton}</AddressLink>
          </Card>
        )}
      </div>
    </Section>
  );
}
