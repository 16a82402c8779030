import { Section } from '../../kit/text.js';
import { rich } from '../../kit/rich.js';
import { Sign } from '../../kit/sign.js';
import type { Order } from './order.js';
import { useOrderWords } from './words.js';

const STAGES = [
  'SUBMITTED',
  'QUOTED',
  'ORDERED',
  'ALLOCATING',
  'IN_PRODUCTION',
  'DELIVERED',
  'ACCEPTED',
  'SETTLED',
] as const;

/** How far each state has come; those beside the way have no stage. */
const STAGE_OF: Readonly<Partial<Record<Order['status'], number>>> = {
  SUBMITTED: 0,
  REVIEWING: 0,
  QUOTED: 1,
  QUOTE_EXPIRED: 1,
  ORDERED: 2,
  ALLOCATING: 3,
  IN_PRODUCTION: 4,
  DELIVERED: 5,
  ACCEPTED: 6,
  SETTLED: 7,
  CLOSED: 8,
};

/** The way of an order, and where it is. */
export function Stages({ order }: { readonly order: Order }) {
  const { stages: words } = useOrderWords();
  const now = STAGE_OF[order.status];
  if (now === undefined) return null;
  return (
    <Section heading={words.heading}>
      <ol className="flex flex-wrap gap-2">
        {STAGES.map((stage, index) => {
          const state = index < now ? 'isDone' : index === now ? 'isNow' : 'isAhead';
          return (
            <li
              key={stage}
              aria-current={state === 'isNow' ? 'step' : undefined}
              className={`flex items-center gap-1 rounded-full border px-3 py-1 ${state === 'isNow' ? 'border-blue-900 bg-blue-900 font-bold text-white' : 'border-line'}`}
            >
              {state === 'isDone' ? <Sign shape="check" /> : null}
              {rich(words[stage])}
              <span className="sr-only">{words[state]}</span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
