import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../../words/language.js';
import type { Basis, Decided } from './compute.js';
import type { SplitAnswer, SplitReply } from './messages.js';
import { Splitter } from './splitter.js';

export interface Split {
  /** The newest there is; null while the first is on its way. */
  readonly answer: SplitAnswer | null;
  /** Units by facility if nothing were decided. */
  readonly proposal: Readonly<Record<string, number>> | null;
  /** Why the engine refuses what was decided; what is shown is then the last that was possible. */
  readonly code: string | null;
  /** For what is to be approved: the split with the reasons that will be kept. */
  readonly splitOnce: (decided: Decided) => Promise<SplitReply | null>;
}

/** The split of `basis` with what was decided, worked out again whenever one of them changes. */
export function useSplit(basis: Basis, decided: Decided): Split {
  const language = useLanguage();
  const locale = language === 'en' ? 'en' : 'ja';
  const splitter = useRef<Splitter | null>(null);
  const [reply, setReply] = useState<SplitReply | null>(null);
  const [answer, setAnswer] = useState<SplitAnswer | null>(null);
  /** Kept as it was first told, so that what follows from it stays the same thing. */
  const [proposed, setProposed] = useState<{ readonly of: Basis; readonly units: SplitAnswer['proposal'] } | null>(
    null,
  );

  useEffect(() => {
    const own = new Splitter(basis);
    splitter.current = own;
    return () => own.end();
  }, [basis]);

  useEffect(() => {
    let isOver = false;
    void splitter.current?.split(decided, locale).then((next) => {
      if (isOver || next === null) return;
      setReply(next);
      if (!('answer' in next)) return;
      setAnswer(next.answer);
      const { proposal } = next.answer;
      setProposed((known) => (known?.of === basis ? known : { of: basis, units: proposal }));
    });
    return () => {
      isOver = true;
    };
  }, [basis, decided, locale]);

  const splitOnce = useCallback(
    async (final: Decided) => (await splitter.current?.split(final, locale)) ?? null,
    [locale],
  );
  return {
    answer,
    proposal: proposed?.units ?? null,
    code: reply !== null && 'code' in reply ? reply.code : null,
    splitOnce,
  };
}
