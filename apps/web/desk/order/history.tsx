import { AddressLink } from '../../kit/button.js';
import { Table } from '../../kit/table.js';
import { More, Quiet, Section } from '../../kit/text.js';
import { formatMoment, formatYen } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import type { History } from './order.js';
import { useOrderWords } from './words.js';

/** The contracts of the order and what they come to. */
export function Money({ history: { contracts } }: { readonly history: History }) {
  const { money: words } = useOrderWords();
  const yen = (amount: number | null) => (amount === null ? words.unknown : formatYen(amount));
  return (
    <Section heading={words.heading} id="money">
      {contracts.length === 0 ? (
        <Quiet>{words.empty}</Quiet>
      ) : (
        <Table
          caption={words.caption}
          rows={contracts}
          keyOf={({ id }) => id}
          columns={[
            {
              heading: words.parties,
              cell: ({ id, side, buyer, facility }) => (
                <AddressLink href={`/desk/contracts/${id}`}>
                  {[words.sides[side], facility?.name ?? buyer?.name ?? ''].filter((name) => name !== '').join('　')}
                </AddressLink>
              ),
            },
            { heading: words.state, cell: ({ status }) => words.states[status] },
            { heading: words.amount, cell: ({ amountYen }) => yen(amountYen), isNumber: true },
            { heading: words.fulfilled, cell: ({ fulfilledYen }) => yen(fulfilledYen), isNumber: true },
          ]}
        />
      )}
    </Section>
  );
}

const SHOWN = 12;

/** What happened, the newest first. */
export function Timeline({ history: { timeline } }: { readonly history: History }) {
  const { history: words } = useOrderWords();
  return (
    <Section heading={words.heading} id="timeline">
      {timeline.length === 0 ? <Quiet>{words.empty}</Quiet> : <Events events={timeline.slice(0, SHOWN)} />}
      {timeline.length > SHOWN ? (
        <More summary={words.earlier}>
          <Events events={timeline.slice(SHOWN)} />
        </More>
      ) : null}
    </Section>
  );
}

function Events({ events }: { readonly events: History['timeline'] }) {
  const { history: words } = useOrderWords();
  const language = useLanguage();
  return (
    <ol className="grid gap-1">
      {events.map(({ id, at, sentence, organisation, person, facility }) => {
        const who = [organisation ?? words.product, person ?? ''].filter((name) => name !== '').join(' ');
        const about = facility === null || facility === organisation ? who : `${who}・${facility}`;
        return (
          <li key={id}>
            <span className="text-quiet">{formatMoment(at)}</span> {language === 'en' ? sentence.en : sentence.ja}
            <span className="text-quiet">{words.by(about)}</span>
          </li>
        );
      })}
    </ol>
  );
}
