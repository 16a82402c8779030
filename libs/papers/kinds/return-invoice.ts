import type { ReturnInvoicePaper } from '../sheet/paper-data.js';
import { closing, subjectFacts } from '../parts/notes.js';
import { addressee, sender } from '../parts/parties.js';
import { headlineOf, priceTable, sums } from '../parts/prices.js';
import { periodWords } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

const QUALIFIED = '本書は、適格返還請求書です（消費税法第57条の4第3項）。';
const NOT_QUALIFIED =
  '発行者は適格請求書発行事業者の登録を受けていないため、登録番号の記載はありません（本書は適格返還請求書ではありません）。';
const HOW_PAID =
  'お支払いがまだのときは、上記の額を差し引いてお支払いください。お支払いがお済みのときは、ご返金いたします。';

export function composeReturnInvoice(paper: ReturnInvoicePaper): SheetBody {
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer),
    opening: '下記のとおり、代金の返還または値引きをいたします。',
    headline: headlineOf('返還・値引きの金額', paper.prices),
    facts: [...subjectFacts(paper), { label: '返還等の年月日', value: periodWords(paper.tradedFrom, paper.tradedOn) }],
    blocks: [
      priceTable(paper.prices),
      sums(paper.prices),
      { type: 'text', heading: 'お支払いについて', paragraphs: [HOW_PAID], tone: 'note' },
      ...closing(paper, [paper.issuer.registrationNumber === null ? NOT_QUALIFIED : QUALIFIED]),
    ],
  };
}
