import { useState } from 'react';
import { ask } from '../../data/ask.js';
import { SetCalendarExceptions } from '../../data/generated/set-calendar-exceptions.js';
import { queryClient } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { announce } from '../../kit/announce.js';
import { Button, ButtonRow } from '../../kit/button.js';
import { FaultMessage } from '../../kit/message.js';
import { Quiet } from '../../kit/text.js';
import { INPUT } from '../../kit/fields.js';
import { useCommon } from '../../words/common/index.js';
import { readNumber } from '../../words/typed-numbers.js';
import { rich } from '../../kit/rich.js';
import { useFacilityWords } from '../words.js';

const MINUTES_PER_HOUR = 60;

interface Exception {
  readonly day: string;
  readonly workMinutes: number;
  readonly reason: string;
}

/** What becomes of the chosen days: saved at once, and what was can be had back. */
export function ChangeDays({
  facilityId,
  days,
  before,
  onDone,
}: {
  readonly facilityId: string;
  readonly days: readonly string[];
  readonly before: ReadonlyMap<string, Exception>;
  readonly onDone: () => void;
}) {
  const { calendar: words } = useFacilityWords();
  const { actions, form } = useCommon();
  const [hours, setHours] = useState('');
  const [reason, setReason] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const act = useAct();
  const save = async (changes: readonly { day: string; workMinutes: number | null; reason: string }[]) =>
    act.run(async () => {
      await ask(SetCalendarExceptions, { input: { facilityId, days: changes } });
      announce(words.saved(changes.length));
      lastChange = days.map((day) => {
        const { workMinutes = null, reason: said = '' } = before.get(day) ?? {};
        return { day, workMinutes, reason: said };
      });
      onDone();
    });
  const set = async (workMinutes: number | null) => save(days.map((day) => ({ day, workMinutes, reason })));
  const setShort = async () => {
    const number = readNumber(hours);
    setIsWrong(number === null);
    if (number !== null) await set(Math.round(number * MINUTES_PER_HOUR));
  };
  const undo = lastChange;
  return (
    <div className="my-4 rounded-lg border border-line p-4">
      <p className="font-bold">{rich(days.length === 0 ? words.none : words.chosen(days.length))}</p>
      {undo.length > 0 && days.length === 0 ? (
        <ButtonRow>
          <Quiet>{words.saved(undo.length)}</Quiet>
          <Button
            look="secondary"
            onClick={() => {
              lastChange = [];
              void act.run(async () => {
                await ask(SetCalendarExceptions, { input: { facilityId, days: undo } });
                await queryClient.invalidateQueries();
              });
            }}
          >
            {actions.undo}
          </Button>
        </ButtonRow>
      ) : null}
      {days.length === 0 ? null : (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <label className="block">
              <span className="font-bold">{rich(words.reason)}</span>
              <input className={INPUT} value={reason} onChange={(event) => setReason(event.target.value)} />
            </label>
            <label className="block">
              <span className="font-bold">{rich(words.shortHours)}</span>
              <input
                className={INPUT}
                value={hours}
                inputMode="decimal"
                aria-invalid={isWrong || undefined}
                onChange={(event) => setHours(event.target.value)}
              />
            </label>
          </div>
          {isWrong ? (
            <p role="alert" className="font-bold text-red-1000">
              {rich(form.notANumber)}
            </p>
          ) : null}
          <ButtonRow>
            <Button isOff={act.isUnderWay} onClick={() => void set(0)}>
              {words.setClosed}
            </Button>
            <Button look="secondary" isOff={act.isUnderWay} onClick={() => void setShort()}>
              {words.setShort}
            </Button>
            <Button look="secondary" isOff={act.isUnderWay} onClick={() => void set(null)}>
              {words.setUsual}
            </Button>
          </ButtonRow>
        </>
      )}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </div>
  );
}

/** Outlasts the choice of days that it took back the panel of. */
let lastChange: readonly { readonly day: string; readonly workMinutes: number | null; readonly reason: string }[] = [];
