import type { UseQueryResult } from '@tanstack/react-query';
import { notFound } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { isFault } from '../data/fault.js';
import { useCommon } from '../words/common/index.js';
import { Button } from './button.js';
import { FaultMessage } from './message.js';
import { Quiet } from './text.js';

const PATIENCE_MS = 150;

/** Shows what was asked for: while it is on its way, when it did not come, and when it is there. */
export function Loaded<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}) {
  const { states, actions } = useCommon();
  if (query.data !== undefined) {
    return (
      <div aria-busy={query.isPlaceholderData || undefined}>
        {query.isError && navigator.onLine ? <Stale error={query.error} /> : null}
        {children(query.data)}
      </div>
    );
  }
  if (query.isError) {
    if (isFault(query.error, 'ACCESS.NOT_FOUND')) throw notFound();
    return (
      <FaultMessage error={query.error} isReading>
        <Quiet>{states.failedHint}</Quiet>
        <div className="mt-3">
          <Button look="secondary" onClick={() => void query.refetch()}>
            {actions.again}
          </Button>
        </div>
      </FaultMessage>
    );
  }
  return <Skeleton />;
}

/** What is shown may no longer be true. Without a network the bar above all pages says so, once. */
function Stale({ error }: { readonly error: Error }) {
  const { states } = useCommon();
  return (
    <FaultMessage error={error} isReading>
      <Quiet>{states.stale}</Quiet>
    </FaultMessage>
  );
}

/** Grey bars in the place of what comes; not for what comes at once. */
export function Skeleton({ bars = 3 }: { readonly bars?: number }) {
  const { states } = useCommon();
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className={`mt-6 grid gap-4 ${isLate ? '' : 'invisible'}`}>
      <span className="sr-only">{states.loading}</span>
      {Array.from({ length: bars }, (_, index) => (
        <div key={index} className="bar h-24" />
      ))}
    </div>
  );
}

/** Nothing is there: why, and what comes next. */
export function Empty({ children, action }: { readonly children: string; readonly action?: ReactNode }) {
  return (
    <div className="my-4 rounded-lg border border-dashed border-line p-6">
      <Quiet className="text-base">{children}</Quiet>
      {action === undefined ? null : <div className="mt-4">{action}</div>}
    </div>
  );
}
