import type { AssignmentState, WorkOrderFlag, WorkOrderState } from '../../data/generated/types.js';
import { StateTag, type Tone } from '../../kit/state-tag.js';
import { useDeskCommon } from './words.js';

const ORDER_TONES: Readonly<Record<WorkOrderState, Tone>> = {
  DRAFT: 'waiting',
  SUBMITTED: 'waiting',
  REVIEWING: 'waiting',
  QUOTED: 'waiting',
  QUOTE_EXPIRED: 'trouble',
  ORDERED: 'active',
  ALLOCATING: 'active',
  IN_PRODUCTION: 'active',
  DELIVERED: 'active',
  ACCEPTED: 'done',
  SETTLED: 'done',
  CLOSED: 'done',
  REJECTED: 'ended',
  WITHDRAWN: 'ended',
  CANCELLING: 'trouble',
  CANCELLED: 'ended',
};

const SHARE_TONES: Readonly<Record<AssignmentState, Tone>> = {
  PLANNED: 'waiting',
  OFFERED: 'waiting',
  PARTLY_ACCEPTED: 'trouble',
  ACCEPTED: 'active',
  IN_PROGRESS: 'active',
  DELIVERED: 'active',
  INSPECTED: 'done',
  REWORK: 'trouble',
  COMPLETED: 'done',
  DECLINED: 'ended',
  EXPIRED: 'ended',
  WITHDRAWN: 'ended',
  CANCELLED: 'ended',
  STOPPING: 'trouble',
};

export function OrderState({ state }: { readonly state: WorkOrderState }) {
  const { orderStates } = useDeskCommon();
  return <StateTag tone={ORDER_TONES[state]}>{orderStates[state]}</StateTag>;
}

export function ShareState({ state }: { readonly state: AssignmentState }) {
  const { shareStates } = useDeskCommon();
  return <StateTag tone={SHARE_TONES[state]}>{shareStates[state]}</StateTag>;
}

/** Why an order needs a hand. */
export function Flags({ flags }: { readonly flags: readonly WorkOrderFlag[] }) {
  const { flags: words } = useDeskCommon();
  return (
    <span className="flex flex-wrap gap-1">
      {flags.map((flag) => (
        <StateTag key={flag} tone="trouble">
          {words[flag]}
        </StateTag>
      ))}
    </span>
  );
}
