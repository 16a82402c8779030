import type { OrderAcknowledgementPaper } from '../sheet/paper-data.js';
import { closing, deliveryTable, subjectFacts, termFacts } from '../parts/notes.js';
import { addressee, sender } from '../parts/parties.js';
import { headlineOf, priceTable, sums } from '../parts/prices.js';
import { dateWords, known, referenceWords } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

/** 印紙税法 taxes paper documents; what is handed over as data is none (国税庁 文書回答事例「請負契約に係る注文請書を電磁的記録に変換して…」). */
const NO_STAMP_DUTY =
  '印紙税：本書は電子データで交付するため課税文書にあたらず、収入印紙は不要です。紙に印刷して交付するときは、記載金額に応じた収入印紙が必要になることがあります。';

export function composeOrderAcknowledgement(paper: OrderAcknowledgementPaper): SheetBody {
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer, '受注者'),
    opening: '下記のとおりご注文をお請けいたします。',
    headline: headlineOf('お請け金額', paper.prices),
    facts: [
      ...subjectFacts(paper),
      { label: 'ご注文日', value: dateWords(paper.orderedOn) },
      ...known([{ label: 'ご注文の書面', value: paper.basis && referenceWords(paper.basis) }]),
      ...termFacts(paper.terms),
    ],
    blocks: [
      priceTable(paper.prices),
      sums(paper.prices),
      ...deliveryTable(paper.terms),
      ...closing(paper, [NO_STAMP_DUTY]),
    ],
  };
}
