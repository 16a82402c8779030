import { useSyncExternalStore } from 'react';
import { useCommon } from '../words/common/index.js';
import { rich } from '../kit/rich.js';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

export function OfflineBar() {
  const { states } = useCommon();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {isOnline ? null : (
        <p className="border-b-2 border-orange-900 bg-orange-50 px-4 py-2 text-center font-bold">
          {rich(states.offline)}
        </p>
      )}
    </div>
  );
}
