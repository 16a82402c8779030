import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { type LocalDate, parseLocalDate } from '#yui/calendar';
import { foldAccountName } from '#yui/money';

/** Which column of a bank's CSV is what, counted from 0. */
export interface StatementLayout {
  readonly dayColumn: number;
  /** What came in: a column of its own, or amounts with a sign. */
  readonly amountColumn: number;
  /** Who paid: 摘要, 振込依頼人名. */
  readonly payerColumn: number;
}

/** Money that came in. */
export interface Deposit {
  /** In the file, from 1. */
  readonly row: number;
  readonly paidOn: LocalDate;
  readonly payerName: string;
  readonly amountYen: number;
  /** The same whenever the same line comes again, however the file is cut. */
  readonly key: string;
}

export interface ReadStatement {
  readonly headings: readonly string[];
  /** What the headings suggest; null where nothing does. For a person to confirm. */
  readonly guess: StatementLayout | null;
  readonly deposits: readonly Deposit[];
  /** Rows that hold an amount and cannot be read. */
  readonly problems: readonly { readonly row: number; readonly cell: string }[];
}

const HEADINGS: Readonly<Record<keyof StatementLayout, readonly RegExp[]>> = {
  dayColumn: [/取引日|勘定日|入金日|お取り?扱い?日|年月日|日付/u],
  amountColumn: [/(入金|預入|預け入れ)(?!日|区分)|預り金額|受取金額/u, /取引金額|金額/u],
  payerColumn: [/振込依頼人|依頼人名|振込人/u, /摘要|内容|お取引内容|備考/u],
};
const MAX_ROWS_ABOVE = 30;

/**
 * Reads what came in out of a bank's CSV. Banks agree on nothing but that there are headings: which column is what is said by
 * `layout`; without it the guess is used, which somebody has to confirm.
 */
export function readStatement(text: string, layout: StatementLayout | null): ReadStatement {
  const rows = parse(text, { bom: true, relax_column_count: true, relax_quotes: true });
  const place = rows.slice(0, MAX_ROWS_ABOVE).findIndex((row) => guessOf(row) !== null);
  const headingRow = Math.max(place, 0);
  const headings = (rows[headingRow] ?? []).map((cell) => cell.trim());
  const guess = guessOf(headings);
  const chosen = layout ?? guess;
  const deposits: Deposit[] = [];
  const problems: { row: number; cell: string }[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of chosen === null ? [] : rows.entries()) {
    if (index <= headingRow) continue;
    const read = depositOf(row, chosen!);
    if (read === null) continue;
    if (typeof read === 'string') {
      problems.push({ row: index + 1, cell: read });
      continue;
    }
    // Two transfers of the same payer, day and amount are two lines; the first of each file is the first of the other.
    const same = [read.paidOn, read.amountYen, foldAccountName(read.payerName)].join(' ');
    const count = (seen.get(same) ?? 0) + 1;
    seen.set(same, count);
    const key = createHash('sha256').update(`${same} ${count}`).digest('hex');
    deposits.push({ row: index + 1, ...read, key });
  }
  return { headings, guess, deposits, problems };
}

function guessOf(row: readonly string[]): StatementLayout | null {
  const cells = row.map((cell) => cell.normalize('NFKC').replace(/\s/g, ''));
  const find = (name: keyof StatementLayout) => {
    for (const pattern of HEADINGS[name]) {
      const found = cells.findIndex((cell) => pattern.test(cell));
      if (found >= 0) return found;
    }
    return -1;
  };
  const guess = { dayColumn: find('dayColumn'), amountColumn: find('amountColumn'), payerColumn: find('payerColumn') };
  const columns = Object.values(guess);
  return columns.includes(-1) || new Set(columns).size < columns.length ? null : guess;
}

/** Null: nothing came in here. A text: the cell that cannot be read. */
function depositOf(
  row: readonly string[],
  { dayColumn, amountColumn, payerColumn }: StatementLayout,
): Pick<Deposit, 'paidOn' | 'payerName' | 'amountYen'> | string | null {
  const cell = (column: number) => (row[column] ?? '').normalize('NFKC').trim();
  const amount = cell(amountColumn).replace(/[,¥\\円+\s]/gu, '');
  if (amount === '' || amount === '0' || amount.startsWith('-')) return null;
  if (!/^\d{1,13}$/.test(amount)) return /\d/.test(amount) ? cell(amountColumn) : null;
  const paidOn = dayOf(cell(dayColumn));
  if (paidOn === null) return cell(dayColumn);
  return { paidOn, payerName: cell(payerColumn).slice(0, 100), amountYen: Number(amount) };
}

const ERAS: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 };

/** 2026/11/30, 20261130, 2026年11月30日, 令和8年11月30日, R8.11.30; a year of two digits without an era is doubtful. */
function dayOf(text: string): LocalDate | null {
  const [, era = '', year = '', month = '', day = ''] =
    /^(令和|平成|R|H)?(\d{1,4})[年/.\-](\d{1,2})[月/.\-](\d{1,2})日?/iu.exec(text) ??
    /^()(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  const before = ERAS[era.toUpperCase()];
  if (year === '' || (before === undefined && year.length < 4)) return null;
  const written = [String(Number(year) + (before ?? 0)).padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')];
  try {
    return parseLocalDate(written.join('-'));
  } catch {
    return null;
  }
}
