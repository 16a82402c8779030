import type { AcceptanceNotePaper } from '../sheet/paper-data.js';
import { closing, subjectFacts } from '../parts/notes.js';
import { addressee, sender } from '../parts/parties.js';
import { cell, dateWords, digits, known, shortDate, yenSign } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

const TAX_ONCE =
  '消費税は請求書・支払通知書で税率ごとに一度だけ端数を処理するため、税込の合計は数円違うことがあります。税抜金額の合計は一致します。';

export function composeAcceptanceNote(paper: AcceptanceNotePaper): SheetBody {
  const { amountParts } = paper;
  const days = new Set(paper.results.flatMap(({ deliveredOn }) => deliveredOn ?? []));
  const hasDays = days.size > 1;
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
      ...known([{ label: '検査員', value: paper.inspector ?? null }]),
      ...(amountParts === undefined
        ? []
        : [
            { label: '税抜金額', value: yenSign(amountParts.netYen) },
            { label: '消費税額', value: yenSign(amountParts.taxYen) },
          ]),
    ],
    blocks: [
      {
        type: 'table',
        caption: '検収の結果',
        remark: null,
        columns: [
          { title: '品名', align: 'start', widthMm: null },
          ...(hasDays ? [{ title: '納品日', align: 'start', widthMm: 25 } as const] : []),
          { title: '単位', align: 'center', widthMm: 14 },
          { title: '納品数', align: 'end', widthMm: 22 },
          { title: '合格数', align: 'end', widthMm: 22 },
          { title: '不良数', align: 'end', widthMm: 22 },
          { title: '不良の扱い', align: 'start', widthMm: hasDays ? 30 : 45 },
        ],
        rows: paper.results.map((result) => [
          cell(result.name),
          ...(hasDays ? [cell(shortDate(result.deliveredOn ?? null))] : []),
          cell(result.unit),
          cell(digits(result.deliveredUnits)),
          cell(digits(result.acceptedUnits)),
          cell(digits(result.defectUnits)),
          cell(result.handling ?? '－'),
        ]),
        footnotes: [],
      },
      ...closing(paper, amountParts === undefined ? [] : [TAX_ONCE]),
    ],
  };
}
