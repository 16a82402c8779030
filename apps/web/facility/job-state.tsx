import type { AssignmentState } from '../data/generated/types.js';
import { StateTag, type Tone } from '../kit/state-tag.js';
import { useFacilityWords } from './words.js';

const TONES: Readonly<Record<AssignmentState, Tone>> = {
  PLANNED: 'waiting',
  OFFERED: 'waiting',
  PARTLY_ACCEPTED: 'waiting',
  ACCEPTED: 'active',
  IN_PROGRESS: 'active',
  DELIVERED: 'active',
  INSPECTED: 'active',
  REWORK: 'trouble',
  STOPPING: 'trouble',
  COMPLETED: 'done',
  DECLINED: 'ended',
  EXPIRED: 'ended',
  WITHDRAWN: 'ended',
  CANCELLED: 'ended',
};

export function JobState({ state }: { readonly state: AssignmentState }) {
  const { states } = useFacilityWords();
  return <StateTag tone={TONES[state]}>{states[state]}</StateTag>;
}
