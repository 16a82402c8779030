import { useCommon } from '../../words/common/index.js';
import { Button } from '../button.js';
import { type ExportedList, ExportMenu } from '../export-menu.js';
import { Quiet } from '../text.js';
import { formatNumber } from '../../words/format.js';
import { BarChart } from './bar-chart.js';
import { drawingOf } from './chart-series.js';
import { LineChart } from './line-chart.js';
import {
  type CellLink,
  nameOf,
  type ReportColumn,
  type ReportData,
  type ReportRow,
  type ReportUnit,
} from './report.js';
import { ReportTable } from './report-table.js';

interface Props {
  readonly caption: string;
  /** What the rows are: the heading of the first column. */
  readonly corner: string;
  readonly table: ReportData;
  /** Of the keys of rows and columns that are neither data nor years. */
  readonly words: Readonly<Record<string, string>>;
  /** `bars`: the rows are categories, the columns bars. `lines`: the years are the axis, be they rows or columns. */
  readonly chart?: 'bars' | 'lines';
  /** Which figures are drawn when columns have several units; omitted: those of the first column. */
  readonly chartUnit?: ReportUnit;
  readonly cellTo?: (row: ReportRow, column: ReportColumn) => CellLink | null;
  /** As a file, with the variables of the query of the page. */
  readonly exported?: { readonly list: ExportedList; readonly variables: Readonly<Record<string, unknown>> };
}

/** A report: drawn, as a table whose figures lead to their rows, as a file, and on paper. */
export function ReportView({ caption, corner, table, words, chart, chartUnit, cellTo, exported }: Props) {
  const { report, actions } = useCommon();
  const marks = new Set(table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.marks)));
  return (
    <>
      {chart === undefined ? null : (
        <Chart kind={chart} label={report.chartOf(caption)} table={table} words={words} unit={chartUnit} />
      )}
      <ReportTable caption={caption} corner={corner} table={table} words={words} cellTo={cellTo} />
      {(['RECORDED', 'OFF_BY_ROUNDING'] as const).map((mark) =>
        marks.has(mark) ? (
          <Quiet key={mark} className="mt-2">
            {`${report.signs[mark]} ${report.marks[mark]}`}
          </Quiet>
        ) : null,
      )}
      <div className="no-print flex flex-wrap items-center gap-x-6">
        {exported === undefined ? null : <ExportMenu {...exported} isPrinted />}
        <Button look="quiet" onClick={() => window.print()}>
          {actions.print}
        </Button>
      </div>
    </>
  );
}

function Chart({
  kind,
  label,
  table,
  words,
  unit,
}: {
  readonly kind: 'bars' | 'lines';
  readonly label: string;
  readonly table: ReportData;
  readonly words: Readonly<Record<string, string>>;
  readonly unit: ReportUnit | undefined;
}) {
  const { report } = useCommon();
  const drawing = drawingOf(table, kind, unit, (named) => nameOf(words, named));
  if (drawing === null) return null;
  const { categories, series, omitted } = drawing;
  if (kind === 'bars') return <BarChart label={label} categories={categories} series={series} />;
  return (
    <>
      <LineChart label={label} categories={categories} series={series} />
      {omitted === 0 ? null : <Quiet>{report.largestDrawn(formatNumber(series.length))}</Quiet>}
    </>
  );
}
