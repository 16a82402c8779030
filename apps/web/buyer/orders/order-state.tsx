import type { WorkOrderState } from '../../data/generated/types.js';
import { StateTag, type Tone } from '../../kit/state-tag.js';
import { useOrdersWords } from './words.js';

const TONES: Readonly<Record<WorkOrderState, Tone>> = {
  DRAFT: 'waiting',
  SUBMITTED: 'active',
  REVIEWING: 'active',
  QUOTED: 'waiting',
  QUOTE_EXPIRED: 'trouble',
  ORDERED: 'active',
  ALLOCATING: 'active',
  IN_PRODUCTION: 'active',
  DELIVERED: 'waiting',
  ACCEPTED: 'done',
  SETTLED: 'done',
  CLOSED: 'done',
  REJECTED: 'ended',
  WITHDRAWN: 'ended',
  CANCELLING: 'trouble',
  CANCELLED: 'ended',
};

export function OrderState({ state }: { readonly state: WorkOrderState }) {
  const { states } = useOrdersWords();
  return <StateTag tone={TONES[state]}>{states[state]}</StateTag>;
}
