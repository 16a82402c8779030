import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { Button } from '../../kit/button.js';
import { rich } from '../../kit/rich.js';
import { formatDate, formatUnits } from '../../words/format.js';
import { formatCell, valueOn } from './cell.js';
import type { FacilityDays } from './facility-days.js';
import { useCapacityCalendarWords } from './words.js';

/** On a narrow screen: one day over all facilities, those with the most first. */
export function DayList({
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
  const [index, setIndex] = useState(0);
  const day = days[index] ?? today;
  const sorted = rows
    .map((row) => ({ row, value: valueOn(row, index) }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || a.row.facility.name.localeCompare(b.row.facility.name, 'ja'));
  return (
    <>
      <div className="mb-3 flex items-center justify-between gap-2">
        <Button look="secondary" isOff={index === 0} onClick={() => setIndex(index - 1)}>
          {words.dayBefore}
        </Button>
        <h2 aria-live="polite" className="text-center text-base">
          {formatDate(day, today)}
        </h2>
        <Button look="secondary" isOff={index === days.length - 1} onClick={() => setIndex(index + 1)}>
          {words.dayAfter}
        </Button>
      </div>
      <ul>
        {sorted.map(({ row, value }) => (
          <li key={row.facility.id} className="border-b border-faint">
            <button
              type="button"
              className="flex min-h-12 w-full items-center justify-between gap-3 text-left"
              onClick={() => onOpen(row.facility.id)}
            >
              <span className="text-blue-1000 underline underline-offset-4">{row.facility.name}</span>
              <span className="shrink-0 tabular-nums">
                {value === null
                  ? rich(words.closed)
                  : unit === null
                    ? rich(words.hours(formatCell(value)))
                    : formatUnits(value, unit)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
