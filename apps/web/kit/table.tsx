import type { ReactNode } from 'react';
import { useCommon } from '../words/common/index.js';
import { Button } from './button.js';
import { rich } from './rich.js';

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** Stays on one line: a date, a state. */
  readonly isShort?: boolean;
}

/** Rows of one kind. On a narrow screen each row is a card of its own, with the headings beside the values. */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}) {
  return (
    <table role="table" className="w-full border-collapse max-md:block">
      <caption className="sr-only">{rich(caption)}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row">
          {columns.map(({ heading, isNumber }) => (
            <th
              key={heading}
              scope="col"
              role="columnheader"
              className={`border-b-2 border-line px-3 py-2 ${isNumber ? 'text-right whitespace-nowrap' : 'text-left'}`}
            >
              {rich(heading)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:grid max-md:gap-3">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            role="row"
            className="border-b border-faint max-md:grid max-md:rounded-lg max-md:border max-md:p-3"
          >
            {columns.map(({ heading, cell, isNumber, isShort }) => (
              <td
                key={heading}
                role="cell"
                className={`px-3 py-2 align-top max-md:flex max-md:gap-3 max-md:px-0 max-md:py-1 ${isNumber || isShort ? 'md:whitespace-nowrap' : ''} ${isNumber ? 'text-right tabular-nums max-md:text-left' : ''}`}
              >
                <span aria-hidden="true" className="w-28 shrink-0 text-quiet md:hidden">
                  {rich(heading)}
                </span>
                <span className="block min-w-0">{rich(cell(row))}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The place where the page ends that is shown, and whether another comes after it. */
interface Place {
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Pages of a list, counted, so that one can speak of the third. `walked`: where each page before this one ended. */
export function Pager({
  walked,
  take,
  total,
  place: { endCursor, hasNextPage },
  onMove,
}: {
  readonly walked: readonly string[];
  readonly take: number;
  readonly total: number;
  readonly place: Place;
  readonly onMove: (walked: readonly string[]) => void;
}) {
  const { pager } = useCommon();
  if (walked.length === 0 && !hasNextPage) return null;
  const skipped = walked.length * take;
  return (
    <nav aria-label={pager.label} className="mt-4 flex flex-wrap items-center gap-3">
      <Button look="secondary" isOff={walked.length === 0} onClick={() => onMove(walked.slice(0, -1))}>
        {pager.previous}
      </Button>
      <span>{pager.range(skipped + 1, Math.min(skipped + take, total), total)}</span>
      <Button
        look="secondary"
        isOff={!hasNextPage}
        onClick={() => onMove(endCursor === null ? walked : [...walked, endCursor])}
      >
        {pager.next}
      </Button>
    </nav>
  );
}
