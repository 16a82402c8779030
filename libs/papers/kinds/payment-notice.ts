import type { PaymentNoticePaper } from '../sheet/paper-data.js';
import { closing, subjectFacts } from '../parts/notes.js';
import { addressee, bankBlock, sender } from '../parts/parties.js';
import { headlineOf, priceTable, sums } from '../parts/prices.js';
import { dateWords, known, periodWords } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

const NOT_QUALIFIED =
  'お支払先は適格請求書発行事業者の登録を受けていないため、登録番号の記載はありません（本書は適格請求書に代わる仕入明細書ではありません）。';

export function composePaymentNotice(paper: PaymentNoticePaper): SheetBody {
  const { registrationNumber } = paper.recipient;
  const objection = `内容に誤りがあるときは、${dateWords(paper.objectBy)}までにお知らせください。期日までにご連絡のない場合は、内容をご確認いただいたものといたします。`;
  return {
    addressee: addressee(paper.recipient, known([{ label: '登録番号', value: registrationNumber }])),
    sender: sender(paper.issuer, '支払者'),
    opening: '下記のとおりお支払いいたします。',
    headline: headlineOf('お支払金額', paper.prices),
    facts: [
      ...subjectFacts(paper),
      {
        label: paper.tradedFrom === null ? '取引年月日' : '取引期間',
        value: periodWords(paper.tradedFrom, paper.tradedOn),
      },
      { label: 'お支払日', value: dateWords(paper.payOn) },
    ],
    blocks: [
      priceTable(paper.prices),
      sums(paper.prices),
      bankBlock(paper.bankAccount, '未登録です。お手数ですが、支払者までお知らせください。'),
      { type: 'text', heading: 'ご確認のお願い', paragraphs: [objection], tone: 'note' },
      ...closing(
        paper,
        registrationNumber === null ? [NOT_QUALIFIED] : ['本書は、適格請求書に代わる仕入明細書を兼ねます。'],
      ),
    ],
  };
}
