import { useEffect, useState } from 'react';
import { useLanguage } from '../../../words/language.js';
import type { Basis, Decided } from './compute.js';
import type { FixQuestion, ToldFix } from './messages.js';

/** After so long without a change. */
const QUIET_MS = 300;

/** What would place the rest, the best first; null while it is being looked for. `later` is null until it is there. */
export function useFixes(
  basis: Basis,
  decided: Decided,
  unplaced: number,
  later: FixQuestion['later'] | null,
): readonly ToldFix[] | null {
  const language = useLanguage();
  const locale = language === 'en' ? 'en' : 'ja';
  const [found, setFound] = useState<{ readonly of: Decided; readonly fixes: readonly ToldFix[] } | null>(null);
  useEffect(() => {
    if (unplaced === 0 || later === null) return undefined;
    let worker: Worker | undefined;
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./fixes.worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<readonly ToldFix[]>) => {
        setFound({ of: decided, fixes: data });
        worker?.terminate();
      });
      worker.postMessage({ basis, decided, later, locale } satisfies FixQuestion);
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [basis, decided, unplaced, later, locale]);
  if (unplaced === 0) return [];
  return found?.of === decided ? found.fixes : null;
}
