import type { CallState as State } from '../../data/generated/types.js';
import { StateTag, type Tone } from '../../kit/state-tag.js';
import { useCallWords } from './words.js';

const TONES: Readonly<Record<State, Tone>> = { OPEN: 'active', CLOSED: 'waiting', USED: 'done', CANCELLED: 'ended' };

export function CallState({ state }: { readonly state: State }) {
  const { states } = useCallWords();
  return <StateTag tone={TONES[state]}>{states[state]}</StateTag>;
}
