import type { ContractState as State } from '../../data/generated/types.js';
import { StateTag, type Tone } from '../../kit/state-tag.js';
import { useContractWords } from './words.js';

const TONES: Readonly<Record<State, Tone>> = {
  DRAFT: 'waiting',
  ISSUED: 'waiting',
  CONCLUDED: 'active',
  FULFILLED: 'active',
  SETTLED: 'done',
  TERMINATED: 'ended',
  INTRODUCED: 'waiting',
  NEGOTIATING: 'waiting',
  NOT_CONCLUDED: 'ended',
  LAPSED: 'ended',
};

export function ContractState({ state }: { readonly state: State }) {
  const { states } = useContractWords();
  return <StateTag tone={TONES[state]}>{states[state]}</StateTag>;
}
