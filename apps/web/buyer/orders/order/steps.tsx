import type { WorkOrderState } from '../../../data/generated/types.js';
import { rich } from '../../../kit/rich.js';
import { Sign } from '../../../kit/sign.js';
import { useOrdersWords } from '../words.js';

/** Which of the steps an order is at; null: it left the way. */
const STEP_OF: Readonly<Record<WorkOrderState, number | null>> = {
  DRAFT: 0,
  SUBMITTED: 0,
  REVIEWING: 1,
  QUOTED: 1,
  QUOTE_EXPIRED: 1,
  ORDERED: 2,
  ALLOCATING: 2,
  IN_PRODUCTION: 3,
  DELIVERED: 4,
  ACCEPTED: 5,
  SETTLED: 6,
  CLOSED: 6,
  REJECTED: null,
  WITHDRAWN: null,
  CANCELLING: null,
  CANCELLED: null,
};

/** How far an order has come, from the request to the payment. */
export function Steps({ status }: { readonly status: WorkOrderState }) {
  const { order: words } = useOrdersWords();
  const at = STEP_OF[status];
  if (at === null) return null;
  return (
    <ol aria-label={words.steps} className="mt-6 grid grid-cols-3 gap-2 sm:grid-cols-6">
      {words.stepNames.map((name, index) => (
        <li
          key={name}
          aria-current={index === at ? 'step' : undefined}
          className={`flex min-h-11 items-center justify-center gap-1 rounded-lg border px-2 py-1 text-center text-sm ${
            index < at
              ? 'border-green-900 bg-green-50'
              : index === at
                ? 'border-2 border-blue-900 bg-blue-50 font-bold'
                : 'border-faint text-quiet'
          }`}
        >
          {index < at ? <Sign shape="check" /> : null}
          {index === at ? rich(words.here(name)) : rich(name)}
        </li>
      ))}
    </ol>
  );
}
