import { LIMITS } from './limits.js';

/** Why a file could not be read as a list. */
export interface TableProblem {
  readonly code: keyof typeof TEXTS;
  /** Where it was noticed, counted from 1; null when it is the whole file. */
  readonly line: number | null;
  readonly messageJa: string;
  readonly messageEn: string;
}

const MEGABYTE = 1024 * 1024;

const TEXTS = {
  'TABLE.EMPTY': {
    ja: 'ファイルに何も入っていません。中身のあるファイルを選んでください。',
    en: 'The file is empty. Choose a file with content.',
  },
  'TABLE.NOT_A_TABLE': {
    ja: '表として読めません。CSV または Excel（.xlsx、.xls）の形式で保存し直してください。',
    en: 'This cannot be read as a table. Save it as CSV or as an Excel workbook (.xlsx, .xls).',
  },
  'TABLE.ENCRYPTED': {
    ja: 'パスワードで保護されたファイルです。パスワードを外して保存し直してください。',
    en: 'The file is protected by a password. Save it without one.',
  },
  'TABLE.UNDECODABLE': {
    ja: '文字コードが読み取れません。UTF-8 または Shift_JIS の CSV で保存し直してください。',
    en: 'The text encoding is not known. Save the file as CSV in UTF-8 or Shift_JIS.',
  },
  'TABLE.HEADER_MISSING': {
    ja: '見出しの行がありません。一番上に「事業所名」「定員」などの見出しを入れてください。',
    en: 'There is no header row. Put headings such as 事業所名 and 定員 in the first row.',
  },
  'TABLE.TOO_LARGE': {
    ja: `ファイルが大きすぎます（上限 ${LIMITS.bytes / MEGABYTE} MB、展開後 ${LIMITS.unpackedBytes / MEGABYTE} MB、${LIMITS.rows} 行、${LIMITS.columns} 列、${LIMITS.cells} セル）。名簿だけのファイルにしてください。`,
    en: `The file is too large (at most ${LIMITS.bytes / MEGABYTE} MB, ${LIMITS.unpackedBytes / MEGABYTE} MB unpacked, ${LIMITS.rows} rows, ${LIMITS.columns} columns, ${LIMITS.cells} cells). Keep only the list in it.`,
  },
  'TABLE.TOO_SLOW': {
    ja: 'ファイルを時間内に読めませんでした。名簿だけの新しいファイルに貼り付けて保存し直してください。',
    en: 'The file could not be read in time. Paste the list alone into a new file.',
  },
} as const;

export function tableProblem(code: TableProblem['code'], line: number | null): TableProblem {
  const { ja, en } = TEXTS[code];
  return {
    code,
    line,
    messageJa: line === null ? ja : `${line}行目: ${ja}`,
    messageEn: line === null ? en : `Line ${line}: ${en}`,
  };
}

/** Thrown while a file is read; never leaves `readSheets`. */
export class UnreadableTable extends Error {
  constructor(
    readonly code: TableProblem['code'],
    readonly line: number | null = null,
  ) {
    super(code);
  }
}
