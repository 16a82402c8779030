import { type KeyboardEvent, useRef, useState } from 'react';
import { useToday } from '../../app/session.js';
import { OwnDays } from '../../data/generated/own-days.js';
import type { OwnFacilityQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { Bar } from '../../kit/bar.js';
import { Button } from '../../kit/button.js';
import { rich } from '../../kit/rich.js';
import { P } from '../../kit/text.js';
import { formatDate, formatNumber, weekdayOf } from '../../words/format.js';
import { plain } from '../../words/readings.js';
import { useFacilityWords } from '../words.js';
import { ChangeDays } from './change-days.js';
import { firstOfMonth, weeksOfMonth } from './days-of-month.js';

const MINUTES_PER_HOUR = 60;
const SECONDS_PER_HOUR = 3_600;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * A month of days to choose from: each a check box, so that pointer, keyboard and screen reader choose alike. Arrows move
 * from day to day, Shift with a click chooses all between, a weekday chooses its column.
 */
export function MonthGrid({ facility }: { readonly facility: OwnFacilityQuery['facility'] }) {
  const { calendar: words } = useFacilityWords();
  const today = useToday();
  const [month, setMonth] = useState(() => firstOfMonth(today));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const last = useRef<string | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const weeks = weeksOfMonth(month);
  const days = weeks.flat().filter((day): day is string => day !== null && day >= today);
  const exceptionOn = new Map(facility.calendarExceptions.map((exception) => [exception.day, exception]));
  const usual = new Map(facility.workWeek.map(({ weekday, workMinutes }) => [weekday, workMinutes]));
  const minutesOn = (day: string) => exceptionOn.get(day)?.workMinutes ?? usual.get(weekdayOf(day)) ?? 0;

  const takenOn = useTaken(facility.id, days);
  const toggle = (day: string, isRange: boolean) => {
    const from = last.current;
    last.current = day;
    if (isRange && from !== null) {
      const [low, high] = from < day ? [from, day] : [day, from];
      setChosen([...new Set([...chosen, ...days.filter((each) => each >= low && each <= high)])].sort());
      return;
    }
    setChosen(chosen.includes(day) ? chosen.filter((each) => each !== day) : [...chosen, day].sort());
  };
  const move = (event: KeyboardEvent, day: string) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const target = days[days.indexOf(day) + step];
    if (target !== undefined) grid.current?.querySelector<HTMLInputElement>(`[data-day="${target}"]`)?.focus();
  };
  const chooseColumn = (weekday: number) => {
    const column = days.filter((day) => weekdayOf(day) === weekday);
    const isWhole = column.every((day) => chosen.includes(day));
    setChosen(isWhole ? chosen.filter((day) => !column.includes(day)) : [...new Set([...chosen, ...column])].sort());
  };
  const stateOf = (day: string) => {
    const minutes = minutesOn(day);
    return minutes === 0 ? words.closed : words.hoursOf(formatNumber(minutes / MINUTES_PER_HOUR));
  };

  return (
    <section aria-labelledby="month">
      <P>{words.lead}</P>
      <div className="my-4 flex flex-wrap items-center justify-between gap-2">
        <Button look="secondary" isOff={month <= firstOfMonth(today)} onClick={() => setMonth(firstOfMonth(month, -1))}>
          {words.previous}
        </Button>
        <h2 id="month" aria-live="polite">
          {words.month(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}
        </h2>
        <Button look="secondary" onClick={() => setMonth(firstOfMonth(month, 1))}>
          {words.next}
        </Button>
      </div>
      <table ref={grid} className="w-full table-fixed border-collapse" aria-labelledby="month">
        <thead>
          <tr>
            {words.short.map((name, index) => (
              <th key={name} scope="col" className="p-0">
                <button
                  type="button"
                  aria-label={plain(words.chooseColumn(name))}
                  className="min-h-11 w-full min-w-11 rounded-lg hover:bg-blue-50"
                  onClick={() => chooseColumn(index + 1)}
                >
                  {rich(name)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, index) =>
                day === null ? (
                  <td key={index} className="border border-faint bg-ground" />
                ) : (
                  <td key={day} className="border border-faint p-0 align-top">
                    <Day
                      day={day}
                      isPast={day < today}
                      isToday={day === today}
                      isChosen={chosen.includes(day)}
                      state={stateOf(day)}
                      isClosed={minutesOn(day) === 0}
                      isDifferent={exceptionOn.has(day)}
                      taken={takenOn.get(day) ?? null}
                      label={words.choose(formatDate(day, today), stateOf(day))}
                      onToggle={toggle}
                      onMove={move}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ChangeDays
        key={chosen.join()}
        facilityId={facility.id}
        days={chosen}
        before={exceptionOn}
        onDone={() => setChosen([])}
      />
    </section>
  );
}

function Day({
  day,
  isPast,
  isToday,
  isChosen,
  isClosed,
  isDifferent,
  state,
  taken,
  label,
  onToggle,
  onMove,
}: {
  readonly day: string;
  readonly isPast: boolean;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  readonly isClosed: boolean;
  readonly isDifferent: boolean;
  readonly state: string;
  /** Null: nothing is promised of it. */
  readonly taken: Taken | null;
  readonly label: string;
  readonly onToggle: (day: string, isRange: boolean) => void;
  readonly onMove: (event: KeyboardEvent, day: string) => void;
}) {
  const { calendar: words } = useFacilityWords();
  const promised = taken === null ? '' : words.taken(formatNumber(taken.hours));
  const range = useRef(false);
  return (
    <label
      className={`flex min-h-16 flex-col items-center justify-center gap-0.5 p-1 text-center has-checked:bg-blue-900 has-checked:text-white ${isClosed ? 'bg-ground' : ''} ${isPast ? 'text-quiet' : 'cursor-pointer hover:outline-2 hover:outline-blue-900'} has-focus-visible:outline-4 has-focus-visible:outline-black`}
      onPointerDown={(event) => {
        range.current = event.shiftKey;
      }}
    >
      <input
        type="checkbox"
        className="sr-only"
        data-day={day}
        disabled={isPast}
        checked={isChosen}
        aria-label={plain(promised === '' ? label : `${label} ${promised}`)}
        onKeyDown={(event) => {
          range.current = event.shiftKey;
          onMove(event, day);
        }}
        onChange={() => onToggle(day, range.current)}
      />
      <span className={isToday ? 'font-bold underline' : ''}>{Number(day.slice(8))}</span>
      <span className={`text-xs ${isDifferent ? 'font-bold' : ''}`}>{rich(state)}</span>
      {taken === null ? null : (
        <>
          <span className="w-full max-w-16">
            <Bar value={taken.part} max={1} label={promised} />
          </span>
          <span className="text-xs max-sm:hidden">{rich(promised)}</span>
        </>
      )}
    </label>
  );
}

interface Taken {
  readonly hours: number;
  /** Of what the day has: 1 is all of it. */
  readonly part: number;
}

/** What is promised of each of these days, when everything is done as late as it may be. */
function useTaken(facilityId: string, days: readonly string[]): ReadonlyMap<string, Taken> {
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const { data, isPlaceholderData } = useAsk(
    OwnDays,
    { input: { facilityIds: [facilityId], from, to } },
    { isWanted: from !== '' },
  );
  const [own] = isPlaceholderData ? [] : (data?.capacityDays ?? []);
  const taken = new Map<string, Taken>();
  days.forEach((day, index) => {
    const supply = own?.supplySeconds[index] ?? 0;
    const seconds = supply - (own?.freeSeconds[index] ?? supply);
    if (seconds > 0)
      taken.set(day, { hours: Math.round((seconds / SECONDS_PER_HOUR) * 10) / 10, part: seconds / supply });
  });
  return taken;
}
