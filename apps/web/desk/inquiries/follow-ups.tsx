import { useToday } from '../../app/session.js';
import { Inquiries } from '../../data/generated/inquiries.js';
import { useAsk } from '../../data/use-ask.js';
import { AddressLink } from '../../kit/button.js';
import { Card, P, Section } from '../../kit/text.js';
import { formatDate } from '../../words/format.js';
import { useInquiryWords } from './words.js';

const SHOWN = 20;

/** On the page of today: inquiries and visits with something to do by now. */
export function FollowUps() {
  const { today: words } = useInquiryWords();
  const today = useToday();
  const { data } = useAsk(Inquiries, { filter: { statuses: ['OPEN'], nextTo: today }, first: SHOWN, after: null });
  if (data === undefined || data.inquiries.totalItems === 0) return null;
  const { items, totalItems } = data.inquiries;
  return (
    <Section
      heading={words.heading(totalItems)}
      aside={<AddressLink href="/desk/inquiries?statuses=OPEN">{words.all}</AddressLink>}
    >
      <ul className="grid gap-2">
        {items.map(({ id, organisation, subject, nextAction, nextOn }) => (
          <li key={id}>
            <Card className="grid gap-2 sm:grid-cols-[1fr_auto] sm:items-center">
              <div className="min-w-0">
                <strong>{`${organisation} ${subject}`}</strong>
                <P>{words.late(nextOn === null ? '' : formatDate(nextOn, today), nextAction)}</P>
              </div>
              <AddressLink href={`/desk/inquiries/${id}`} look="secondary">
                {words.open}
                <span className="sr-only">{`（${organisation} ${subject}）`}</span>
              </AddressLink>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
