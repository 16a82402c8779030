import type { FacilityList, ListRow } from '../layout/facility-list.js';
import { foldText, withoutMarks } from '../layout/fold-text.js';
import { kindsIn } from '../layout/kinds.js';
import type { ListColumns } from './list-columns.js';

/** What the caller answers where a file does not state the kind of its facilities. */
export interface KindAnswer {
  /** null: for every sheet. */
  readonly sheet?: string | null | undefined;
  /** null: for every section. */
  readonly section?: string | null | undefined;
  /** The content of a cell that names no kind or several; null: where nothing is stated. */
  readonly value?: string | null | undefined;
  /** A kind of facility, or `OMIT`: these rows are no places of work. */
  readonly typeCode: string;
}

/** Where a kind was found, or why there is none. */
export type KindReading =
  | {
      readonly is: 'STATED';
      readonly typeCode: string;
      readonly statedBy: 'COLUMN' | 'SECTION' | 'SHEET' | 'TITLE' | 'HEADING';
    }
  | { readonly is: 'ANSWERED'; readonly typeCode: string }
  | { readonly is: 'OMITTED'; readonly because: string }
  /** `value`: a cell that names no kind, or several; null: nothing is stated. */
  | { readonly is: 'ASKED'; readonly value: string | null };

/** Reads the kind of a row: from its own cell, else from its section, the title, the sheet, the headings; else from the answers. */
export function resolveKind(
  row: ListRow,
  section: string | null,
  list: FacilityList,
  columns: ListColumns,
  answers: readonly KindAnswer[],
): KindReading {
  const value = columns.kind ? (row.cells[columns.kind.index] ?? '') : '';
  if (value !== '') {
    const reading = kindOf(value, 'COLUMN');
    if (reading) return reading;
    const answer = answers.find((each) => each.value && foldText(each.value) === foldText(value));
    return answer ? answered(answer.typeCode, value) : { is: 'ASKED', value };
  }
  const title = list.titles.map(({ text }) => text).join(' ');
  const stated =
    (section && kindOf(section, 'SECTION')) ??
    kindOf(title, 'TITLE') ??
    (list.sheet && kindOf(list.sheet, 'SHEET')) ??
    kindOf(columns.name.heading, 'HEADING');
  if (stated) return stated;
  const answer = bestAnswer(answers, list.sheet, section);
  return answer ? answered(answer.typeCode, section ?? list.sheet ?? '') : { is: 'ASKED', value: null };
}

/** null when the text names no kind, or more than one. */
function kindOf(text: string, statedBy: 'COLUMN' | 'SECTION' | 'SHEET' | 'TITLE' | 'HEADING'): KindReading | null {
  const { codes, namesOther } = kindsIn(withoutMarks(text));
  const [typeCode, ...others] = codes;
  if (typeCode !== undefined) return others.length === 0 ? { is: 'STATED', typeCode, statedBy } : null;
  // A title may speak of homes and counselling among other things; only a cell, section or sheet is about its rows alone.
  return namesOther && statedBy !== 'TITLE' && statedBy !== 'HEADING' ? { is: 'OMITTED', because: text } : null;
}

function answered(typeCode: string, because: string): KindReading {
  return typeCode === 'OMIT' ? { is: 'OMITTED', because } : { is: 'ANSWERED', typeCode };
}

/** The answer for the section goes before that for the sheet, and that before the one for the file. */
function bestAnswer(
  answers: readonly KindAnswer[],
  sheet: string | null,
  section: string | null,
): KindAnswer | undefined {
  const fits = (answer: KindAnswer) =>
    !answer.value &&
    (!answer.sheet || answer.sheet === sheet) &&
    (!answer.section || (section !== null && foldText(answer.section) === foldText(section)));
  const weight = (answer: KindAnswer) => (answer.section ? 2 : 0) + (answer.sheet ? 1 : 0);
  return answers.filter(fits).sort((a, b) => weight(b) - weight(a))[0];
}
