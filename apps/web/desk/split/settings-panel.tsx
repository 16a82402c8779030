import { type ReactNode, useState } from 'react';
import { Button, ButtonLink } from '../../kit/button.js';
import { INPUT } from '../../kit/fields.js';
import { Message } from '../../kit/message.js';
import { rich } from '../../kit/rich.js';
import { More } from '../../kit/text.js';
import { formatNumber } from '../../words/format.js';
import { plain } from '../../words/readings.js';
import { readNumber } from '../../words/typed-numbers.js';
import type { Read } from './basis.js';
import { type Drafting, type SplitSettings, withSettings } from './draft.js';
import type { SplitOrderView } from './split-order.js';
import { useSplitWords } from './words.js';

const PERMILLE_PER_PERCENT = 10;

/** How the split is made; what is as the desk has it says so, and everything leads back there. */
export function SettingsPanel({
  read,
  drafting,
  order,
  stepId,
  callId,
}: {
  readonly read: Read;
  readonly drafting: Drafting;
  readonly order: SplitOrderView;
  readonly stepId: string;
  readonly callId: string | undefined;
}) {
  const { settings: words } = useSplitWords();
  const { draft, change } = drafting;
  const { deskParameters: desk } = read;
  const { settings } = draft;
  const set = (next: { readonly [Name in keyof SplitSettings]?: SplitSettings[Name] }) =>
    change((now) => withSettings(now, next));
  /** What is the same as the desk's needs no reason. */
  const unlessDesk = <Value,>(value: Value, own: Value): Value | undefined => (value === own ? undefined : value);
  const count = Object.keys(settings).length;
  return (
    <>
      {callId === undefined ? null : (
        <Message>
          <p>{words.call}</p>
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              className="size-6 accent-blue-900"
              checked={settings.isTakingLate ?? false}
              onChange={(event) => set({ isTakingLate: event.target.checked ? true : undefined })}
            />
            {rich(words.late)}
          </label>
          <ButtonLink to="/desk/orders/$id/split/$stepId" params={{ id: order.id, stepId }} look="quiet">
            {words.withoutCall}
          </ButtonLink>
        </Message>
      )}
      <More summary={count === 0 ? words.title : words.changed(count)}>
        <div className="grid gap-x-8 gap-y-4 py-2 lg:grid-cols-2">
          <Choices
            name="rule"
            label={words.rule}
            value={settings.rule ?? desk.rule}
            desk={desk.rule}
            words={words.rules}
            onChoose={(rule) => set({ rule: unlessDesk(rule, desk.rule) })}
          />
          <Choices
            name="measure"
            label={words.measure}
            value={settings.measure ?? desk.measure}
            desk={desk.measure}
            words={words.measures}
            onChoose={(measure) => set({ measure: unlessDesk(measure, desk.measure) })}
          />
          <Choices
            name="prices"
            label={words.prices}
            value={settings.prices ?? desk.prices}
            desk={desk.prices}
            words={words.priceKinds}
            onChoose={(prices) => set({ prices: unlessDesk(prices, desk.prices) })}
          />
          <Figure
            label={words.max}
            unit={words.places}
            empty={words.noMax}
            value={settings.maxFacilities === undefined ? desk.maxFacilities : settings.maxFacilities}
            isWhole
            onSet={(most) => set({ maxFacilities: unlessDesk(most === 0 ? null : most, desk.maxFacilities) })}
          />
          <Figure
            label={words.tolerance}
            unit={words.percent}
            empty="0"
            value={(settings.priceTolerancePermille ?? desk.priceTolerancePermille) / PERMILLE_PER_PERCENT}
            onSet={(percent) => {
              const permille = Math.min(1000, Math.round((percent ?? 0) * PERMILLE_PER_PERCENT));
              set({ priceTolerancePermille: unlessDesk(permille, desk.priceTolerancePermille) });
            }}
          />
          <Figure
            label={words.defects}
            unit={words.percent}
            empty={words.noDefects}
            value={percentOf(
              settings.maxDefectPermille === undefined ? desk.maxDefectPermille : settings.maxDefectPermille,
            )}
            onSet={(percent) => {
              const most = percent === null ? null : Math.min(1000, Math.round(percent * PERMILLE_PER_PERCENT));
              set({ maxDefectPermille: unlessDesk(most, desk.maxDefectPermille) });
            }}
          />
          <Regions
            value={settings.regions ?? desk.regions}
            onSet={(regions) =>
              set({ regions: JSON.stringify(regions) === JSON.stringify(desk.regions) ? undefined : regions })
            }
          />
        </div>
        {count === 0 ? null : (
          <Button look="secondary" onClick={() => change((now) => ({ ...now, settings: {} }))}>
            {words.followDesk}
          </Button>
        )}
      </More>
    </>
  );
}

