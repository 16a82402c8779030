import { LettersToday as Document } from '../../data/generated/letters-today.js';
import { useAsk } from '../../data/use-ask.js';
import { AddressLink, ButtonRow } from '../../kit/button.js';
import { Card, P, Section } from '../../kit/text.js';
import { PrintButton, SentButton } from './letter-acts.js';
import { useLetterWords } from './words.js';

/** On the page of today: letters to print, and letters that are printed and not recorded as sent. */
export function LettersToday() {
  const words = useLetterWords();
  const { data } = useAsk(Document, {});
  if (data === undefined) return null;
  const { toPrint, printed } = data;
  const count = toPrint.totalItems + printed.totalItems;
  if (count === 0) return null;
  const letterIds = printed.items.map(({ id }) => id);
  return (
    <Section
      heading={words.today.heading(count)}
      aside={<AddressLink href="/desk/letters">{words.today.all}</AddressLink>}
    >
      <div className="grid gap-2">
        {toPrint.totalItems === 0 ? null : (
          <Card>
            <P>{words.today.toPrint(toPrint.totalItems)}</P>
            <ButtonRow>
              <PrintButton label={words.printAll(toPrint.totalItems)} />
            </ButtonRow>
          </Card>
        )}
        {letterIds.length === 0 ? null : (
          <Card>
            <P>{words.today.printed(printed.totalItems)}</P>
            <ButtonRow>
              <SentButton letterIds={letterIds} way="FAX" label={words.sentByFax(letterIds.length)} />
              <SentButton letterIds={letterIds} way="POST" label={words.sentByPost(letterIds.length)} />
            </ButtonRow>
          </Card>
        )}
      </div>
    </Section>
  );
}
