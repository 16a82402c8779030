import { useState } from 'react';
import { SavedSplit } from '../../data/generated/saved-split.js';
import { useAsk } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import type { Read } from './basis.js';
import { type Drafting, isEmptyDraft } from './draft.js';
import type { SplitOrderView } from './split-order.js';
import { useSplitWords } from './words.js';
import { rich } from '../../kit/rich.js';

type Units = Readonly<Record<string, number>>;

/** What the split is compared with. */
export interface Baseline {
  readonly name: string;
  readonly units: Units;
  readonly savedUnits: Units | null;
  readonly savedVersion: number | null;
  readonly isSaved: boolean;
  readonly choose: (isSaved: boolean) => void;
}

/**
 * The version that was approved last, where there is one; else, or when chosen, the proposal. Once facilities have said yes,
 * what is split is only the rest, and the version is nothing to compare it with.
 */
export function useBaseline(
  order: SplitOrderView,
  { stepId, committedUnits }: Pick<Read, 'stepId' | 'committedUnits'>,
  proposal: Units | null,
): Baseline {
  const { tools: words } = useSplitWords();
  const [isSavedWanted, choose] = useState(true);
  const approved = order.lines
    .flatMap(({ allocations }) => allocations)
    .find((allocation) => allocation.stepId === stepId && allocation.status === 'APPROVED');
  const saved = committedUnits > 0 ? undefined : approved;
  const { data } = useAsk(SavedSplit, { id: saved?.id ?? '' }, { isWanted: saved !== undefined });
  const savedUnits =
    saved && data?.allocation.id === saved.id
      ? Object.fromEntries(data.allocation.shares.map(({ facility, units }) => [facility.id, units]))
      : null;
  const isSaved = isSavedWanted && savedUnits !== null;
  return {
    name: isSaved ? words.saved(saved?.version ?? 0) : words.proposal,
    units: (isSaved ? savedUnits : proposal) ?? {},
    savedUnits,
    savedVersion: saved?.version ?? null,
    isSaved,
    choose,
  };
}

export function Tools({ drafting, baseline }: { readonly drafting: Drafting; readonly baseline: Baseline }) {
  const { tools: words } = useSplitWords();
  const { draft, canUndo, canRedo, undo, redo, change } = drafting;
  return (
    <div role="group" aria-label={words.label} className="no-print mt-4 flex flex-wrap items-center gap-2">
      <Button look="secondary" isOff={!canUndo} onClick={undo}>
        {words.undo}
      </Button>
      <Button look="secondary" isOff={!canRedo} onClick={redo}>
        {words.redo}
      </Button>
      <Button
        look="quiet"
        isOff={isEmptyDraft(draft)}
        onClick={() => change(() => ({ pinned: {}, excluded: {}, settings: {} }))}
      >
        {words.reset}
      </Button>
      {baseline.savedUnits === null ? null : (
        <fieldset className="flex flex-wrap items-center gap-x-4">
          <legend className="float-left pr-3 font-bold">{rich(words.compare)}</legend>
          {[false, true].map((isSaved) => (
            <label key={String(isSaved)} className="inline-flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="baseline"
                checked={baseline.isSaved === isSaved}
                onChange={() => baseline.choose(isSaved)}
                className="size-6 accent-blue-900"
              />
              {isSaved ? words.saved(baseline.savedVersion ?? 0) : words.proposal}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
