import { type KeyboardEvent, useState } from 'react';
import { INPUT } from '../../kit/fields.js';
import { Sign } from '../../kit/sign.js';
import { formatNumber, formatUnits } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useSplitWords } from './words.js';

const STEP =
  'inline-flex size-11 shrink-0 items-center justify-center rounded-lg border border-blue-900 bg-white text-xl font-bold text-blue-900 hover:bg-blue-50';
const MANY_LOTS = 10;

/** The number of a share: typed in any digits, or moved lot by lot with keys and buttons. */
export function UnitsBox({
  facilityId,
  name,
  units,
  maxUnits,
  lotSize,
  unit,
  onUnits,
  onStep,
}: {
  readonly facilityId: string;
  readonly name: string;
  readonly units: number;
  readonly maxUnits: number;
  readonly lotSize: number;
  readonly unit: string;
  /** @returns the units that are possible */
  readonly onUnits: (units: number) => number;
  /** To the facility before or after. */
  readonly onStep: (by: number) => void;
}) {
  const { row: words } = useSplitWords();
  /** What stands in the box while it is being typed in. */
  const [typed, setTyped] = useState<string | null>(null);
  const [cutTo, setCutTo] = useState<number | null>(null);
  const moveTo = (wanted: number) => {
    setTyped(null);
    setCutTo(null);
    onUnits(wanted);
  };
  /** To the next whole lot in that direction. */
  const byLots = (lots: number) =>
    moveTo(lots > 0 ? (Math.floor(units / lotSize) + lots) * lotSize : (Math.ceil(units / lotSize) + lots) * lotSize);
  const press = (event: KeyboardEvent) => {
    const isVertical = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (event.altKey && isVertical) {
      event.preventDefault();
      onStep(event.key === 'ArrowUp' ? -1 : 1);
      return;
    }
    const moves: Readonly<Record<string, () => void>> = {
      ArrowUp: () => byLots(1),
      ArrowDown: () => byLots(-1),
      PageUp: () => byLots(MANY_LOTS),
      PageDown: () => byLots(-MANY_LOTS),
      Home: () => moveTo(0),
      End: () => moveTo(maxUnits),
      Enter: () => setTyped(null),
    };
    const move = moves[event.key];
    if (!move || event.nativeEvent.isComposing) return;
    event.preventDefault();
    move();
  };
  return (
    <div>
      <div className="flex items-center gap-2">
        <button type="button" className={STEP} aria-label={words.less(name)} onClick={() => byLots(-1)}>
          <Sign shape="dash" />
        </button>
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          aria-label={words.units(name)}
          aria-describedby="units-help"
          data-units-of={facilityId}
          className={`${INPUT} max-w-32 scroll-my-32 text-right tabular-nums`}
          value={typed ?? formatNumber(units)}
          onFocus={(event) => event.target.select()}
          onKeyDown={press}
          onChange={(event) => {
            setTyped(event.target.value);
            const number = readWholeNumber(event.target.value);
            if (number === null) return;
            const possible = onUnits(number);
            setCutTo(possible < number ? possible : null);
          }}
          onBlur={() => setTyped(null)}
        />
        <button type="button" className={STEP} aria-label={words.more(name)} onClick={() => byLots(1)}>
          <Sign shape="plus" />
        </button>
        <span>{unit}</span>
      </div>
      {cutTo === null ? null : (
        <p role="status" className="text-sm font-bold text-red-1000">
          {words.cut(formatUnits(cutTo, unit))}
        </p>
      )}
    </div>
  );
}
