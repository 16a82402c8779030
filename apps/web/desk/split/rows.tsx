import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { INPUT } from '../../kit/fields.js';
import { Empty } from '../../kit/loaded.js';
import { rich } from '../../kit/rich.js';
import type { Draft } from './draft.js';
import type { SplitAnswer } from './engine/messages.js';
import type { WageBases } from './wage-bases.js';
import { ShareRow, type ShareRowActions } from './share-row.js';
import type { RowView } from './row-view.js';
import { useSplitWords } from './words.js';

/** More than these are drawn only where they are in sight. */
const MAX_DRAWN = 60;
const USUAL_HEIGHT_PX = 190;

interface Props extends ShareRowActions {
  readonly rows: readonly RowView[];
  readonly answer: SplitAnswer;
  readonly draft: Draft;
  readonly unit: string;
  readonly lotSize: number;
  readonly baseline: Readonly<Record<string, number>>;
  readonly baselineName: string;
  readonly quotedPriceSen: number;
  readonly wageBases: WageBases;
}

/** One row for each facility that can be asked. */
export function Rows({
  rows,
  answer,
  draft,
  unit,
  lotSize,
  baseline,
  baselineName,
  quotedPriceSen,
  wageBases,
  ...actions
}: Props) {
  const {
    groups: words,
    row: { help },
  } = useSplitWords();
  const [typed, setTyped] = useState('');
  const shown = useMemo(() => {
    const wanted = typed.normalize('NFKC').trim();
    return wanted === '' ? rows : rows.filter(({ name, municipality }) => `${name} ${municipality}`.includes(wanted));
  }, [rows, typed]);
  const shareOf = useMemo(
    () => new Map(answer.result.shares.map((share) => [share.facilityId, share])),
    [answer.result],
  );
  const scale = useMemo(
    () => Math.max(1, ...rows.map(({ capacityUnits }) => Math.min(capacityUnits, answer.result.quantity))),
    [rows, answer.result.quantity],
  );
  const row = (view: RowView, onStep: (by: number) => void): ReactNode => {
    const share = shareOf.get(view.facilityId);
    if (!share) return null;
    return (
      <ShareRow
        {...actions}
        view={view}
        units={share.units}
        entitlementUnits={share.entitlementUnits}
        minimumLot={share.minimumLot}
        weight={share.weight}
        ratioBefore={share.ratioBefore}
        loadRatio={share.loadRatio}
        nextRatio={share.nextRatio}
        measure={answer.result.measure}
        reason={answer.reasons[view.facilityId] ?? ''}
        isPinned={view.facilityId in draft.pinned}
        isExcluded={view.facilityId in draft.excluded}
        before={baseline[view.facilityId] ?? 0}
        beforeName={baselineName}
        scale={scale}
        unit={unit}
        lotSize={lotSize}
        quotedPriceSen={quotedPriceSen}
        wageBasis={wageBases.get(view.facilityId) ?? null}
        onStep={onStep}
      />
    );
  };
  return (
    <>
      {rows.length > 10 ? (
        <label className="no-print mb-4 block max-w-80">
          <span className="font-bold">{rich(words.narrow)}</span>
          <input type="search" className={INPUT} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
      ) : null}
      <p id="units-help" className="no-print mb-3 text-sm text-quiet max-md:sr-only">
        {rich(help)}
      </p>
      {shown.length === 0 ? <Empty>{words.noneFound}</Empty> : null}
      {shown.length > MAX_DRAWN ? <VirtualRows rows={shown} row={row} /> : <PlainRows rows={shown} row={row} />}
    </>
  );
}

interface ListProps {
  readonly rows: readonly RowView[];
  readonly row: (view: RowView, onStep: (by: number) => void) => ReactNode;
}

function focusUnits(facilityId: string | undefined): void {
  document.querySelector<HTMLInputElement>(`input[data-units-of="${facilityId}"]`)?.focus();
}

function PlainRows({ rows, row }: ListProps) {
  return (
    <ul className="grid gap-3">
      {rows.map((view, index) => (
        <li key={view.facilityId}>{row(view, (by) => focusUnits(rows[index + by]?.facilityId))}</li>
      ))}
    </ul>
  );
}

function VirtualRows({ rows, row }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const place = useCallback((element: HTMLUListElement | null) => {
    list.current = element;
    if (element) setTop(element.getBoundingClientRect().top + window.scrollY);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => USUAL_HEIGHT_PX,
    overscan: 4,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.facilityId ?? index,
  });
  const step = (index: number) => {
    const target = rows[index];
    if (!target) return;
    virtualizer.scrollToIndex(index, { align: 'center' });
    // It is drawn only after the window has moved.
    requestAnimationFrame(() => requestAnimationFrame(() => focusUnits(target.facilityId)));
  };
  return (
    <ul ref={place} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const view = rows[index];
        return view === undefined ? null : (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0 pb-3"
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {row(view, (by) => step(index + by))}
          </li>
        );
      })}
    </ul>
  );
}
