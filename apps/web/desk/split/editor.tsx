import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { announce } from '../../kit/announce.js';
import { Empty, Skeleton } from '../../kit/loaded.js';
import { Done, Message } from '../../kit/message.js';
import { Section } from '../../kit/text.js';
import { formatUnits } from '../../words/format.js';
import { basisOf, decidedOf, type Read } from './basis.js';
import { clampedTo, Conflict } from './conflict.js';
import { type Drafting, withExcluded, withoutUnits, withUnits } from './draft.js';
import type { SplitAnswer } from './engine/messages.js';
import { useSplit } from './engine/use-split.js';
import { Fixes } from './fixes.js';
import { Impossible } from './impossible.js';
import { Approve } from './approve.js';
import type { SplitOrderView, SplitStep } from './split-order.js';
import { rowsOf } from './row-view.js';
import { Rows } from './rows.js';
import { SettingsPanel } from './settings-panel.js';
import { SplitTable } from './split-table.js';
import { Standing } from './standing.js';
import { Summary } from './summary.js';
import { Tools, useBaseline } from './tools.js';
import { useWageBases } from './wage-bases.js';
import { useSplitWords } from './words.js';

/** Spoken only when nothing changed for so long. */
const QUIET_MS = 700;

export function SplitEditor({
  order,
  step,
  callId,
  read,
  fresh,
  onTakeFresh,
  drafting,
}: {
  readonly order: SplitOrderView;
  readonly step: SplitStep;
  readonly callId: string | undefined;
  readonly read: Read;
  /** What it would be now, when that is something else. */
  readonly fresh: Read | null;
  readonly onTakeFresh: () => void;
  readonly drafting: Drafting;
}) {
  const words = useSplitWords();
  const { draft, change, undo, redo, forget } = drafting;
  const { unit } = step.workType;
  const basis = useMemo(() => basisOf(read), [read]);
  const decided = useMemo(() => decidedOf(draft), [draft]);
  const { answer, proposal, code, splitOnce } = useSplit(basis, decided);
  const baseline = useBaseline(order, read, proposal);
  const wageBases = useWageBases(read);
  const [said, setSaid] = useState('');
  const lastPinned = useRef<string | null>(null);
  useSpokenSummary(answer, unit, read, lastPinned);

  // The order of rows stays while numbers change: it follows the first proposal.
  const rows = useMemo(() => (proposal === null ? [] : rowsOf(read, proposal)), [read, proposal]);
  /** As a row may read it when it is typed in. */
  const pinned = useRef(draft.pinned);
  useEffect(() => {
    pinned.current = draft.pinned;
  }, [draft.pinned]);
  const onUnits = useCallback(
    (facilityId: string, units: number) => {
      lastPinned.current = facilityId;
      const others = Object.entries(pinned.current).filter(([id]) => id !== facilityId);
      const room = read.quantity - others.reduce((sum, [, own]) => sum + own, 0);
      const possible = Math.max(0, Math.min(units, room));
      change((now) => withUnits(now, facilityId, possible), `units ${facilityId}`);
      return possible;
    },
    [change, read.quantity],
  );
  const onUnpin = useCallback((facilityId: string) => change((now) => withoutUnits(now, facilityId)), [change]);
  const onExclude = useCallback(
    (facilityId: string, isExcluded: boolean) => change((now) => withExcluded(now, facilityId, isExcluded)),
    [change],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !['z', 'y'].includes(event.key.toLowerCase())) return;
    event.preventDefault();
    if (event.key.toLowerCase() === 'y' || event.shiftKey) redo();
    else undo();
  };

  if (answer === null) {
    return code === null ? <Skeleton /> : <Message kind="error">{words.refused.other}</Message>;
  }
  return (
    // What is pressed anywhere in the editor takes a step back or forth.
    // eslint-disable-next-line jsx-a11y-x/no-static-element-interactions
    <div onKeyDown={onKeyDown}>
      {said === '' ? null : <Done takesFocus>{said}</Done>}
      {fresh === null ? null : (
        <Conflict
          before={read}
          after={fresh}
          unit={unit}
          onAgain={() => {
            change((now) => clampedTo(now, fresh));
            onTakeFresh();
          }}
        />
      )}
      {code === null ? null : (
        <Message kind="error">
          {code === 'SPLIT.PINS_EXCEED_QUANTITY' ? words.refused.tooMany : words.refused.other}
        </Message>
      )}
      <Summary answer={answer} unit={unit} />
      <Fixes
        step={step}
        read={read}
        basis={basis}
        decided={decided}
        unplaced={answer.result.unplaced}
        callId={callId}
        drafting={drafting}
      />
      <Tools drafting={drafting} baseline={baseline} />
      <SettingsPanel read={read} drafting={drafting} order={order} stepId={step.id} callId={callId} />
      <Approve
        order={order}
        step={step}
        read={read}
        answer={answer}
        draft={draft}
        callId={callId}
        isOutdated={fresh !== null}
        splitOnce={splitOnce}
        onDone={(sentence) => {
          forget();
          setSaid(sentence);
        }}
      />
      <Section heading={words.groups.shares(rows.length)}>
        {rows.length === 0 ? (
          <Empty>{words.groups.noneAble}</Empty>
        ) : (
          <Rows
            rows={rows}
            answer={answer}
            draft={draft}
            unit={unit}
            lotSize={read.lotSize}
            baseline={baseline.units}
            baselineName={baseline.name}
            quotedPriceSen={read.facilityUnitPriceSen}
            wageBases={wageBases}
            onUnits={onUnits}
            onUnpin={onUnpin}
            onExclude={onExclude}
          />
        )}
      </Section>
      <Impossible read={read} reasons={answer.reasons} />
      <Standing order={order} read={read} unit={unit} onDone={setSaid} />
      <SplitTable
        rows={rows}
        answer={answer}
        proposal={proposal ?? {}}
        baseline={baseline}
        unit={unit}
        quotedPriceSen={read.facilityUnitPriceSen}
        wageBases={wageBases}
      />
    </div>
  );
}

/** Says what became of a change when the coordinator rests for a moment. */
function useSpokenSummary(
  answer: SplitAnswer | null,
  unit: string,
  read: Read,
  lastPinned: { readonly current: string | null },
): void {
  const words = useSplitWords();
  const spoken = useRef<SplitAnswer | null>(null);
  useEffect(() => {
    if (answer === null) return undefined;
    if (spoken.current === null) {
      spoken.current = answer;
      return undefined;
    }
    const timer = setTimeout(() => {
      const before = new Map(spoken.current?.result.shares.map(({ facilityId, units }) => [facilityId, units]));
      const changed = answer.result.shares.filter(({ facilityId, units }) => units !== (before.get(facilityId) ?? 0));
      spoken.current = answer;
      const pinned = changed.find(({ facilityId }) => facilityId === lastPinned.current);
      const name = read.candidates.find(({ facilityId }) => facilityId === pinned?.facilityId)?.name;
      const { unplaced } = answer.result;
      if (changed.length === 0) return;
      announce(
        words.said(
          pinned && name ? words.saidPinned(name, formatUnits(pinned.units, unit)) : words.saidChanged,
          changed.length - (pinned ? 1 : 0),
          unplaced === 0 ? words.summary.none : words.summary.left(formatUnits(unplaced, unit)),
        ),
      );
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [answer, unit, read, words, lastPinned]);
}
