/** Something in a published list that a person has to look at. */
export interface RowProblem {
  line: number;
  /** The header of the column as it stands in the file. */
  column: string;
  code: keyof typeof TEXTS;
  messageJa: string;
  messageEn: string;
  /** What the cell holds. */
  value: string;
  /** The line that has the same name (`REGISTRY.NAME_DUPLICATE`). */
  otherLine?: number;
}

const TEXTS = {
  'REGISTRY.COLUMN_MISSING': {
    ja: '「{column}」の列が見つかりません。見出しを「{column}」にしてください。',
    en: 'There is no column {column}. Give the column that heading.',
  },
  'REGISTRY.FISCAL_YEAR_MISSING': {
    ja: '「{column}」が何年度の金額か分かりません。見出しに「令和5年度」のように年度を入れてください。この列は取り込みません。',
    en: 'The fiscal year of {column} is not known. Write it into the heading (令和5年度). The column is not read.',
  },
  'REGISTRY.NAME_MISSING': {
    ja: '「{column}」が空です。事業所の名前を入れてください。',
    en: '{column} is empty. Enter the name of the facility.',
  },
  'REGISTRY.NAME_DUPLICATE': {
    ja: '「{column}」の「{value}」は{otherLine}行目にもあります。同じ事業所なら1行にし、別の事業所なら名前を分けてください。',
    en: '{column} {value} is also on line {otherLine}. Keep one row, or tell the two facilities apart by name.',
  },
  'REGISTRY.CAPACITY_MISSING': {
    ja: '「{column}」が空です。定員を人数で入れてください。',
    en: '{column} is empty. Enter the number of persons.',
  },
  'REGISTRY.NUMBER_INVALID': {
    ja: '「{column}」の「{value}」は数字ではありません。数字だけを入れてください。',
    en: '{column} must be a number, not {value}.',
  },
  'REGISTRY.NUMBER_OUT_OF_RANGE': {
    ja: '「{column}」の「{value}」は範囲を外れています。数字を確かめてください。',
    en: '{column} {value} is out of range. Check the number.',
  },
  'REGISTRY.ROW_TOO_LONG': {
    ja: '見出しより右に「{value}」があります。コンマを含む文は引用符（"）で囲み、列のずれを直してください。',
    en: 'There is {value} beyond the last heading. Put text with commas in quotes so that the columns line up.',
  },
} as const;

/** Fills in the sentences of a problem, which begin with the line. */
export function rowProblem(problem: Omit<RowProblem, 'messageJa' | 'messageEn'>): RowProblem {
  const values: Record<string, string | number | undefined> = { ...problem };
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const { ja, en } = TEXTS[problem.code];
  return {
    ...problem,
    messageJa: `${problem.line}行目: ${fill(ja)}`,
    messageEn: `Line ${problem.line}: ${fill(en)}`,
  };
}
