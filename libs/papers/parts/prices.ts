import type { TaxRate } from '#yui/money';
import type { PaperLine, PriceTable } from '../sheet/paper-data.js';
import type { Cell, Column, Fact, SumsBlock, TableBlock } from '../sheet/sheet.js';
import { cell, digits, rateWords, shortDate, unitPrice, yenSign } from './words.js';

const REDUCED_MARK = '※';

/** The sum the reader looks for: always with tax. */
export function headlineOf(label: string, { tax }: PriceTable): Fact {
  return { label: `${label}（税込）`, value: yenSign(tax.grossYen) };
}

/** 明細: reduced-rate lines carry the mark the law asks for. */
export function priceTable({ lines, pricing }: PriceTable): TableBlock {
  const hasDates = lines.some((line) => line.tradedOn !== null);
  const columns: Column[] = [
    ...(hasDates ? [{ title: '取引日', align: 'start', widthMm: 25 } as const] : []),
    { title: '品名・仕様', align: 'start', widthMm: null },
    { title: '数量', align: 'end', widthMm: 19 },
    { title: '単位', align: 'center', widthMm: 13 },
    { title: '単価', align: 'end', widthMm: 21 },
    { title: '税率', align: 'center', widthMm: 16 },
    { title: pricing === 'TAX_EXCLUSIVE' ? '金額（税抜）' : '金額（税込）', align: 'end', widthMm: 27 },
  ];
  const hasReduced = lines.some((line) => line.taxRate.isReduced);
  return {
    type: 'table',
    caption: '明細',
    remark: '単位：円',
    columns,
    rows: lines.map((line) => [...(hasDates ? [cell(shortDate(line.tradedOn))] : []), ...lineCells(line)]),
    footnotes: hasReduced ? [`${REDUCED_MARK}印は軽減税率（8%）の対象です。`] : [],
  };
}

function lineCells(line: PaperLine): Cell[] {
  const { percent, isReduced } = line.taxRate;
  return [
    cell(isReduced ? `${line.name} ${REDUCED_MARK}` : line.name, line.specification),
    cell(digits(line.quantity)),
    cell(line.unit),
    cell(line.unitPriceSen === null ? '' : unitPrice(line.unitPriceSen)),
    cell(percent === 0 ? '対象外' : `${percent}%${isReduced ? REDUCED_MARK : ''}`),
    cell(digits(line.amountYen)),
  ];
}

/** 税率別内訳 and totals. */
export function sums({ tax }: PriceTable): SumsBlock {
  return {
    type: 'sums',
    byRate: {
      type: 'table',
      caption: '税率別内訳',
      remark: '単位：円',
      columns: [
        { title: '税率', align: 'start', widthMm: null },
        { title: '税抜金額', align: 'end', widthMm: 25 },
        { title: '消費税額', align: 'end', widthMm: 22 },
        { title: '税込金額', align: 'end', widthMm: 25 },
      ],
      rows: tax.byRate.map(({ taxRate, netYen, taxYen, grossYen }) => [
        cell(rateLabel(taxRate)),
        cell(digits(netYen)),
        cell(digits(taxYen)),
        cell(digits(grossYen)),
      ]),
      footnotes: [],
    },
    totals: [
      { label: '小計（税抜）', value: yenSign(tax.netYen) },
      { label: '消費税額', value: yenSign(tax.taxYen) },
      { label: '合計（税込）', value: yenSign(tax.grossYen) },
    ],
  };
}

function rateLabel(rate: TaxRate): string {
  return rate.percent === 0 ? '対象外' : `${rateWords(rate)}対象`;
}
