import type { InvoicePaper } from '../sheet/paper-data.js';
import { closing, subjectFacts } from '../parts/notes.js';
import { addressee, bankBlock, sender } from '../parts/parties.js';
import { headlineOf, priceTable, sums } from '../parts/prices.js';
import { dateWords, periodWords } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

const NOT_QUALIFIED =
  '発行者は適格請求書発行事業者の登録を受けていないため、登録番号の記載はありません（本書は適格請求書ではありません）。';

export function composeInvoice(paper: InvoicePaper): SheetBody {
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer),
    opening: '下記のとおりご請求申し上げます。',
    headline: headlineOf('ご請求金額', paper.prices),
    facts: [
      ...subjectFacts(paper),
      {
        label: paper.tradedFrom === null ? '取引年月日' : '取引期間',
        value: periodWords(paper.tradedFrom, paper.tradedOn),
      },
      { label: 'お支払期限', value: dateWords(paper.payOn) },
    ],
    blocks: [
      priceTable(paper.prices),
      sums(paper.prices),
      bankBlock(paper.bankAccount, '発行者までお問い合わせください。'),
      ...closing(paper, paper.issuer.registrationNumber === null ? [NOT_QUALIFIED] : []),
    ],
  };
}
