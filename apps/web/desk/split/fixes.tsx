import { useMemo } from 'react';
import { SplitSnapshot } from '../../data/generated/split-snapshot.js';
import { useAsk } from '../../data/use-ask.js';
import { Button, PageLink } from '../../kit/button.js';
import { Message } from '../../kit/message.js';
import { P } from '../../kit/text.js';
import { formatUnits } from '../../words/format.js';
import { optionsToAsk, type Read } from './basis.js';
import { type Drafting, withSettings, withUnits } from './draft.js';
import type { Basis, Decided } from './engine/compute.js';
import type { ToldFix } from './engine/messages.js';
import { useFixes } from './engine/use-fixes.js';
import type { SplitStep } from './split-order.js';
import { useSplitWords } from './words.js';

const MAX_SHOWN = 3;
/** As far as a desk would ask the buyer for a later date. */
const LATER_DAYS = 14;

/** What would place the rest. What the desk can decide itself is a button, and can be taken back like every change. */
export function Fixes({
  step,
  read,
  basis,
  decided,
  unplaced,
  callId,
  drafting,
}: {
  readonly step: SplitStep;
  readonly read: Read;
  readonly basis: Basis;
  readonly decided: Decided;
  readonly unplaced: number;
  readonly callId: string | undefined;
  readonly drafting: Drafting;
}) {
  const { fixes: words } = useSplitWords();
  const { draft, change } = drafting;
  const options = optionsToAsk(draft, callId);
  const { data } = useAsk(
    SplitSnapshot,
    { input: { stepId: step.id, options, laterDays: LATER_DAYS } },
    { isWanted: unplaced > 0 },
  );
  const candidates = data?.allocationSnapshot.candidates;
  const later = useMemo(
    () =>
      candidates === undefined
        ? null
        : Object.fromEntries(candidates.map(({ facilityId, laterCapacityUnits }) => [facilityId, laterCapacityUnits])),
    [candidates],
  );
  const fixes = useFixes(basis, decided, unplaced, later);
  if (unplaced === 0) return null;
  const action = ({ fix }: ToldFix) => {
    if (fix.kind === 'MORE_FACILITIES') {
      const { maxFacilities } = fix;
      return (
        <Button look="secondary" onClick={() => change((now) => withSettings(now, { maxFacilities }))}>
          {words.limit(maxFacilities)}
        </Button>
      );
    }
    if (fix.kind !== 'LOWER_MINIMUM_LOT') return null;
    const { facilityId, minimumLot } = fix;
    const name = read.candidates.find((row) => row.facilityId === facilityId)?.name ?? '';
    return (
      <Button look="secondary" onClick={() => change((now) => withUnits(now, facilityId, minimumLot))}>
        {words.lower(name, formatUnits(minimumLot, step.workType.unit))}
      </Button>
    );
  };
  return (
    <Message kind="warning" heading={words.title}>
      {fixes === null ? <P>{words.searching}</P> : fixes.length === 0 ? <P>{words.none}</P> : null}
      <ul className="grid gap-2">
        {(fixes ?? []).slice(0, MAX_SHOWN).map((told) => (
          <li key={told.sentence} className="flex flex-wrap items-center gap-3">
            <span>{told.sentence}</span>
            {action(told)}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <PageLink to="/desk/calls/new" search={{ step: step.id, order: read.workOrderId }}>
          {words.call}
        </PageLink>
      </p>
    </Message>
  );
}
