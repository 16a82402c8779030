import { memo } from 'react';
import { lineAmountYen, type WageBasis, wageForecast } from '#yui/money';
import { Button } from '../../kit/button.js';
import { Card, Facts, More, P } from '../../kit/text.js';
import { StateTag } from '../../kit/state-tag.js';
import { formatSen, formatUnits } from '../../words/format.js';
import { rich } from '../../kit/rich.js';
import { forecastWords } from '../../wages/forecast-words.js';
import { useWageWords } from '../../wages/words.js';
import type { RowView } from './row-view.js';
import { ShareBar } from './share-bar.js';
import { formatLevel } from './summary.js';
import { UnitsBox } from './units-box.js';
import { useSplitWords } from './words.js';

export interface ShareRowActions {
  /** @returns the units that are possible */
  readonly onUnits: (facilityId: string, units: number) => number;
  readonly onUnpin: (facilityId: string) => void;
  readonly onExclude: (facilityId: string, isExcluded: boolean) => void;
}

interface Props extends ShareRowActions {
  readonly view: RowView;
  readonly units: number;
  readonly entitlementUnits: number;
  readonly minimumLot: number;
  readonly weight: number;
  readonly ratioBefore: number;
  readonly loadRatio: number;
  readonly nextRatio: number | null;
  readonly measure: 'YEN' | 'MINUTES';
  readonly reason: string;
  readonly isPinned: boolean;
  readonly isExcluded: boolean;
  /** What it is compared with. */
  readonly before: number;
  readonly beforeName: string;
  /** Units that fill the width of a bar. */
  readonly scale: number;
  readonly unit: string;
  readonly lotSize: number;
  readonly quotedPriceSen: number;
  /** What a forecast of its average wage starts from; null: no figure is known. */
  readonly wageBasis: WageBasis | null;
  readonly onStep: (by: number) => void;
}

/** What one facility gets, why, and what can be done about it. Nothing here asks: every change can be taken back. */
export const ShareRow = memo(
  function ShareRow(props: Props) {
    const { row: words } = useSplitWords();
    const { view, units, unit, isPinned, isExcluded, reason, scale, lotSize, onUnits } = props;
    const { facilityId, name, capacityUnits } = view;
    const set = (wanted: number) => onUnits(facilityId, Math.max(0, Math.min(wanted, capacityUnits)));
    return (
      <Card className={`grid gap-x-6 gap-y-2 lg:grid-cols-[15rem_1fr] ${isExcluded ? 'bg-ground' : ''}`}>
        <div className="min-w-0">
          <p className="font-bold">{name}</p>
          {view.municipality === null ? null : <p className="text-sm text-quiet">{view.municipality}</p>}
          <Standing view={view} unit={unit} />
        </div>
        <div className="min-w-0">
          {isExcluded ? (
            <p className="flex flex-wrap items-center gap-3">
              <StateTag tone="ended">{words.excluded}</StateTag>
              <Button
                look="secondary"
                aria-label={words.bringOf(name)}
                onClick={() => props.onExclude(facilityId, false)}
              >
                {words.bring}
              </Button>
            </p>
          ) : (
            <>
              <ShareBar
                label={words.bar(name, formatUnits(units, unit), formatUnits(capacityUnits, unit))}
                units={units}
                capacityUnits={capacityUnits}
                entitlementUnits={props.entitlementUnits}
                minimumLot={props.minimumLot}
                committedUnits={view.committedUnits}
                scale={scale}
                lotSize={lotSize}
                onUnits={set}
              />
              <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
                <UnitsBox
                  facilityId={facilityId}
                  name={name}
                  units={units}
                  maxUnits={capacityUnits}
                  lotSize={lotSize}
                  unit={unit}
                  onUnits={set}
                  onStep={props.onStep}
                />
                {isPinned ? (
                  <>
                    <StateTag tone="waiting">{words.pinned}</StateTag>
                    <Button look="secondary" aria-label={words.unpinOf(name)} onClick={() => props.onUnpin(facilityId)}>
                      {words.unpin}
                    </Button>
                  </>
                ) : null}
                <Button
                  look="quiet"
                  aria-label={words.excludeOf(name)}
                  onClick={() => props.onExclude(facilityId, true)}
                >
                  {words.exclude}
                </Button>
                <Change {...props} />
              </div>
            </>
          )}
          <p className="mt-1 text-sm">{reason}</p>
          {isExcluded || units === 0 ? null : <Wage {...props} />}
          {isExcluded ? null : <Numbers {...props} />}
        </div>
      </Card>
    );
  },
  // Rows draw the same for the same numbers, no matter which functions they were given.
  (a, b) => (Object.keys(a) as (keyof Props)[]).every((name) => name === 'onStep' || a[name] === b[name]),
);

function Standing({ view, unit }: { readonly view: RowView; readonly unit: string }) {
  const { row: words } = useSplitWords();
  const standing = [
    view.committedUnits > 0 ? words.committed(formatUnits(view.committedUnits, unit)) : '',
    view.offeredUnits > 0 ? words.offered(formatUnits(view.offeredUnits, unit)) : '',
    view.plannedUnits > 0 ? words.planned(formatUnits(view.plannedUnits, unit)) : '',
  ].filter((text) => text !== '');
  return standing.length === 0 ? null : <p className="text-sm font-bold">{standing.join('・')}</p>;
}

function Change({ units, before, beforeName, unit }: Props) {
  const { row: words } = useSplitWords();
  if (units === before) return null;
  const by = formatUnits(Math.abs(units - before), unit);
  return (
    <span className="text-sm font-bold">
      {rich(words.changed(units > before ? words.rise(by) : words.fall(by), beforeName))}
    </span>
  );
}

/** What the share would add to the average wage, and what that assumes. */
function Wage({ wageBasis, units, view, quotedPriceSen }: Props) {
  const words = useWageWords();
  if (wageBasis === null) return null;
  const earnedYen = lineAmountYen(view.unitPriceSen ?? quotedPriceSen, units, 'DOWN');
  const { line, assumed } = forecastWords(words, wageForecast(wageBasis, earnedYen), wageBasis);
  return (
    <div className="mt-1 text-sm">
      <p>{words.forecast.share(line)}</p>
      <More summary={words.forecast.assumedLabel}>
        <P>{assumed}</P>
      </More>
    </div>
  );
}

/** What the numbers behind the share are, for who asks. */
function Numbers(props: Props) {
  const { row: words, summary } = useSplitWords();
  const { unit, view, measure } = props;
  const price = view.unitPriceSen;
  const hasOwnPrice = price !== null && price !== props.quotedPriceSen;
  return (
    <>
      {hasOwnPrice ? <p className="text-sm">{words.price(formatSen(price))}</p> : null}
      <More summary={words.details}>
        {() => (
          <Facts
            items={[
              [words.capacity, formatUnits(view.capacityUnits, unit)],
              [words.fair, formatUnits(Math.round(props.entitlementUnits), unit)],
              [words.minimum, formatUnits(props.minimumLot, unit)],
              [words.persons, String(props.weight)],
              [words.before, formatLevel(summary, measure, props.ratioBefore)],
              [words.after, formatLevel(summary, measure, props.loadRatio)],
              [words.next, props.nextRatio === null ? words.noNext : formatLevel(summary, measure, props.nextRatio)],
            ]}
          />
        )}
      </More>
    </>
  );
}