const percentOf = (permille: number | null): number | null =>
  permille === null ? null : permille / PERMILLE_PER_PERCENT;

function Choices<Value extends string>({
  name,
  label,
  value,
  desk,
  words,
  onChoose,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly desk: Value;
  readonly words: Readonly<Record<Value, string>>;
  readonly onChoose: (value: Value) => void;
}) {
  const { settings } = useSplitWords();
  return (
    <fieldset>
      <legend className="font-bold">{rich(label)}</legend>
      {(Object.keys(words) as Value[]).map((each) => (
        <label key={each} className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name={`split-${name}`}
            className="size-6 shrink-0 accent-blue-900"
            checked={each === value}
            onChange={() => onChoose(each)}
          />
          {rich(each === desk ? settings.isDesk(words[each]) : words[each])}
        </label>
      ))}
    </fieldset>
  );
}

/** Takes effect when it is left or Enter is pressed: half a number is none. */
function Typed({
  label,
  shown,
  hint,
  after,
  isWrong = false,
  onTyped,
}: {
  readonly label: string;
  readonly shown: string;
  readonly hint?: string;
  readonly after?: ReactNode;
  readonly isWrong?: boolean;
  readonly onTyped: (text: string) => void;
}) {
  const { settings } = useSplitWords();
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    if (typed !== null && typed !== shown) onTyped(typed);
    setTyped(null);
  };
  return (
    <label className="block">
      <span className="font-bold">{rich(label)}</span>
      <span className="flex items-center gap-2">
        <input
          className={`${INPUT} max-w-72`}
          value={typed ?? shown}
          placeholder={hint === undefined ? undefined : plain(hint)}
          aria-invalid={isWrong || undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
          }}
        />
        {after}
      </span>
      {isWrong ? <span className="font-bold text-red-1000">{rich(settings.wrong)}</span> : null}
    </label>
  );
}

function Figure({
  label,
  unit,
  empty,
  value,
  isWhole = false,
  onSet,
}: {
  readonly label: string;
  readonly unit: string;
  /** What an empty box means. */
  readonly empty: string;
  readonly value: number | null;
  readonly isWhole?: boolean;
  readonly onSet: (value: number | null) => void;
}) {
  const [isWrong, setIsWrong] = useState(false);
  return (
    <Typed
      label={label}
      shown={value === null ? '' : formatNumber(value)}
      hint={empty}
      after={rich(unit)}
      isWrong={isWrong}
      onTyped={(text) => {
        const number = text.trim() === '' ? null : readNumber(text);
        const isNumber = text.trim() === '' || (number !== null && (!isWhole || Number.isInteger(number)));
        setIsWrong(!isNumber);
        if (isNumber) onSet(number);
      }}
    />
  );
}

function Regions({
  value,
  onSet,
}: {
  readonly value: readonly string[];
  readonly onSet: (regions: readonly string[]) => void;
}) {
  const { settings: words } = useSplitWords();
  return (
    <Typed
      label={words.regions}
      shown={value.join('、')}
      onTyped={(text) =>
        onSet(
          text
            .split(/[、,，\s]+/u)
            .map((region) => region.trim())
            .filter((region) => region !== ''),
        )
      }
    />
  );
}
