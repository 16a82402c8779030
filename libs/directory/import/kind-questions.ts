import { type ColumnReading, type RegistryRow, sentences } from '../registry/index.js';
import type { ImportProblem, ImportQuestion } from './import-report.js';

const NAMES_SHOWN = 5;

/** A cell that names no kind of facility, or more than one. */
export function kindUnclear({ sheet, line, kind }: RegistryRow, columns: readonly ColumnReading[]): ImportProblem {
  const value = kind.is === 'ASKED' ? kind.value : null;
  const heading = columns.find((column) => column.sheet === sheet && column.meaning === 'typeCode')?.heading ?? '';
  return {
    sheet,
    line,
    column: heading,
    code: 'IMPORT.FACILITY_TYPE_UNKNOWN',
    value,
    ...sentences(
      { sheet, line },
      `「${heading}」の「${value}」がどの種別か分かりません。「就労継続支援B型」のように1つだけ書くか、どの種別かを指定してください。`,
      `${heading} must name one legal kind of facility, not ${value}. Correct it, or say which kind it is.`,
    ),
  };
}

/** One question for the facilities of a sheet and section whose kind the file does not state. */
export function askForKinds(rows: readonly RegistryRow[]): ImportQuestion[] {
  const groups = new Map<string, RegistryRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.sheet, row.section]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group): ImportQuestion[] => {
    const [first] = group;
    if (!first) return [];
    const { sheet, section, line } = first;
    const where = section === null ? '' : `「${section}」の`;
    return [
      {
        code: 'IMPORT.KIND_ASKED',
        sheet,
        section,
        line,
        rowCount: group.length,
        names: group.slice(0, NAMES_SHOWN).map(({ name }) => name),
        ...sentences(
          { sheet, line: null },
          `${where}${group.length}事業所の種別が書かれていません。就労継続支援B型など、どの種別かを指定してください。指定するまで取り込みません。`,
          `The kind of ${group.length} facilities${section === null ? '' : ` under ${section}`} is not stated. Say which it is; until then they stay out.`,
        ),
      },
    ];
  });
}
