import { utils, write, type WorkSheet } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Choices, type ColumnLayout, MOVE_IN_SHEETS, type SheetLayout } from './layout.js';
import { LAYOUTS } from './layouts.js';
import { TEMPLATE_SHEETS } from './read-workbook.js';

export const TEMPLATE_FILE_NAME = '移行ブック.xlsx';

/** Lines of a sheet: what it is for, notes, headings, an example; what is filled in begins after them. */
const HEADING_LINE = 3;
const FIRST_LINE = HEADING_LINE + 1;

const HOW_TO = [
  ['移行ブックの使い方'],
  [
    '1. それぞれのシートの4行目（例）の下から、1行に1つずつ記入します。例の行は取り込みません（消してもかまいません）。',
  ],
  [
    '2. 使わないシートは、そのままでも、消してもかまいません。列の順番は変えてかまいません。見出しは変えないでください。',
  ],
  ['3. 「番号」は貴窓口で付けた番号です。同じ行かどうかをこの番号で見分けるので、あとから変えないでください。'],
  ['4. 取り込む前に、1行ずつ何が登録されるかを画面で確かめられます。直すところがある間は、何も登録されません。'],
  [
    '5. 同じブックを何度取り込んでも、二重にはなりません。直したところだけが変わります。画面で変えたことは、ブックの行が同じなら、そのまま残ります。',
  ],
  ['6. 行を消しても、登録は消えません。'],
  [],
  ['シート', '内容', '行数の上限'],
];

/** The workbook to fill in: headings with notes, an example, and the words that columns of choices may hold as a list to pick from. */
export function makeTemplate(choicesOf: (column: ColumnLayout) => Choices | null): Uint8Array {
  const lists = listsOf(choicesOf);
  const book = utils.book_new();
  const layouts = MOVE_IN_SHEETS.map((sheet) => LAYOUTS[sheet]);
  const howTo = [...HOW_TO, ...layouts.map(({ name, lead, maxRows }) => [name, lead.ja, maxRows])];
  utils.book_append_sheet(book, widened(utils.aoa_to_sheet(howTo), [18, 90, 12]), TEMPLATE_SHEETS.howTo);
  for (const layout of layouts) utils.book_append_sheet(book, sheetOf(layout), layout.name);
  utils.book_append_sheet(book, choiceSheet(lists), TEMPLATE_SHEETS.choices);
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
  return withLists(bytes, layouts, lists);
}

interface ChoiceList {
  readonly title: string;
  readonly words: readonly string[];
}

/** By sheet and field. */
type Lists = ReadonlyMap<string, ChoiceList>;

function listsOf(choicesOf: (column: ColumnLayout) => Choices | null): Lists {
  const lists = new Map<string, ChoiceList>();
  for (const sheet of MOVE_IN_SHEETS) {
    const { name, columns } = LAYOUTS[sheet];
    for (const column of columns) {
      const choices = choicesOf(column);
      if (choices === null) continue;
      const words = Object.values(choices).map(([first]) => first);
      lists.set(`${sheet} ${column.field}`, { title: `${name}：${column.heading}`, words });
    }
  }
  return lists;
}

function sheetOf({ lead, columns }: SheetLayout): WorkSheet {
  const rows = [
    [lead.ja],
    columns.map(({ note, isRequired }) => `${isRequired ? '【必須】' : ''}${note}`),
    columns.map(({ heading }) => heading),
    columns.map(({ example }, at) => (at === 0 ? `例）${example}` : example)),
  ];
  return widened(
    utils.aoa_to_sheet(rows),
    columns.map(({ heading, note }) => Math.min(36, Math.max(12, heading.length * 2 + 4, note.length))),
  );
}

function choiceSheet(lists: Lists): WorkSheet {
  const all = [...lists.values()];
  const most = Math.max(...all.map(({ words }) => words.length));
  const lines = Array.from({ length: most }, (_, line) => all.map(({ words }) => words[line] ?? null));
  return widened(
    utils.aoa_to_sheet([all.map(({ title }) => title), ...lines]),
    all.map(() => 28),
  );
}

function widened(sheet: WorkSheet, widths: readonly number[]): WorkSheet {
  sheet['!cols'] = widths.map((wch) => ({ wch }));
  return sheet;
}

/** The library writes no lists to pick from: they are put in where the format wants them (ECMA-376, 18.3.1.33). */
function withLists(bytes: Uint8Array, layouts: readonly SheetLayout[], lists: Lists): Uint8Array {
  const parts = unzipSync(bytes);
  const places = [...lists.keys()];
  layouts.forEach((layout, index) => {
    const path = `xl/worksheets/sheet${index + 2}.xml`;
    const rules = layout.columns.flatMap(({ field }, at) => {
      const place = places.indexOf(`${layout.sheet} ${field}`);
      const list = lists.get(`${layout.sheet} ${field}`);
      if (!list) return [];
      const column = utils.encode_col(at);
      const from = utils.encode_col(place);
      const range = `${column}${FIRST_LINE + 1}:${column}${FIRST_LINE + layout.maxRows}`;
      return `<dataValidation type="list" allowBlank="1" sqref="${range}"><formula1>'${TEMPLATE_SHEETS.choices}'!$${from}$2:$${from}$${list.words.length + 1}</formula1></dataValidation>`;
    });
    const xml = parts[path];
    if (!xml || rules.length === 0) return;
    const validations = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
    parts[path] = strToU8(strFromU8(xml).replace('</sheetData>', `</sheetData>${validations}`));
  });
  return zipSync(parts);
}
