import type { Cell as PaperCell, Column, Sheet, TableBlock } from '#yui/papers';
import type { Cell, Row } from './cells.js';

/** A report with all its words, as it is printed. */
export interface PrintedReport {
  readonly title: string;
  /** Which of the tables of the report it is; empty: it has one. */
  readonly table: string;
  /** The first is that of the names of the rows, the last that of the notes. */
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  readonly language: 'ja' | 'en';
}

/** As many figures as stand side by side on A4; more stand below, under the names of the rows once more. */
const MAX_COLUMNS = 6;
const FIGURE_MM = 22;

/** @param issuedOn as it is read */
export function reportSheet(report: PrintedReport, organisation: string, issuedOn: string): Sheet {
  const { title, table, headings, rows, language } = report;
  const figures = headings.slice(1, -1);
  const parts = Array.from({ length: Math.max(1, Math.ceil(figures.length / MAX_COLUMNS)) }, (_, part) => {
    const from = part * MAX_COLUMNS;
    return tableOf(report, from, figures.slice(from, from + MAX_COLUMNS));
  });
  const notes = rows.map((row) => [row[0], row.at(-1)] as const).filter(([, note]) => note !== '' && note !== null);
  return {
    title,
    number: table === '' ? title : table,
    issuedOn,
    hasAddress: false,
    addressee: { address: [], names: [], details: [] },
    sender: { role: language === 'ja' ? '作成' : 'By', names: [organisation], address: [], details: [] },
    opening: `${organisation}　${title}${table === '' ? '' : `（${table}）`}`,
    headline: null,
    facts: [],
    blocks: [
      ...parts,
      ...(notes.length === 0
        ? []
        : [
            {
              type: 'text' as const,
              heading: headings.at(-1) ?? null,
              paragraphs: notes.map(([name, note]) => `${text(name ?? null)}：${text(note ?? null)}`),
              tone: 'small' as const,
            },
          ]),
    ],
  };
}

function tableOf({ headings, rows }: PrintedReport, from: number, figures: readonly string[]): TableBlock {
  const columns: Column[] = [
    { title: headings[0] ?? '', align: 'start', widthMm: null },
    ...figures.map((title) => ({ title, align: 'end' as const, widthMm: FIGURE_MM })),
  ];
  return {
    type: 'table',
    caption: figures.length === 0 ? (headings[0] ?? '') : `${figures[0]}～${figures.at(-1)}`,
    remark: null,
    columns,
    rows: rows.map((row) =>
      [row[0] ?? null, ...row.slice(1 + from, 1 + from + figures.length)].map((cell): PaperCell => ({
        text: text(cell),
        detail: null,
      })),
    ),
    footnotes: [],
  };
}

/** No figure is a dash: it is not zero. */
function text(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'number') return cell.toLocaleString('en-US', { maximumFractionDigits: 1 });
  return typeof cell === 'string' ? cell : cell.day;
}
