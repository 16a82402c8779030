/** Where something stands in a file. */
export interface Place {
  /** null in a text file. */
  readonly sheet: string | null;
  readonly line: number;
}

/** Something in a published list that a person has to look at. */
export interface RowProblem extends Place {
  /** The header of the column as it stands in the file. */
  readonly column: string;
  readonly code: keyof typeof TEXTS;
  readonly messageJa: string;
  readonly messageEn: string;
  /** What the cell holds. */
  readonly value: string;
  /** The line that has the same name (`REGISTRY.NAME_DUPLICATE`). */
  readonly otherLine?: number;
}

const TEXTS = {
  'REGISTRY.COLUMN_MISSING': {
    ja: '「{column}」の列が見つかりません。見出しを「{column}」にしてください。',
    en: 'There is no column {column}. Give the column that heading.',
  },
  'REGISTRY.FISCAL_YEAR_MISSING': {
    ja: '「{column}」が何年度の金額か分かりません。見出しに「令和5年度」のように年度を入れるか、年度を指定してください。この列は取り込みません。',
    en: 'The fiscal year of {column} is not known. Write it into the heading (令和5年度) or name it. The column is not read.',
  },
  'REGISTRY.WAGE_UNIT_UNCLEAR': {
    ja: '「{column}」の金額（{value} など）が月額か時間額か、円か千円か分かりません。見出しに「平均工賃月額（円）」のように入れてください。この列は取り込みません。',
    en: 'Whether {column} ({value} and others) is by the month or the hour, in yen or thousands, is not known. Say so in the heading. The column is not read.',
  },
  'REGISTRY.NAME_MISSING': {
    ja: '「{column}」が空です。事業所の名前を入れてください。',
    en: '{column} is empty. Enter the name of the facility.',
  },
  'REGISTRY.NAME_DUPLICATE': {
    ja: '「{column}」の「{value}」は{otherLine}行目にもあり、内容が違います。同じ事業所なら1行にし、別の事業所なら事業所番号・所在地・法人名か名前で分けてください。',
    en: '{column} {value} is also on line {otherLine}, with other figures. Keep one row, or tell the two facilities apart by number, address, corporation or name.',
  },
  'REGISTRY.ROW_UNCLEAR': {
    ja: '「{value}」だけの行です。事業所か、区切りの見出しか分かりません。事業所なら他の列も入れ、区切りなら「■」を付けてください。',
    en: 'There is only {value} in this row: a facility, or the heading of a section? Fill in the other columns, or put ■ before it.',
  },
  'REGISTRY.CAPACITY_MISSING': {
    ja: '「{column}」が空です。定員を人数で入れてください。',
    en: '{column} is empty. Enter the number of persons.',
  },
  'REGISTRY.NUMBER_INVALID': {
    ja: '「{column}」の「{value}」は数字ではありません。数字だけを入れてください。',
    en: '{column} must be a number, not {value}.',
  },
  'REGISTRY.NUMBER_AMBIGUOUS': {
    ja: '「{column}」に数字が2つ以上あります（「{value}」）。どちらか1つにしてください。',
    en: '{column} holds more than one number ({value}). Keep the one that is meant.',
  },
  'REGISTRY.NUMBER_OUT_OF_RANGE': {
    ja: '「{column}」の「{value}」は範囲を外れています。数字を確かめてください。',
    en: '{column} {value} is out of range. Check the number.',
  },
  'REGISTRY.VALUES_CONFLICT': {
    ja: '「{column}」の列が2つあり、値が違います（「{value}」）。どちらか1つにしてください。',
    en: 'There are two columns {column} with different values ({value}). Keep one.',
  },
  'REGISTRY.CHARACTER_UNREADABLE': {
    ja: '「{column}」の「{value}」に、このコンピューターにない文字（外字）があります。正しい文字に打ち直してください。',
    en: '{column} {value} holds a character that only the computer it was written on knows. Type the right one.',
  },
  'REGISTRY.CELL_ERROR': {
    ja: '「{column}」に計算の誤り「{value}」があります。正しい値を入れてください。',
    en: '{column} holds the error {value} of a formula. Enter the value.',
  },
  'REGISTRY.TEXT_TOO_LONG': {
    ja: '「{column}」が長すぎます。短くしてください。',
    en: '{column} is too long. Shorten it.',
  },
  'REGISTRY.ROW_TOO_LONG': {
    ja: '見出しより右に「{value}」があります。コンマを含む文は引用符（"）で囲み、列のずれを直してください。',
    en: 'There is {value} beyond the last heading. Put text with commas in quotes so that the columns line up.',
  },
} as const;

/** Fills in the sentences of a problem, which begin with the place. */
export function rowProblem(problem: Omit<RowProblem, 'messageJa' | 'messageEn'>): RowProblem {
  const values: Record<string, string | number | null | undefined> = { ...problem, value: problem.value.slice(0, 100) };
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const { ja, en } = TEXTS[problem.code];
  return { ...problem, ...sentences(problem, fill(ja), fill(en)) };
}

/** Puts the place before a sentence in each language. */
export function sentences(
  { sheet, line }: { readonly sheet: string | null; readonly line: number | null },
  ja: string,
  en: string,
): { messageJa: string; messageEn: string } {
  if (line === null) {
    return sheet === null
      ? { messageJa: ja, messageEn: en }
      : { messageJa: `シート「${sheet}」: ${ja}`, messageEn: `Sheet ${sheet}: ${en}` };
  }
  return {
    messageJa: `${sheet === null ? '' : `シート「${sheet}」`}${line}行目: ${ja}`,
    messageEn: `${sheet === null ? 'Line' : `Sheet ${sheet}, line`} ${line}: ${en}`,
  };
}
