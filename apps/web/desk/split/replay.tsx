import { useState } from 'react';
import { ReplayAllocation } from '../../data/generated/replay-allocation.js';
import { useAsk } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import { Message } from '../../kit/message.js';
import { More, P } from '../../kit/text.js';
import { formatDate, dayOf, formatUnits } from '../../words/format.js';
import { useToday } from '../../app/session.js';
import type { SplitOrderView, SplitStep } from './split-order.js';
import { useSplitWords } from './words.js';

/** The versions that were approved; each can be calculated again from what was recorded with it. */
export function Versions({ order, step }: { readonly order: SplitOrderView; readonly step: SplitStep }) {
  const { versions: words } = useSplitWords();
  const today = useToday();
  const [chosen, setChosen] = useState<string | null>(null);
  const versions = order.lines
    .flatMap(({ allocations }) => allocations)
    .filter(({ stepId }) => stepId === step.id)
    .sort((a, b) => b.version - a.version);
  if (versions.length === 0) return null;
  return (
    <More summary={words.title(versions.length)}>
      <ul className="grid gap-3 py-2">
        {versions.map(({ id, version, plannedAt }) => (
          <li key={id}>
            <P>{words.version(version, formatDate(dayOf(plannedAt), today))}</P>
            <Button look="secondary" onClick={() => setChosen(id)}>
              {words.replay(version)}
            </Button>
            {chosen === id ? <Replayed id={id} unit={step.workType.unit} /> : null}
          </li>
        ))}
      </ul>
    </More>
  );
}

function Replayed({ id, unit }: { readonly id: string; readonly unit: string }) {
  const { versions: words } = useSplitWords();
  const { data } = useAsk(ReplayAllocation, { id });
  if (!data) return <div aria-busy="true" className="bar mt-3 h-12 w-full" />;
  const { isReplayable, isIdentical, differences } = data.replayAllocation;
  if (!isReplayable) return <Message>{words.notReplayable}</Message>;
  return (
    <div role="status">
      <Message kind={isIdentical ? 'success' : 'warning'}>
        {isIdentical ? words.identical : words.different}
        {differences.map(({ facility, fromUnits, toUnits }) => (
          <P key={facility.id}>
            {words.difference(facility.name, formatUnits(fromUnits, unit), formatUnits(toUnits, unit))}
          </P>
        ))}
      </Message>
    </div>
  );
}
