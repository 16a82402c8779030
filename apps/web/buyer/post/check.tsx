import { useToday } from '../../app/session.js';
import type { PostingChoicesQuery } from '../../data/generated/types.js';
import { useDeliveryPlaceWords } from '../../delivery-places/words.js';
import { Message } from '../../kit/message.js';
import { Facts } from '../../kit/text.js';
import { formatDate, formatUnits } from '../../words/format.js';
import { useOrderContactWords } from '../../order-contact/words.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useWorkName } from '../../words/work-name.js';
import type { PostValues } from './values.js';
import { usePostWords } from './words.js';

/** What the desk is about to get. */
export function Check({
  values,
  choices,
  files,
}: {
  readonly values: PostValues;
  readonly choices: PostingChoicesQuery;
  readonly files: readonly File[];
}) {
  const words = usePostWords();
  const contactWords = useOrderContactWords();
  const placeWords = useDeliveryPlaceWords();
  const workName = useWorkName();
  const today = useToday();
  const workType = (code: string) => choices.workTypes.find((each) => each.code === code);
  return (
    <>
      <h2>{words.checkTitle}</h2>
      <Message>{words.checkLead}</Message>
      <Facts
        items={[
          [words.name, <strong key="title">{values.title}</strong>],
          ...values.lines.map((line, index): [string, string] => {
            const type = workType(line.workTypeCode);
            const units = formatUnits(readWholeNumber(line.quantity) ?? 0, type?.unit ?? '');
            const [first, rest] = [type === undefined ? '' : workName(type), line.specification];
            const places = (line.places ?? []).map(({ name, quantity, dueOn }) =>
              placeWords.part(
                name,
                formatUnits(readWholeNumber(quantity) ?? 0, type?.unit ?? ''),
                formatDate(dueOn || line.dueOn, today),
              ),
            );
            const what = `${first} ${units}　${formatDate(line.dueOn, today)}`;
            return [words.line(index + 1), [what, rest, ...places].filter((part) => part !== '').join('\n')];
          }),
          values.contact.buyerNumber === '' ? null : [contactWords.buyerNumber, values.contact.buyerNumber],
          values.contact.person === '' ? null : [contactWords.person, values.contact.person],
          values.contact.inspector === '' ? null : [contactWords.inspector, values.contact.inspector],
          values.contact.phone === '' ? null : [contactWords.phone, values.contact.phone],
          values.description === '' ? null : [words.description, values.description],
          files.length === 0 ? null : [words.files, files.map(({ name }) => name).join('、')],
        ]}
      />
    </>
  );
}
