import type { PurchaseOrderPaper, SubcontractTerms } from '../sheet/paper-data.js';
import { closing, deliveryTable, subjectFacts, termFacts } from '../parts/notes.js';
import { addressee, sender } from '../parts/parties.js';
import { headlineOf, priceTable, sums } from '../parts/prices.js';
import { cell, dateWords, known, periodWords, referenceWords, yenWords } from '../parts/words.js';
import type { Block, SheetBody } from '../sheet/sheet.js';

const LAW = '中小受託取引適正化法（取適法）第4条に基づく明示事項';

export function composePurchaseOrder(paper: PurchaseOrderPaper): SheetBody {
  const preparedBy = paper.preparedBy === null ? [] : [`本書は、${paper.preparedBy}が発注者に代わって作成しました。`];
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer, '発注者'),
    opening: '下記のとおり発注いたします。',
    headline: headlineOf('発注金額', paper.prices),
    facts: [
      ...subjectFacts(paper),
      ...known([{ label: '見積書', value: paper.basis && referenceWords(paper.basis) }]),
      // With the items of the law below, the same would stand here twice.
      ...(paper.subcontract === null ? termFacts(paper.terms) : []),
    ],
    blocks: [
      priceTable(paper.prices),
      sums(paper.prices),
      ...deliveryTable(paper.terms),
      ...(paper.subcontract === null ? [] : subcontractBlocks(paper.subcontract)),
      ...closing(paper, preparedBy),
    ],
  };
}

function subcontractBlocks(terms: SubcontractTerms): Block[] {
  return [
    {
      type: 'facts',
      heading: LAW,
      items: known([
        { label: '委託をした日', value: dateWords(terms.orderedOn) },
        { label: '給付の内容', value: '上記明細のとおり' },
        { label: '受領する期日', value: periodWords(terms.receiveFrom, terms.receiveOn) },
        { label: '受領する場所', value: terms.receiveAt },
        {
          label: '検査完了期日',
          value: terms.inspectedBy === null ? '検査は行いません' : dateWords(terms.inspectedBy),
        },
        { label: '代金の額', value: terms.formula ?? '上記合計のとおり' },
        { label: '支払期日', value: dateWords(terms.payOn) },
        { label: '支払方法', value: terms.payBy },
        { label: '現金以外の支払', value: terms.nonCash ?? 'なし' },
        { label: '原材料等の支給', value: terms.materials.length === 0 ? 'なし' : '下表のとおり' },
        { label: '未定事項', value: terms.undecided.length === 0 ? 'なし' : '下表のとおり' },
        { label: '定まった事項', value: terms.decided?.length ? '下表のとおり（上記に優先します）' : null },
      ]),
    },
    ...materialBlocks(terms),
    ...undecidedBlocks(terms),
    ...decidedBlocks(terms),
  ];
}

function materialBlocks({ materials }: SubcontractTerms): Block[] {
  if (materials.length === 0) return [];
  return [
    {
      type: 'table',
      caption: '原材料等の支給',
      remark: null,
      columns: [
        { title: '品名', align: 'start', widthMm: null },
        { title: '数量', align: 'end', widthMm: 26 },
        { title: '引渡日', align: 'start', widthMm: 34 },
        { title: '対価', align: 'end', widthMm: 26 },
        { title: '決済の期日・方法', align: 'start', widthMm: 42 },
      ],
      rows: materials.map((material) => [
        cell(material.name),
        cell(material.quantity),
        cell(dateWords(material.handOverOn)),
        cell(material.priceYen === null ? '無償' : yenWords(material.priceYen)),
        cell(material.settlement ?? '－'),
      ]),
      footnotes: [],
    },
  ];
}

function undecidedBlocks({ undecided }: SubcontractTerms): Block[] {
  if (undecided.length === 0) return [];
  return [
    {
      type: 'table',
      caption: '未定事項',
      remark: null,
      columns: [
        { title: '未定の事項', align: 'start', widthMm: 50 },
        { title: '定められない理由', align: 'start', widthMm: null },
        { title: '定める予定日', align: 'start', widthMm: 36 },
      ],
      rows: undecided.map((each) => [cell(each.item), cell(each.reason), cell(dateWords(each.decideOn))]),
      footnotes: ['未定の事項は、定まり次第、直ちに書面または電子データでお知らせします。'],
    },
  ];
}

function decidedBlocks({ decided = [] }: SubcontractTerms): Block[] {
  if (decided.length === 0) return [];
  return [
    {
      type: 'table',
      caption: '未定であったが、定まった事項',
      remark: null,
      columns: [
        { title: '定まった事項', align: 'start', widthMm: 50 },
        { title: '定まった内容', align: 'start', widthMm: null },
        { title: '定まった日', align: 'start', widthMm: 36 },
      ],
      rows: decided.map((each) => [cell(each.item), cell(each.decision), cell(dateWords(each.decidedOn))]),
      footnotes: [],
    },
  ];
}
