/** Why a file could not be read as a table. */
export interface TableProblem {
  code: keyof typeof TEXTS;
  /** Where it was noticed, counted from 1; null when it is the whole file. */
  line: number | null;
  messageJa: string;
  messageEn: string;
}

const TEXTS = {
  'TABLE.EMPTY': {
    ja: 'ファイルに何も入っていません。中身のあるファイルを選んでください。',
    en: 'The file is empty. Choose a file with content.',
  },
  'TABLE.NOT_A_TABLE': {
    ja: '表として読めません。CSV または Excel（.xlsx）の形式で保存し直してください。',
    en: 'This cannot be read as a table. Save it as CSV or as an Excel workbook (.xlsx).',
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
    ja: 'ファイルが大きすぎます（上限 10 MB、展開後 100 MB）。名簿だけのファイルにしてください。',
    en: 'The file is too large (at most 10 MB, 100 MB unpacked). Keep only the list in it.',
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
