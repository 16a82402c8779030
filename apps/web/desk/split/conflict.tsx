import { Button } from '../../kit/button.js';
import { Message } from '../../kit/message.js';
import { rich } from '../../kit/rich.js';
import { P } from '../../kit/text.js';
import { formatUnits } from '../../words/format.js';
import type { Candidate, Read } from './basis.js';
import type { Draft } from './draft.js';
import type { SplitWords } from './words.ja.js';
import { useSplitWords } from './words.js';

const MAX_TOLD = 8;

/** What became different while somebody worked on a split; their own numbers wait until they have read it. */
export function Conflict({
  before,
  after,
  unit,
  onAgain,
}: {
  readonly before: Read;
  readonly after: Read;
  readonly unit: string;
  readonly onAgain: () => void;
}) {
  const words = useSplitWords();
  const told = differences(before, after, unit, words);
  return (
    <div role="alert">
      <Message kind="warning" heading={words.conflict.title}>
        <P>{words.conflict.lead}</P>
        <ul className="my-2 list-disc pl-6">
          {told.slice(0, MAX_TOLD).map((each) => (
            <li key={each}>{rich(each)}</li>
          ))}
          {told.length > MAX_TOLD ? <li>{rich(words.conflict.more(told.length - MAX_TOLD))}</li> : null}
        </ul>
        <Button onClick={onAgain}>{words.conflict.again}</Button>
      </Message>
    </div>
  );
}

function differences(before: Read, after: Read, unit: string, words: SplitWords): string[] {
  const { conflict } = words;
  const told: string[] = [];
  if (before.quantity !== after.quantity) {
    told.push(conflict.quantity(formatUnits(before.quantity, unit), formatUnits(after.quantity, unit)));
  }
  const [old, now] = [byId(before), byId(after)];
  let others = 0;
  for (const [id, candidate] of now) {
    const known = old.get(id);
    const one = known ? changeOf(known, candidate, unit, words) : conflict.joined(candidate.name);
    if (one !== null) told.push(one);
    else if (known && JSON.stringify(known) !== JSON.stringify(candidate)) others++;
  }
  for (const [id, { name }] of old) if (!now.has(id)) told.push(conflict.left(name));
  for (const id of new Set([...before.openOffers, ...after.openOffers].map(({ facilityId }) => facilityId))) {
    const [was, is] = [offered(before, id), offered(after, id)];
    const name = now.get(id)?.name ?? old.get(id)?.name ?? '';
    if (was !== is) told.push(conflict.offer(name, formatUnits(was, unit), formatUnits(is, unit)));
  }
  if (others > 0) told.push(conflict.balance(others));
  return told.length === 0 ? [conflict.other] : told;
}

function changeOf(before: Candidate, after: Candidate, unit: string, { conflict, reasons }: SplitWords): string | null {
  if (before.ineligible === null && after.ineligible !== null) {
    return conflict.notAble(after.name, reasons[after.ineligible.code]);
  }
  if (before.ineligible !== null && after.ineligible === null) return conflict.nowAble(after.name);
  if (before.capacityUnits === after.capacityUnits || after.ineligible !== null) return null;
  return conflict.capacity(after.name, formatUnits(before.capacityUnits, unit), formatUnits(after.capacityUnits, unit));
}

const byId = ({ candidates }: Read): Map<string, Candidate> =>
  new Map(candidates.map((candidate) => [candidate.facilityId, candidate]));

const offered = ({ openOffers }: Read, facilityId: string): number =>
  openOffers.reduce((units, offer) => (offer.facilityId === facilityId ? units + offer.units : units), 0);

/** What was set by hand, as far as it is still possible. */
export function clampedTo(draft: Draft, { candidates, quantity }: Read): Draft {
  const able = new Map(candidates.map((row) => [row.facilityId, row.ineligible === null ? row.capacityUnits : null]));
  let left = quantity;
  const pinned: Record<string, number> = {};
  for (const [id, units] of Object.entries(draft.pinned)) {
    const most = able.get(id) ?? null;
    if (most === null) continue;
    pinned[id] = Math.min(units, most, left);
    left -= pinned[id];
  }
  const excluded = Object.fromEntries(Object.entries(draft.excluded).filter(([id]) => able.has(id)));
  return { ...draft, pinned, excluded };
}
