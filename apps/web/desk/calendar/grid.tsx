import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useToday } from '../../app/session.js';
import { rich } from '../../kit/rich.js';
import { formatDate, weekdayOf } from '../../words/format.js';
import { formatCell, freePart, hoursOf, valueOn } from './cell.js';
import type { FacilityDays } from './facility-days.js';
import { useCapacityCalendarWords } from './words.js';

const ROW_PX = 48;
const SATURDAY = 6;

/** The paler, the more is free; the number says how much. */
function shade(row: FacilityDays, index: number): string {
  if ((row.supplySeconds[index] ?? 0) === 0) return 'bg-ground text-quiet';
  const free = freePart(row, index);
  if (free >= 0.75) return 'bg-white';
  if (free >= 0.5) return 'bg-blue-50';
  if (free >= 0.25) return 'bg-blue-100';
  return 'bg-blue-200';
}

/** Facilities down, days across; only the rows in sight are drawn. */
export function CapacityGrid({
  rows,
  days,
  unit,
  onOpen,
}: {
  readonly rows: readonly FacilityDays[];
  readonly days: readonly string[];
  readonly unit: string | null;
  readonly onOpen: (facilityId: string) => void;
}) {
  const words = useCapacityCalendarWords();
  const today = useToday();
  const frame = useRef<HTMLDivElement>(null);
  // What it returns changes with scrolling, so the React compiler could not keep it; there is none here.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const sums = days.map((_, index) =>
    rows.reduce(
      (sum, row) => sum + (unit === null ? (row.freeSeconds[index] ?? 0) : (row.unitsUntil?.[index] ?? 0)),
      0,
    ),
  );
  return (
    <div
      ref={frame}
      role="region"
      aria-label={words.region}
      // Who has no pointer scrolls it with the keyboard.
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
      tabIndex={0}
      className="relative max-h-[70vh] overflow-auto rounded-lg border border-line print:max-h-none"
    >
      <table className="border-separate border-spacing-0 text-sm whitespace-nowrap" aria-rowcount={rows.length + 2}>
        <caption className="sr-only">{rich(words.caption)}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 left-0 z-[2] min-w-48 border-b border-line bg-white px-2 text-left">
              {rich(words.facility)}
            </th>
            {days.map((day) => (
              <th
                key={day}
                scope="col"
                className={`sticky top-0 z-[1] min-w-12 border-b border-line px-1 py-2 text-center font-normal ${weekdayOf(day) >= SATURDAY ? 'bg-ground' : 'bg-white'}`}
              >
                <span className="sr-only">{formatDate(day, today)}</span>
                <span aria-hidden="true" className="block">
                  {`${Number(day.slice(5, 7))}/${Number(day.slice(8))}`}
                </span>
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row" className="sticky left-0 z-[1] border-b border-line bg-white px-2 text-left">
              {rich(words.sum)}
            </th>
            {sums.map((sum, index) => (
              <td key={days[index]} className="border-b border-line bg-white px-1 text-right font-bold tabular-nums">
                {formatCell(unit === null ? Math.round(hoursOf(sum)) : sum)}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Gap height={before} /> : null}
          {items.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <tr key={row.facility.id} aria-rowindex={index + 3}>
                <th
                  scope="row"
                  className="sticky left-0 z-[1] border-b border-faint bg-white p-0 text-left font-normal"
                >
                  <button
                    type="button"
                    className="block h-12 w-48 truncate px-2 text-left text-blue-1000 underline underline-offset-4 hover:bg-blue-50"
                    onClick={() => onOpen(row.facility.id)}
                  >
                    {row.facility.name}
                  </button>
                </th>
                {days.map((day, at) => {
                  const value = valueOn(row, at);
                  return (
                    <td
                      key={day}
                      className={`border-b border-l border-faint px-1 text-right tabular-nums ${shade(row, at)}`}
                    >
                      {value === null ? (
                        <>
                          <span className="sr-only">{rich(words.closed)}</span>
                          <span aria-hidden="true">{words.closedSign}</span>
                        </>
                      ) : (
                        formatCell(value)
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {after > 0 ? <Gap height={after} /> : null}
        </tbody>
      </table>
    </div>
  );
}

/** In the place of rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}
