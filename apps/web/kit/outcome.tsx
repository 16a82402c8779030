import { createContext, type ReactNode, useContext, useState } from 'react';
import { useCommon } from '../words/common/index.js';
import { announce } from './announce.js';
import { Button } from './button.js';
import { rich } from './rich.js';
import { Sign } from './sign.js';

const Say = createContext<(sentence: string) => void>(() => undefined);

/** Says what was done, at the lower edge of the window, until somebody closes it or does the next thing. */
export function useOutcome(): (sentence: string) => void {
  return useContext(Say);
}

/** Around a page on which things are done in many places, which may be gone once they are done. */
export function Outcomes({ children }: { readonly children: ReactNode }) {
  const { actions } = useCommon();
  const [said, setSaid] = useState<string | null>(null);
  const say = (sentence: string) => {
    setSaid(sentence);
    announce(sentence);
  };
  return (
    <Say value={say}>
      {children}
      {said === null ? null : (
        <div className="fixed inset-x-4 bottom-20 z-10 mx-auto flex max-w-2xl items-center gap-3 rounded-lg border-2 border-green-900 bg-green-50 p-3 shadow-xl md:bottom-6">
          <Sign shape="check" className="text-green-900" />
          <p className="min-w-0 flex-1 font-bold">{rich(said)}</p>
          <Button look="quiet" onClick={() => setSaid(null)}>
            {actions.close}
          </Button>
        </div>
      )}
    </Say>
  );
}
