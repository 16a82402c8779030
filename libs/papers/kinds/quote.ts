import type { QuotePaper } from '../sheet/paper-data.js';
import { closing, deliveryTable, subjectFacts, termFacts } from '../parts/notes.js';
import { addressee, sender } from '../parts/parties.js';
import { headlineOf, priceTable, sums } from '../parts/prices.js';
import { dateWords } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

export function composeQuote(paper: QuotePaper): SheetBody {
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer),
    opening: '下記のとおりお見積り申し上げます。',
    headline: headlineOf('お見積金額', paper.prices),
    facts: [
      ...subjectFacts(paper),
      ...termFacts(paper.terms),
      { label: '見積有効期限', value: dateWords(paper.validUntil) },
    ],
    blocks: [priceTable(paper.prices), sums(paper.prices), ...deliveryTable(paper.terms), ...closing(paper)],
  };
}
