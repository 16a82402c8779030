import type { PaperData, TradeTerms } from '../sheet/paper-data.js';
import type { Block, Fact, TextBlock } from '../sheet/sheet.js';
import { cell, dateWords, digits, known, referenceWords, shortDate } from './words.js';

/** Seals are omitted everywhere: a paper that exists only as data has none, and needs none. */
const NO_SEAL = '本書は電子データとして作成・交付しており、押印を省略しています。';

/** 備考, what a correction corrects, and why there is no seal, or what is done with the paper that gets one. */
export function closing(
  { notes, replaces }: Pick<PaperData, 'notes' | 'replaces'>,
  small: readonly string[] = [],
  seal: readonly string[] = [NO_SEAL],
): Block[] {
  const correction = replaces === null ? [] : [`本書は、${referenceWords(replaces)}を訂正し、これに代わるものです。`];
  const remarks = [...correction, ...notes];
  const blocks: TextBlock[] = [];
  if (remarks.length > 0) blocks.push({ type: 'text', heading: '備考', paragraphs: remarks, tone: 'note' });
  blocks.push({ type: 'text', heading: null, paragraphs: [...small, ...seal], tone: 'small' });
  return blocks;
}

/** 件名, 案件番号 and the buyer's own number: the first rows of every paper. */
export function subjectFacts({
  subject,
  workOrderNumber,
  buyerNumber,
}: Pick<PaperData, 'subject' | 'workOrderNumber' | 'buyerNumber'>): Fact[] {
  return known([
    { label: '件名', value: subject },
    { label: '案件番号', value: workOrderNumber },
    { label: '発注者の番号', value: buyerNumber ?? null },
  ]);
}

/** 納期, 納入場所, 検収, 支払条件 */
export function termFacts({ deliverOn, deliverTo, inspection, payment, deliveries }: TradeTerms): Fact[] {
  const last = deliverOn && dateWords(deliverOn);
  return known([
    { label: '納期', value: last && (deliveries ? `下表のとおり（最終 ${last}）` : last) },
    { label: '納入場所', value: deliverTo },
    { label: '検収', value: inspection },
    { label: '支払条件', value: payment },
  ]);
}

/** 納期・納入先, where they are more than the terms can say in one row. */
export function deliveryTable({ deliveries }: TradeTerms): Block[] {
  if (!deliveries) return [];
  const hasPlaces = deliveries.some(({ place }) => place !== null);
  return [
    {
      type: 'table',
      caption: hasPlaces ? '納期・納入先' : '納期',
      remark: null,
      columns: [
        { title: '品名', align: 'start', widthMm: hasPlaces ? 45 : null },
        ...(hasPlaces ? [{ title: '納入先', align: 'start', widthMm: null } as const] : []),
        { title: '数量', align: 'end', widthMm: 24 },
        { title: '単位', align: 'center', widthMm: 14 },
        { title: '納期', align: 'start', widthMm: 25 },
      ],
      rows: deliveries.map(({ name, place, address, units, unit, deliverOn }) => [
        cell(name),
        ...(hasPlaces ? [cell(place ?? '－', address)] : []),
        cell(digits(units)),
        cell(unit),
        cell(shortDate(deliverOn)),
      ]),
      footnotes: [],
    },
  ];
}
