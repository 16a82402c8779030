import type { AcceptanceNotePaper } from '../sheet/paper-data.js';
import { closing, subjectFacts } from '../parts/notes.js';
import { addressee, sender } from '../parts/parties.js';
import { cell, dateWords, digits, yenSign } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

export function composeAcceptanceNote(paper: AcceptanceNotePaper): SheetBody {
  const hasDefects = paper.results.some((result) => result.defectUnits > 0);
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer, '検収者'),
    opening: hasDefects
      ? '納品いただいたものを検査し、下記のとおり検収しました。不良の分の扱いもあわせてご確認ください。'
      : '納品いただいたものを検査し、下記のとおり検収しました。',
    headline: paper.amountYen === null ? null : { label: '検収金額（税込）', value: yenSign(paper.amountYen) },
    facts: [
      ...subjectFacts(paper),
      { label: '納品日', value: dateWords(paper.deliveredOn) },
      { label: '検収日', value: dateWords(paper.acceptedOn) },
    ],
    blocks: [
      {
        type: 'table',
        caption: '検収の結果',
        remark: null,
        columns: [
          { title: '品名', align: 'start', widthMm: null },
          { title: '単位', align: 'center', widthMm: 14 },
          { title: '納品数', align: 'end', widthMm: 22 },
          { title: '合格数', align: 'end', widthMm: 22 },
          { title: '不良数', align: 'end', widthMm: 22 },
          { title: '不良の扱い', align: 'start', widthMm: 45 },
        ],
        rows: paper.results.map((result) => [
          cell(result.name),
          cell(result.unit),
          cell(digits(result.deliveredUnits)),
          cell(digits(result.acceptedUnits)),
          cell(digits(result.defectUnits)),
          cell(result.handling ?? '－'),
        ]),
        footnotes: [],
      },
      ...closing(paper),
    ],
  };
}
