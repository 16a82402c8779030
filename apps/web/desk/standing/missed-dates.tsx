import { useToday } from '../../app/session.js';
import { MissedOccurrences } from '../../data/generated/missed-occurrences.js';
import { useAsk } from '../../data/use-ask.js';
import { AddressLink } from '../../kit/button.js';
import { Card, P, Quiet, Section } from '../../kit/text.js';
import { useStandingWords } from '../../standing/words.js';
import { formatDate, formatUnits } from '../../words/format.js';
import { DateActs } from './date-acts.js';

const SHOWN = 20;

/** On the page of today: dates of standing orders that have passed and that nobody did. */
export function MissedDates() {
  const { missed: words } = useStandingWords();
  const today = useToday();
  const { data } = useAsk(MissedOccurrences, { first: SHOWN });
  if (data === undefined || data.missedOccurrences.totalItems === 0) return null;
  const { items, totalItems } = data.missedOccurrences;
  return (
    <Section heading={words.heading(totalItems)}>
      <ul className="grid gap-2">
        {items.map((date) => (
          <li key={date.id}>
            <Card className="grid gap-2 sm:grid-cols-[1fr_auto] sm:items-center">
              <div className="min-w-0">
                <AddressLink href={`/desk/standing/${date.standingOrderId}`}>
                  <strong>{`${date.number} ${date.title}`}</strong>
                </AddressLink>
                <P>{words.why(formatDate(date.dueOn, today), date.siteName, formatUnits(date.quantity, date.unit))}</P>
              </div>
              <DateActs row={date} />
            </Card>
          </li>
        ))}
      </ul>
      {totalItems > items.length ? <Quiet>{words.more(totalItems - items.length)}</Quiet> : null}
    </Section>
  );
}
