import type { DeliveryNotePaper } from '../sheet/paper-data.js';
import { closing, subjectFacts } from '../parts/notes.js';
import { addressee, sender } from '../parts/parties.js';
import { cell, dateWords, digits, known } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

export function composeDeliveryNote(paper: DeliveryNotePaper): SheetBody {
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer, '納品者'),
    opening: '下記のとおり納品いたします。',
    headline: null,
    facts: [
      ...subjectFacts(paper),
      { label: '納品日', value: dateWords(paper.deliveredOn) },
      ...known([{ label: '納入場所', value: paper.deliverTo }]),
    ],
    blocks: [
      {
        type: 'table',
        caption: '納品の内容',
        remark: null,
        columns: [
          { title: '品名・仕様', align: 'start', widthMm: null },
          { title: '数量', align: 'end', widthMm: 28 },
          { title: '単位', align: 'center', widthMm: 18 },
          { title: '摘要', align: 'start', widthMm: 55 },
        ],
        rows: paper.works.map((work) => [
          cell(work.name, work.specification),
          cell(digits(work.quantity)),
          cell(work.unit),
          cell(work.note ?? ''),
        ]),
        footnotes: [],
      },
      ...closing(paper),
    ],
  };
}
