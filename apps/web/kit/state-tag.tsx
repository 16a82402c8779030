import { rich } from './rich.js';
import { Sign, type SignShape } from './sign.js';

export type Tone = 'waiting' | 'active' | 'done' | 'trouble' | 'ended';

const LOOKS: Readonly<Record<Tone, readonly [sign: SignShape, classes: string]>> = {
  waiting: ['circle', 'border-orange-900 bg-orange-50 text-orange-1100'],
  active: ['play', 'border-blue-900 bg-blue-50 text-blue-1100'],
  done: ['check', 'border-green-900 bg-green-50 text-green-1100'],
  trouble: ['alert', 'border-red-900 bg-red-50 text-red-1100'],
  ended: ['dash', 'border-line bg-ground text-ink'],
};

/** Where something stands: by a word and a sign, not by colour alone. */
export function StateTag({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  const [sign, classes] = LOOKS[tone];
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full border px-3 py-0.5 text-sm font-bold whitespace-nowrap ${classes}`}
    >
      <Sign shape={sign} />
      {rich(children)}
    </span>
  );
}
