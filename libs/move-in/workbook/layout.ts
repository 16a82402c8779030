import type { Sentence } from '#yui/platform';

/** The sheets of the workbook, in the order in which they are brought in: what is named stands before what names it. */
export const MOVE_IN_SHEETS = [
  'FACILITIES',
  'BUYERS',
  'DEPARTMENTS',
  'PEOPLE',
  'CAPABILITIES',
  'BALANCES',
  'RESULTS',
  'ORDERS',
  'SHARES',
] as const;
export type MoveInSheet = (typeof MOVE_IN_SHEETS)[number];

/** What a cell may hold, by the words people write for it. The first word is the one the template prints. */
export type Choices<Code extends string = string> = Readonly<Record<Code, readonly [string, ...string[]]>>;

export interface ColumnLayout {
  /** As the rows of the sheet are read by. */
  readonly field: string;
  readonly heading: string;
  /** Other headings it goes by. */
  readonly alsoCalled?: readonly string[];
  readonly isRequired?: boolean;
  /** Of its number: yen with 2 are kept in sen. */
  readonly decimals?: number;
  readonly note: string;
  readonly example: string;
  /** `FACILITY_TYPES`, `WORK_TYPES`, `CATEGORIES`: those of the product, by their names. */
  readonly choices?: Choices | 'FACILITY_TYPES' | 'WORK_TYPES' | 'CATEGORIES';
}

export interface SheetLayout {
  readonly sheet: MoveInSheet;
  readonly name: string;
  readonly nameEn: string;
  readonly alsoCalled?: readonly string[];
  readonly lead: Sentence;
  readonly maxRows: number;
  readonly columns: readonly ColumnLayout[];
}

/** One form for what people write in many: width, case, spaces and the marks of headings do not matter. */
export function foldWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・･、,。.:*※★＊]/g, '')
    .replace(/\((必須|任意|円|秒|人|日)\)$/, '');
}

/** The code whose words include this one; null: none. */
export function choiceIn<Code extends string>(choices: Choices<Code>, written: string): Code | null {
  const word = foldWord(written);
  const codes = Object.keys(choices) as Code[];
  return codes.find((code) => foldWord(code) === word || choices[code].some((each) => foldWord(each) === word)) ?? null;
}
