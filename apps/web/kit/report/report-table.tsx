import { Link } from '@tanstack/react-router';
import { useCommon } from '../../words/common/index.js';
import { formatNumber } from '../../words/format.js';
import { type CellLink, nameOf, type ReportColumn, type ReportData, type ReportRow } from './report.js';

/**
 * The figures of a report. On a narrow screen each row is a card of its own, with the headings beside the figures; where there are
 * more columns than the window holds, the table moves sideways inside its own.
 */
export function ReportTable({
  caption,
  corner,
  table: { columns, rows },
  words,
  cellTo,
}: {
  readonly caption: string;
  readonly corner: string;
  readonly table: ReportData;
  readonly words: Readonly<Record<string, string>>;
  readonly cellTo?: ((row: ReportRow, column: ReportColumn) => CellLink | null) | undefined;
}) {
  const { report } = useCommon();
  const units = new Set(columns.map(({ unit }) => unit));
  const headingOf = (column: ReportColumn) =>
    units.size === 1 ? nameOf(words, column) : `${nameOf(words, column)}（${report.units[column.unit]}）`;
  const [unit] = units;
  return (
    <div
      role="region"
      aria-label={caption}
      // Who has no pointer scrolls it with the keyboard.
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
      tabIndex={0}
      className="relative overflow-x-auto"
    >
      <table role="table" className="w-full border-collapse max-md:block">
        <caption className="py-1 text-left text-sm text-quiet max-md:block">
          <span className="sr-only">{caption}</span>
          {units.size === 1 && unit !== undefined ? report.unitOf(report.units[unit]) : null}
        </caption>
        <thead role="rowgroup" className="max-md:sr-only">
          <tr role="row">
            <th scope="col" role="columnheader" className="border-b-2 border-line px-3 py-2 text-left">
              {corner}
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                className="border-b-2 border-line px-3 py-2 text-right"
              >
                {headingOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-md:grid max-md:gap-3">
          {rows.map((row) => (
            <tr
              key={row.key}
              role="row"
              className={`border-b border-faint max-md:grid max-md:rounded-lg max-md:border max-md:p-3 ${row.isTotal ? 'font-bold' : ''}`}
            >
              <th
                scope="row"
                role="rowheader"
                className={`px-3 py-2 text-left max-md:px-0 ${row.isTotal ? '' : 'md:font-normal'}`}
              >
                {nameOf(words, row)}
              </th>
              {columns.map((column, place) => (
                <td
                  key={column.key}
                  role="cell"
                  className="px-3 py-2 text-right tabular-nums max-md:flex max-md:items-center max-md:gap-3 max-md:px-0 max-md:py-1 max-md:text-left md:whitespace-nowrap"
                >
                  <span aria-hidden="true" className="w-36 shrink-0 text-quiet md:hidden">
                    {headingOf(column)}
                  </span>
                  <Figure
                    cell={row.cells[place]}
                    to={cellTo?.(row, column) ?? null}
                    name={`${nameOf(words, row)} ${nameOf(words, column)}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A figure, and the way to its rows where it has any. */
function Figure({
  cell,
  to,
  name,
}: {
  readonly cell: ReportRow['cells'][number] | undefined;
  readonly to: CellLink | null;
  readonly name: string;
}) {
  const { report } = useCommon();
  if (cell === undefined || cell.value === null) return <span aria-label={report.noFigure}>–</span>;
  const text = formatNumber(cell.value);
  const marks = cell.marks.map((mark) => report.signs[mark]).join('');
  const isLinked = to !== null && !cell.marks.includes('RECORDED');
  return (
    <>
      {isLinked ? (
        <Link
          {...to}
          aria-label={report.rowsOf(name, text)}
          className="inline-flex min-h-11 min-w-11 items-center justify-end"
        >
          {text}
        </Link>
      ) : (
        text
      )}
      {marks === '' ? null : <span className="text-quiet">{marks}</span>}
    </>
  );
}
