import { useToday } from '../../app/session.js';
import { AddressLink } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';
import { Table } from '../../kit/table.js';
import { formatDate, formatNumber, formatUnits } from '../../words/format.js';
import { hoursOf } from './cell.js';
import type { FacilityDays } from './facility-days.js';
import { useCapacityCalendarWords } from './words.js';

/** One facility day by day: how much it works, what of that is promised, and why a day is different. */
export function FacilityDialog({
  row,
  days,
  unit,
  onClose,
}: {
  readonly row: FacilityDays;
  readonly days: readonly string[];
  readonly unit: string | null;
  readonly onClose: () => void;
}) {
  const words = useCapacityCalendarWords();
  const today = useToday();
  const { facility, supplySeconds, freeSeconds, unitsUntil, exceptions } = row;
  const reasonOn = new Map(exceptions.map(({ day, reason }) => [day, reason]));
  const hours = (seconds: number) => words.hours(formatNumber(hoursOf(seconds)));
  const rows = days.map((day, index) => {
    const [supply, free] = [supplySeconds[index] ?? 0, freeSeconds[index] ?? 0];
    return { day, supply, free, until: unitsUntil?.[index] ?? null };
  });
  return (
    <Dialog title={words.open(facility.name)} isOpen onClose={onClose}>
      <p>
        <AddressLink href={`/desk/facilities/${facility.id}`}>{facility.name}</AddressLink>
      </p>
      <Table
        caption={words.open(facility.name)}
        rows={rows}
        keyOf={({ day }) => day}
        columns={[
          { heading: words.day, cell: ({ day }) => formatDate(day, today) },
          {
            heading: words.supply,
            cell: ({ supply }) => (supply === 0 ? words.closed : hours(supply)),
            isNumber: true,
          },
          {
            heading: words.promised,
            cell: ({ supply, free }) => (supply - free <= 0 ? '' : hours(supply - free)),
            isNumber: true,
          },
          unit === null
            ? { heading: words.free, cell: ({ supply, free }) => (supply === 0 ? '' : hours(free)), isNumber: true }
            : { heading: words.until, cell: ({ until }) => formatUnits(until ?? 0, unit), isNumber: true },
          { heading: words.reason, cell: ({ day }) => reasonOn.get(day) ?? '' },
        ]}
      />
    </Dialog>
  );
}
