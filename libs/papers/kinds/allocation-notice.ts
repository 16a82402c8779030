import type { AllocationNoticePaper } from '../sheet/paper-data.js';
import { closing, subjectFacts } from '../parts/notes.js';
import { addressee, sender } from '../parts/parties.js';
import { cell, dateWords, digits, known, unitPrice, yenSign } from '../parts/words.js';
import type { Block, SheetBody } from '../sheet/sheet.js';

export function composeAllocationNotice(paper: AllocationNoticePaper): SheetBody {
  const reasons: Block[] =
    paper.reasons.length === 0
      ? []
      : [{ type: 'text', heading: 'この配分になった理由', paragraphs: paper.reasons, tone: 'list' }];
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer),
    opening: '下記のとおり仕事の配分をお知らせします。お受けいただけるか、回答期限までにご回答ください。',
    headline: { label: '配分の金額（税抜）', value: yenSign(paper.totalYen) },
    facts: [...subjectFacts(paper), ...known([{ label: '回答期限', value: paper.answerBy }])],
    blocks: [
      {
        type: 'table',
        caption: '貴事業所への配分',
        remark: '単位：円（税抜）',
        columns: [
          { title: '作業・仕様', align: 'start', widthMm: null },
          { title: '数量', align: 'end', widthMm: 20 },
          { title: '単位', align: 'center', widthMm: 14 },
          { title: '単価', align: 'end', widthMm: 22 },
          { title: '金額', align: 'end', widthMm: 26 },
          { title: '納期', align: 'start', widthMm: 33 },
        ],
        rows: paper.shares.map((share) => [
          cell(share.step === null ? share.name : `${share.name}（${share.step}）`, share.specification),
          cell(digits(share.units)),
          cell(share.unit),
          cell(unitPrice(share.unitPriceSen)),
          cell(digits(share.amountYen)),
          cell(dateWords(share.deliverOn)),
        ]),
        footnotes: ['この通知は発注書ではありません。お受けいただいたあと、契約の種類に応じて発注書をお送りします。'],
      },
      ...reasons,
      ...closing(paper),
    ],
  };
}
