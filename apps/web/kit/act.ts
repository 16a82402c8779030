import { useRef, useState } from 'react';
import { newKey } from '../data/new-key.js';
import { queryClient, showWhatIsTrue } from '../data/use-ask.js';

export interface Act {
  readonly isUnderWay: boolean;
  readonly fault: unknown;
  /** Does it, once at a time, and has what is on the screen asked for again. */
  readonly run: (work: (idempotencyKey: string) => Promise<void>) => Promise<void>;
}

/** What one press of a button does, without a form. A press repeated after no answer came has the same key. */
export function useAct(): Act {
  const [isUnderWay, setIsUnderWay] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const guard = useRef(false);
  const key = useRef('');
  const run: Act['run'] = async (work) => {
    if (guard.current) return;
    guard.current = true;
    key.current ||= newKey();
    setIsUnderWay(true);
    setFault(null);
    try {
      await work(key.current);
      key.current = '';
      await queryClient.invalidateQueries();
    } catch (error) {
      setFault(error);
      showWhatIsTrue(error);
    } finally {
      guard.current = false;
      setIsUnderWay(false);
    }
  };
  return { isUnderWay, fault, run };
}
