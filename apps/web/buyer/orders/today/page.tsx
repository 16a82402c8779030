import { useToday } from '../../../app/session.js';
import { BuyerToday } from '../../../data/generated/buyer-today.js';
import type { BuyerTodayQuery } from '../../../data/generated/types.js';
import { useAsk } from '../../../data/use-ask.js';
import { AddressButton, ButtonLink, ButtonRow, PageLink } from '../../../kit/button.js';
import { Empty, Loaded } from '../../../kit/loaded.js';
import { Page } from '../../../kit/page.js';
import { Card, P, Quiet, Section } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { formatDate } from '../../../words/format.js';
import { useLanguage } from '../../../words/language.js';
import { useOrdersWords } from '../words.js';

type Group = BuyerTodayQuery['buyerToday'][number];

/** Everything that waits for the buyer, what others wait for first. */
export function BuyerTodayPage() {
  const { today: words } = useOrdersWords();
  const { areas } = useCommon();
  const today = useToday();
  const query = useAsk(BuyerToday, {});
  return (
    <Page title={words.title(formatDate(today))} area={areas.buyer}>
      <ButtonRow>
        <ButtonLink to="/buyer/orders/new">{words.post}</ButtonLink>
      </ButtonRow>
      <Loaded query={query}>
        {({ buyerToday }) =>
          buyerToday.length === 0 ? (
            <Empty action={<PageLink to="/buyer/orders">{words.all}</PageLink>}>{words.empty}</Empty>
          ) : (
            buyerToday.map((group) => <GroupSection key={group.kind} group={group} />)
          )
        }
      </Loaded>
    </Page>
  );
}

function GroupSection({ group: { kind, count, items } }: { readonly group: Group }) {
  const { today: words } = useOrdersWords();
  const language = useLanguage();
  const isOwnTurn = kind !== 'LATE' && kind !== 'CHANGES';
  return (
    <Section heading={`${words.groups[kind]}（${count}）`}>
      <ul className="grid gap-3">
        {items.map(({ number, subject, link, sentenceJa, sentenceEn }, index) => (
          <li key={`${link} ${index}`}>
            <Card className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-center">
              <div className="min-w-0">
                <p className="text-lg font-bold">{subject}</p>
                <Quiet>{number}</Quiet>
                <P>{language === 'en' ? sentenceEn : sentenceJa}</P>
              </div>
              <AddressButton href={link} look={isOwnTurn ? 'primary' : 'secondary'}>
                {words.actions[kind](subject)}
              </AddressButton>
            </Card>
          </li>
        ))}
      </ul>
      {count > items.length ? <Quiet className="mt-2">{words.more(count - items.length)}</Quiet> : null}
    </Section>
  );
}
